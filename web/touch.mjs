// Fingers and pens on the canvas. The mouse is SDL's; fingers go to the program one by one, which
// knows what they mean (src/kit/gestures.h), and a pen is a cursor that can also hover.

import { PEN_BITS, TouchPhase } from './shared_numbers.mjs';

const PHASES = {
  pointerdown: TouchPhase.DOWN,
  pointermove: TouchPhase.MOVE,
  pointerup: TouchPhase.UP,
  pointercancel: TouchPhase.CANCEL,
};

/**
 * @param {HTMLCanvasElement} canvas
 * @param {import('./text_agent.mjs').TextAgent} agent
 * @param {object} program
 * @param {(id: number, phase: number, x: number, y: number, milliseconds: number) => void}
 *   program.touch
 * @param {(x: number, y: number, buttons: number) => void} program.pen buttons: PEN_BITS
 * @param {(yes: boolean) => void} program.touchScreen whether touch is the main input
 */
export function watchTouch(canvas, agent, program) {
  const coarse = window.matchMedia('(pointer: coarse)');
  coarse.addEventListener('change', () => program.touchScreen(coarse.matches));
  program.touchScreen(coarse.matches);

  const place = (event) => {
    const corner = canvas.getBoundingClientRect();
    return [event.clientX - corner.left, event.clientY - corner.top];
  };
  const holdFocus = () => {
    if (agent.active) agent.regain();
    else canvas.focus({ preventScroll: true });
  };
  const finger = (event) => {
    const phase = PHASES[event.type];
    if (event.type === 'pointerdown') {
      holdFocus();
      canvas.setPointerCapture(event.pointerId);
    }
    program.touch(event.pointerId, phase, ...place(event), event.timeStamp);
    // A field that the program activates now may get the keyboard focus: at this point the browser
    // still allows opening the on-screen keyboard.
    event.preventDefault();
  };
  const pen = (event) => {
    if (event.type === 'pointerdown') {
      holdFocus();
      canvas.setPointerCapture(event.pointerId);
    }
    const lifted = event.type === 'pointercancel' ? 0 : event.buttons;
    program.pen(...place(event), lifted & (PEN_BITS.TIP | PEN_BITS.BARREL));
    event.preventDefault();
  };
  for (const type of Object.keys(PHASES)) {
    canvas.addEventListener(type, (event) => {
      if (event.pointerType === 'touch') finger(event);
      else if (event.pointerType === 'pen') pen(event);
    });
  }
  // Capture can be lost without an event for the pointer (the page is hidden, another window
  // opens).
  canvas.addEventListener('lostpointercapture', (event) => {
    if (event.pointerType !== 'touch') return;
    program.touch(event.pointerId, TouchPhase.CANCEL, ...place(event), event.timeStamp);
  });
  // Neither SDL nor the browser, as a mouse, shall take a finger a second time.
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel']) {
    window.addEventListener(type, (event) => {
      if (event.target !== canvas) return;
      event.stopImmediatePropagation();
      if (event.cancelable) event.preventDefault();
    }, { capture: true, passive: false });
  }
}
