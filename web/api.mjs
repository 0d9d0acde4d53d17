// window.cadrePlanner: the interface for browser tests.

/**
 * @typedef {{role: string, label: string, value: string, x: number, y: number, w: number, h: number}}
 *   Widget in CSS pixels from the corner of the canvas
 */

/**
 * @param {import('./program.mjs').Program} program
 * @param {{quiet: () => Promise<void>, busy?: boolean, due?: boolean, awaiting?: boolean}[]}
 *   busyParts
 * @param {import('./mirror.mjs').Mirror} mirror
 */
export function makeApi(program, busyParts, mirror) {
  return {
    /** Updates the accessible mirror at once; returns the cost of its updates so far. */
    mirrored: () => {
      mirror.sync();
      return { updates: mirror.updates, milliseconds: mirror.milliseconds };
    },
    /** Whether nothing is pending, nor will happen by itself (a notice that disappears, a hint). */
    resting: () => !mirror.due && !busyParts.some((part) => part.busy || part.due || part.awaiting),
    /** @returns {Widget[]} what is on screen */
    widgets: () => JSON.parse(program.ask('cadre_widgets')),
    /** Number of frames drawn since the page was loaded. */
    framesRendered: () => program.call('cadre_frames_rendered'),
    /** Number of frames computed; a frame without changes is not drawn. */
    framesComputed: () => program.call('cadre_frames_computed'),
    /** The open plan as a file; empty when there is none. */
    planJson: () => program.ask('cadre_plan_json'),
    /** @returns {Promise<string[]>} errors; none when the plan is open */
    openPlan: async (text) => {
      const errors = program.ask('cadre_open_plan', text);
      return errors === '' ? [] : errors.split('\0');
    },
    /** Resolves when no frame is due and everything handed to storage and files is done. */
    settled: async () => {
      while (busyParts.some((part) => part.busy || part.due)) {
        await Promise.all(busyParts.map((part) => part.quiet()));
      }
    },
  };
}
