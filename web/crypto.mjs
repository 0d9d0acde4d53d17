// The lock of plan files: AES-256-GCM with a key from a password, through the browser's own
// cryptography. docs/encrypted-plan.md is the contract; src/crypto is its other half.
//
// Nothing here keeps a password or a key: they live as long as a call.

const MARK = Uint8Array.of(0x93, 0x43, 0x41, 0x44, 0x52, 0x45, 0x0d, 0x0a);
const VERSION = 1;
const PBKDF2_SHA256 = 1;
const AES_256_GCM = 1;
const HEADER = 64;
const TAG = 16;
const SUM = 4;
const LEAST = HEADER + TAG + SUM;

export const ITERATIONS = 600_000;
const LEAST_ITERATIONS = 100_000;
const MOST_ITERATIONS = 10_000_000;

/** As LockOutcome of src/platform/host.h. */
export const DONE = 0;
export const WRONG_PASSWORD = 1;
export const DAMAGED = 2;
export const ALTERED = 3;
export const TOO_NEW = 4;
export const UNAVAILABLE = 5;

const encoder = new TextEncoder();

export class LockError extends Error {
  /** @param {number} outcome one of the above */
  constructor(outcome, message) {
    super(message);
    this.outcome = outcome;
  }
}

const SUMS = Uint32Array.from({ length: 256 }, (_, number) => {
  let rest = number;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  return rest;
});

/** CRC-32 of IEEE 802.3. */
function checkSum(bytes) {
  let out = 0xffffffff;
  for (const byte of bytes) out = (out >>> 8) ^ SUMS[(out ^ byte) & 0xff];
  return (out ^ 0xffffffff) >>> 0;
}

/** Key of the cipher, and the value by which a wrong password is known. */
async function derive(password, salt, iterations) {
  const { subtle } = globalThis.crypto ?? {};
  if (subtle === undefined) throw new LockError(UNAVAILABLE, 'no cryptography at this address');
  // "ễ" is one character or three, as it was typed.
  const typed = encoder.encode(password.normalize('NFC'));
  const stretched = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  typed.fill(0);
  const master = await subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, stretched, 256);
  const source = await subtle.importKey('raw', master, 'HKDF', false, ['deriveBits', 'deriveKey']);
  new Uint8Array(master).fill(0);
  const use = (info) =>
    ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: encoder.encode(info) });
  const [key, check] = await Promise.all([
    subtle.deriveKey(use('cadre-plan 1 key'), source, { name: 'AES-GCM', length: 256 }, false,
      ['encrypt', 'decrypt']),
    subtle.deriveBits(use('cadre-plan 1 check'), source, 128),
  ]);
  return { key, check: new Uint8Array(check) };
}

/**
 * @param {Uint8Array} plan the text of the plan
 * @param {string} password
 * @param {{salt?: Uint8Array, nonce?: Uint8Array, iterations?: number}} [fixed] only for tests
 * @returns {Promise<Uint8Array>} the file
 */
export async function lockPlan(plan, password, fixed = {}) {
  if (globalThis.crypto?.subtle === undefined) {
    throw new LockError(UNAVAILABLE, 'no cryptography at this address');
  }
  const random = (size) => globalThis.crypto.getRandomValues(new Uint8Array(size));
  const { salt = random(16), nonce = random(12), iterations = ITERATIONS } = fixed;
  const { key, check } = await derive(password, salt, iterations);
  const file = new Uint8Array(LEAST + plan.length);
  const view = new DataView(file.buffer);
  file.set(MARK);
  view.setUint16(8, VERSION, true);
  view.setUint8(10, PBKDF2_SHA256);
  view.setUint8(11, AES_256_GCM);
  view.setUint32(12, iterations, true);
  file.set(salt, 16);
  file.set(nonce, 32);
  file.set(check, 44);
  view.setUint32(60, plan.length, true);
  const sealed = await globalThis.crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: file.slice(0, HEADER), tagLength: 8 * TAG },
    key, plan);
  file.set(new Uint8Array(sealed), HEADER);
  const end = file.length - SUM;
  view.setUint32(end, checkSum(file.subarray(0, end)), true);
  return file;
}

/** The header's numbers, once they have been checked. */
function readHeader(file) {
  const damaged = (what) => new LockError(DAMAGED, what);
  if (file.length < LEAST) throw damaged('too short');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = file.length - SUM;
  if (checkSum(file.subarray(0, end)) !== view.getUint32(end, true)) throw damaged('another sum');
  if (MARK.some((byte, at) => file[at] !== byte)) throw damaged('another mark');
  if (view.getUint16(8, true) !== VERSION || view.getUint8(10) !== PBKDF2_SHA256 ||
      view.getUint8(11) !== AES_256_GCM) {
    throw new LockError(TOO_NEW, 'a lock of another kind');
  }
  const iterations = view.getUint32(12, true);
  if (view.getUint32(60, true) + LEAST !== file.length) throw damaged('another size');
  if (iterations < LEAST_ITERATIONS || iterations > MOST_ITERATIONS) {
    throw damaged(`${iterations} iterations`);
  }
  return { iterations, salt: file.slice(16, 32), nonce: file.slice(32, 44), check: file.slice(44, 60) };
}

/**
 * @param {Uint8Array} file
 * @param {string} password
 * @returns {Promise<Uint8Array>} the text of the plan; rejects with a LockError
 */
export async function unlockPlan(file, password) {
  const { iterations, salt, nonce, check } = readHeader(file);
  const derived = await derive(password, salt, iterations);
  if (derived.check.some((byte, at) => byte !== check[at])) {
    throw new LockError(WRONG_PASSWORD, 'wrong password');
  }
  try {
    return new Uint8Array(await globalThis.crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonce, additionalData: file.slice(0, HEADER), tagLength: 8 * TAG },
      derived.key, file.slice(HEADER, file.length - SUM)));
  } catch {
    throw new LockError(ALTERED, 'the content is not what was locked');
  }
}

/** Locks and unlocks for the program, and tells it what came of it. */
export class PlanCrypto {
  #done;
  #pending = 0;
  #waiting = [];

  /** @param {(ticket: number, outcome: number, bytes: Uint8Array) => void} done */
  constructor(done) {
    this.#done = done;
  }

  get busy() {
    return this.#pending > 0;
  }

  async quiet() {
    if (this.busy) await new Promise((resolve) => this.#waiting.push(resolve));
  }

  lock(ticket, plan, password) {
    return this.#answer(ticket, lockPlan(plan, password));
  }

  unlock(ticket, file, password) {
    return this.#answer(ticket, unlockPlan(file, password));
  }

  async #answer(ticket, work) {
    this.#pending += 1;
    try {
      const bytes = await work;
      this.#done(ticket, DONE, bytes);
      bytes.fill(0);
    } catch (error) {
      if (!(error instanceof LockError)) console.warn(`The lock: ${error.message}`);
      this.#done(ticket, error.outcome ?? UNAVAILABLE, new Uint8Array(0));
    } finally {
      this.#pending -= 1;
      if (this.#pending === 0) for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }
}
