// The size and density of what is drawn on, and the loss of it.

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{changed: () => void, lost: () => void}} events
 */
export function watchScreen(canvas, events) {
  // SDL listens to the same event and resizes the canvas, which clears it, changed or not.
  window.addEventListener('resize', events.changed);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) events.changed();
  });
  window.addEventListener('pageshow', events.changed);

  // Moving to a screen of another density need not change the size of the window.
  const watchDensity = () => {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', () => {
      window.dispatchEvent(new Event('resize'));
      watchDensity();
    }, { once: true });
  };
  watchDensity();

  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    events.lost();
  });
}
