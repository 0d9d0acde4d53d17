// Fetches what the page is made of, in parallel, and says how far it is.

import { SIZES } from './sizes.mjs';

/** Progress over several downloads, in bytes as they are after decompression. */
export class Progress {
  #total = 0;
  #loaded = 0;
  #show;

  /** @param {(share: number) => void} show */
  constructor(show) {
    this.#show = show;
  }

  expect(bytes) {
    this.#total += bytes;
  }

  add(bytes) {
    this.#loaded += bytes;
    if (this.#total > 0) this.#show(Math.min(1, this.#loaded / this.#total));
  }
}

/**
 * The answer of the server, counted while it is read.
 * @param {string} name address relative to this module
 * @param {Progress} progress
 */
async function fetchCounted(name, progress) {
  progress.expect(SIZES[name] ?? 0);
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  const counted = response.body.pipeThrough(new TransformStream({
    transform(chunk, controller) {
      progress.add(chunk.length);
      controller.enqueue(chunk);
    },
  }));
  return new Response(counted, { headers: { 'Content-Type': typeOf(name, response) } });
}

const typeOf = (name, response) =>
  (name.endsWith('.wasm') ? 'application/wasm' : response.headers.get('Content-Type') ?? '');

/** @returns {Promise<Uint8Array>} */
export async function loadBytes(name, progress) {
  const response = await fetchCounted(name, progress);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Starts loading WebAssembly at once; answers what Emscripten's instantiateWasm wants.
 * @returns {(imports: object, done: Function) => object}
 */
export function wasmLoader(name, progress, failed) {
  const response = fetchCounted(name, progress);
  return (imports, done) => {
    const instantiate = async () => {
      if (WebAssembly.instantiateStreaming) {
        return WebAssembly.instantiateStreaming(response, imports);
      }
      return WebAssembly.instantiate(await (await response).arrayBuffer(), imports);
    };
    instantiate().then(({ instance, module }) => done(instance, module)).catch(failed);
    return {};
  };
}
