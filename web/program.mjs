// The compiled program from JavaScript: calls with text and bytes as arguments.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Program {
  #module;
  #broke;
  #isBroken = false;

  /**
   * @param {object} module what the default export of planner.mjs resolves to
   * @param {(reason: string) => void} broke called once, when the program has crashed
   */
  constructor(module, broke) {
    this.#module = module;
    this.#broke = broke;
    // Its own listeners for mouse and wheel are not called from here.
    window.addEventListener('error', ({ error }) => this.#look(error));
  }

  /** A crashed program could report and store anything, so it is not called again. */
  #look(error) {
    if (this.#isBroken || !(error instanceof WebAssembly.RuntimeError)) return;
    this.#isBroken = true;
    this.#broke(error.message);
  }

  /** A copy of bytes in the program's memory. */
  bytes(pointer, size) {
    return this.#module.HEAPU8.slice(pointer, pointer + size);
  }

  /** UTF-8 text in the program's memory. */
  text(pointer, size) {
    return decoder.decode(this.#module.HEAPU8.subarray(pointer, pointer + size));
  }

  /** Copies bytes into the program's memory permanently; returns their address. */
  keep(bytes) {
    // At least one byte: an address of zero would mean that memory has run out.
    const pointer = this.#module._malloc(bytes.length || 1);
    if (pointer === 0) throw new Error('out of memory');
    this.#module.HEAPU8.set(bytes, pointer);
    return pointer;
  }

  /**
   * Calls an export. Strings and bytes are passed as address and length, and freed afterwards.
   * Returns 0 if the program has crashed.
   * @param {string} name without the underscore
   * @param {...(string | Uint8Array | number | boolean)} values
   */
  call(name, ...values) {
    if (this.#isBroken) return 0;
    const kept = [];
    const passed = [];
    try {
      for (const value of values) {
        if (typeof value === 'number' || typeof value === 'boolean') {
          passed.push(Number(value));
          continue;
        }
        const bytes = typeof value === 'string' ? encoder.encode(value) : value;
        const pointer = this.keep(bytes);
        kept.push(pointer);
        passed.push(pointer, bytes.length);
      }
      return this.#module[`_${name}`](...passed);
    } catch (error) {
      this.#look(error);
      throw error;
    } finally {
      if (!this.#isBroken) for (const pointer of kept) this.#module._free(pointer);
    }
  }

  /** Calls an export that returns text. */
  ask(name, ...values) {
    this.call(name, ...values);
    return this.text(this.call('cadre_result'), this.call('cadre_result_size'));
  }
}
