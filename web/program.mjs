// The compiled program as JavaScript sees it: calls with text and bytes as arguments.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Program {
  #module;

  /** @param {object} module what the default export of planner.mjs resolves to */
  constructor(module) {
    this.#module = module;
  }

  /** A copy of bytes in the program's memory. */
  bytes(pointer, size) {
    return this.#module.HEAPU8.slice(pointer, pointer + size);
  }

  /** UTF-8 text in the program's memory. */
  text(pointer, size) {
    return decoder.decode(this.#module.HEAPU8.subarray(pointer, pointer + size));
  }

  /** Copies bytes into the program's memory for good; answers their address. */
  keep(bytes) {
    // Never nothing: an address of zero would mean that memory has run out.
    const pointer = this.#module._malloc(bytes.length || 1);
    if (pointer === 0) throw new Error('out of memory');
    this.#module.HEAPU8.set(bytes, pointer);
    return pointer;
  }

  /**
   * Calls an export. Strings and byte arrays arrive as address and length and are freed afterwards.
   * @param {string} name without the underscore
   * @param {...(string | Uint8Array | number | boolean)} values
   */
  call(name, ...values) {
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
    } finally {
      for (const pointer of kept) this.#module._free(pointer);
    }
  }

  /** Calls an export that answers with text. */
  ask(name, ...values) {
    this.call(name, ...values);
    return this.text(this.call('cadre_result'), this.call('cadre_result_size'));
  }
}
