// Loads the parts of the page other than its script: the program, fonts, samples. They come from
// the server, or from the page itself when it is a single file. Reports progress.

import { PARTS } from './parts.mjs';

/** Progress over several parts, in bytes after decompression. */
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

const typeOf = (name) => (name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream');

/** Whether this browser can read the parts embedded in the page, if any. */
export const canUnpack = () =>
  typeof DecompressionStream === 'function' || document.querySelector('script[data-part]') === null;

/** The part embedded in the page (compressed), or null. */
function carried(name) {
  const element = document.querySelector(`script[data-part="${name}"]`);
  if (element === null) return null;
  const text = element.textContent;
  // Samples may be requested again.
  if (!name.startsWith('samples/')) element.remove();
  const bytes = Uint8Array.fromBase64?.(text) ??
    Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
}

async function fetched(name) {
  const response = await fetch(new URL(PARTS[name][0], import.meta.url));
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return response.body;
}

/**
 * @param {string} name of a part
 * @param {Progress} [progress] updated while the part is read
 * @returns {Promise<Response>}
 */
export async function openPart(name, progress) {
  if (PARTS[name] === undefined) throw new Error(`there is no ${name}`);
  progress?.expect(PARTS[name][1]);
  let stream = carried(name) ?? await fetched(name);
  if (progress) {
    stream = stream.pipeThrough(new TransformStream({
      transform(chunk, controller) {
        progress.add(chunk.length);
        controller.enqueue(chunk);
      },
    }));
  }
  return new Response(stream, { headers: { 'Content-Type': typeOf(name) } });
}

/** @returns {Promise<Uint8Array>} */
export async function loadBytes(name, progress) {
  const response = await openPart(name, progress);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Starts loading WebAssembly at once; returns a function for Emscripten's instantiateWasm.
 * @returns {(imports: object, done: Function) => object}
 */
export function wasmLoader(name, progress, failed) {
  const response = openPart(name, progress);
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
