// What the browser would do with the pointer on the canvas, and should not. SDL takes the events in.

/**
 * @param {HTMLCanvasElement} canvas
 * @param {import('./text_agent.mjs').TextAgent} agent
 */
export function guardPointer(canvas, agent) {
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  canvas.addEventListener('mousedown', (event) => {
    // Neither scrolling with the middle button, nor the focus away from an active text field.
    event.preventDefault();
    if (agent.active) agent.regain();
    else canvas.focus({ preventScroll: true });
  });
  // Zooming with Ctrl and the wheel is the browser's; SDL would take it.
  window.addEventListener('wheel', (event) => {
    if (event.ctrlKey || event.metaKey) event.stopImmediatePropagation();
  }, { capture: true, passive: true });
}
