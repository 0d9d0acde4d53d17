// Schedules frames: after an event, when the program asks for one, or at a deadline. Otherwise
// nothing runs here, not even a timer; in a hidden tab the browser defers requested frames.

import { NO_FRAME } from './shared_numbers.mjs';

/** `frame` returns the milliseconds until the next one, 0 for at once, NO_FRAME for none. */
export class Frames {
  #frame = () => NO_FRAME;
  #settle = () => {};
  #requested = 0;
  #deadline = Infinity;
  #timer = 0;
  #stopped = true;
  #waiting = [];

  /**
   * @param {() => number} frame
   * @param {() => void} settle tells the program that the next frames show something new
   * @returns {Promise<void>} resolves after the first frame
   */
  start(frame, settle) {
    this.#settle = settle;
    this.#stopped = false;
    this.request();
    return new Promise((resolve) => {
      this.#frame = () => {
        this.#frame = frame;
        resolve();
        return frame();
      };
    });
  }

  /** Stops drawing (the drawing context is lost, the program ended) until resumed. */
  stop() {
    this.#stopped = true;
    cancelAnimationFrame(this.#requested);
    clearTimeout(this.#timer);
    this.#requested = 0;
    this.#deadline = Infinity;
    this.#answerWaiting();
  }

  resume() {
    this.#stopped = false;
    this.request();
  }

  request() {
    if (this.#requested === 0 && !this.#stopped) {
      this.#requested = requestAnimationFrame(() => this.#run());
    }
  }

  requestIn(milliseconds) {
    const deadline = performance.now() + milliseconds;
    if (deadline >= this.#deadline || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#deadline = deadline;
    this.#timer = setTimeout(() => {
      this.#deadline = Infinity;
      this.#settle();
      this.request();
    }, milliseconds);
  }

  get due() {
    return this.#requested !== 0;
  }

  /** Whether a frame is scheduled. */
  get awaiting() {
    return this.#deadline !== Infinity;
  }

  /** Resolves when no frame is due. */
  async quiet() {
    if (this.due) await new Promise((resolve) => this.#waiting.push(resolve));
  }

  #run() {
    this.#requested = 0;
    const wait = this.#frame();
    if (wait === 0) this.request();
    else if (wait !== NO_FRAME) this.requestIn(wait);
    if (!this.due) this.#answerWaiting();
  }

  #answerWaiting() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
