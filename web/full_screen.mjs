// Full screen for the whole page, including canvas and text agent. Does nothing if the browser does
// not allow it: the planner fills the page either way.

/** @param {boolean} on */
export function setFullScreen(on) {
  const root = document.documentElement;
  const refused = (error) => console.info(`Full screen: ${error.message}`);
  if (on && document.fullscreenElement === null) {
    root.requestFullscreen?.({ navigationUI: 'hide' }).catch(refused);
  } else if (!on && document.fullscreenElement) {
    document.exitFullscreen().catch(refused);
  }
}

/** @param {(on: boolean) => void} changed */
export function watchFullScreen(changed) {
  document.addEventListener('fullscreenchange', () => {
    changed(document.fullscreenElement !== null);
  });
}
