// Size, density and loss of the drawing surface.

/** If the graphics are not restored within this time, something is wrong. */
const PATIENCE = 3000;

/** What SDL asks for (src/app): a canvas keeps the context that it was asked for first. */
const CONTEXT = { alpha: false, depth: false, stencil: false, antialias: false };

/**
 * Initialising the graphics takes a while, mostly for the first shader. After the first
 * picture, which must not wait for that, it can happen while the program is still loading.
 * @param {HTMLCanvasElement} canvas
 */
export function prepareGraphics(canvas) {
  requestAnimationFrame(() => setTimeout(() => {
    const gl = canvas.getContext('webgl2', CONTEXT);
    if (gl === null) return;
    const shader = gl.createShader(gl.VERTEX_SHADER);
    gl.shaderSource(shader, '#version 300 es\nvoid main() { gl_Position = vec4(0.0); }');
    gl.compileShader(shader);
    gl.deleteShader(shader);
    gl.flush();
  }));
}

/**
 * @typedef {object} ScreenEvents
 * @property {() => void} changed
 * @property {() => void} lost the drawing context: nothing can be drawn for now
 * @property {() => void} stayedLost it may not be restored
 * @property {() => void} restored the context is back, empty
 *
 * @param {HTMLCanvasElement} canvas
 * @param {ScreenEvents} events
 */
export function watchScreen(canvas, events) {
  // SDL listens to the same event and resizes the canvas, which clears it, changed or not.
  window.addEventListener('resize', events.changed);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) events.changed();
  });
  window.addEventListener('pageshow', events.changed);

  // Moving to a screen of another density need not change the window size.
  const watchDensity = () => {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', () => {
      window.dispatchEvent(new Event('resize'));
      watchDensity();
    }, { once: true });
  };
  watchDensity();

  let timer = 0;
  canvas.addEventListener('webglcontextlost', (event) => {
    // Otherwise it would never be restored.
    event.preventDefault();
    events.lost();
    clearTimeout(timer);
    timer = setTimeout(events.stayedLost, PATIENCE);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(timer);
    events.restored();
  });
}
