// Suppresses default pointer actions of the browser on the canvas. SDL receives the events.

/**
 * @param {HTMLCanvasElement} canvas
 * @param {import('./text_agent.mjs').TextAgent} agent
 */
export function guardPointer(canvas, agent) {
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  canvas.addEventListener('mousedown', (event) => {
    // No scrolling with the middle button, and no loss of focus for an active text field.
    event.preventDefault();
    if (agent.active) agent.regain();
    else canvas.focus({ preventScroll: true });
  });
  // Ctrl and the wheel zoom the browser; otherwise SDL would handle it.
  window.addEventListener('wheel', (event) => {
    if (event.ctrlKey || event.metaKey) event.stopImmediatePropagation();
  }, { capture: true, passive: true });
}
