// Encryption of plan files: AES-256-GCM with a key derived from a password, through the browser's
// own cryptography. The format is specified in docs/encrypted-plan.md; src/crypto is the C++
// counterpart.
//
// Passwords and keys are not kept beyond a call.

import { LOCKED_FILE, LockOutcome } from './shared_numbers.mjs';

const {
  VERSION, PBKDF2_SHA256, AES_256_GCM, VERSION_AT, DERIVATION_AT, CIPHER_AT, ITERATIONS_AT, SALT_AT,
  NONCE_AT, KEY_CHECK_AT, CONTENT_SIZE_AT, HEADER_SIZE, SALT_SIZE, NONCE_SIZE, KEY_SIZE, KEY_CHECK_SIZE,
  TAG_SIZE, SUM_SIZE, ITERATIONS, LEAST_ITERATIONS, MOST_ITERATIONS,
} = LOCKED_FILE;
const LEAST_SIZE = HEADER_SIZE + TAG_SIZE + SUM_SIZE;

const encoder = new TextEncoder();

export class LockError extends Error {
  /** @param {number} outcome a LockOutcome */
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

/** The cipher's key, and the value by which a wrong password is detected. */
async function derive(password, salt, iterations) {
  const { subtle } = globalThis.crypto ?? {};
  if (subtle === undefined) {
    throw new LockError(LockOutcome.UNAVAILABLE, 'no cryptography at this address');
  }
  // "ễ" may have been typed as one character or as three.
  const typed = encoder.encode(password.normalize('NFC'));
  const stretched = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  typed.fill(0);
  const master = await subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, stretched, 8 * KEY_SIZE);
  const source = await subtle.importKey('raw', master, 'HKDF', false, ['deriveBits', 'deriveKey']);
  new Uint8Array(master).fill(0);
  const use = (info) =>
    ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: encoder.encode(info) });
  const [key, check] = await Promise.all([
    subtle.deriveKey(use('cadre-plan 1 key'), source, { name: 'AES-GCM', length: 8 * KEY_SIZE }, false,
      ['encrypt', 'decrypt']),
    subtle.deriveBits(use('cadre-plan 1 check'), source, 8 * KEY_CHECK_SIZE),
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
    throw new LockError(LockOutcome.UNAVAILABLE, 'no cryptography at this address');
  }
  const random = (size) => globalThis.crypto.getRandomValues(new Uint8Array(size));
  const { salt = random(SALT_SIZE), nonce = random(NONCE_SIZE), iterations = ITERATIONS } = fixed;
  const { key, check } = await derive(password, salt, iterations);
  const file = new Uint8Array(LEAST_SIZE + plan.length);
  const view = new DataView(file.buffer);
  file.set(LOCKED_FILE.MARK);
  view.setUint16(VERSION_AT, VERSION, true);
  view.setUint8(DERIVATION_AT, PBKDF2_SHA256);
  view.setUint8(CIPHER_AT, AES_256_GCM);
  view.setUint32(ITERATIONS_AT, iterations, true);
  file.set(salt, SALT_AT);
  file.set(nonce, NONCE_AT);
  file.set(check, KEY_CHECK_AT);
  view.setUint32(CONTENT_SIZE_AT, plan.length, true);
  const sealed = await globalThis.crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: file.slice(0, HEADER_SIZE), tagLength: 8 * TAG_SIZE },
    key, plan);
  file.set(new Uint8Array(sealed), HEADER_SIZE);
  const end = file.length - SUM_SIZE;
  view.setUint32(end, checkSum(file.subarray(0, end)), true);
  return file;
}

/** The numbers in the header, after validation. */
function readHeader(file) {
  const damaged = (what) => new LockError(LockOutcome.DAMAGED, what);
  if (file.length < LEAST_SIZE) throw damaged('too short');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = file.length - SUM_SIZE;
  if (checkSum(file.subarray(0, end)) !== view.getUint32(end, true)) throw damaged('another sum');
  if (LOCKED_FILE.MARK.some((byte, at) => file[at] !== byte)) throw damaged('another mark');
  if (view.getUint16(VERSION_AT, true) !== VERSION || view.getUint8(DERIVATION_AT) !== PBKDF2_SHA256 ||
      view.getUint8(CIPHER_AT) !== AES_256_GCM) {
    throw new LockError(LockOutcome.TOO_NEW, 'a lock of another kind');
  }
  const iterations = view.getUint32(ITERATIONS_AT, true);
  if (view.getUint32(CONTENT_SIZE_AT, true) + LEAST_SIZE !== file.length) throw damaged('another size');
  if (iterations < LEAST_ITERATIONS || iterations > MOST_ITERATIONS) {
    throw damaged(`${iterations} iterations`);
  }
  const part = (start, size) => file.slice(start, start + size);
  return {
    iterations,
    salt: part(SALT_AT, SALT_SIZE),
    nonce: part(NONCE_AT, NONCE_SIZE),
    check: part(KEY_CHECK_AT, KEY_CHECK_SIZE),
  };
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
    throw new LockError(LockOutcome.WRONG_PASSWORD, 'wrong password');
  }
  try {
    return new Uint8Array(await globalThis.crypto.subtle.decrypt(
      {
        name: 'AES-GCM', iv: nonce, additionalData: file.slice(0, HEADER_SIZE), tagLength: 8 * TAG_SIZE,
      },
      derived.key, file.slice(HEADER_SIZE, file.length - SUM_SIZE)));
  } catch {
    throw new LockError(LockOutcome.ALTERED, 'the content is not what was locked');
  }
}

/** Encrypts and decrypts for the program, and reports the results. */
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
      this.#done(ticket, LockOutcome.DONE, bytes);
      bytes.fill(0);
    } catch (error) {
      if (!(error instanceof LockError)) console.warn(`The lock: ${error.message}`);
      this.#done(ticket, error.outcome ?? LockOutcome.UNAVAILABLE, new Uint8Array(0));
    } finally {
      this.#pending -= 1;
      if (this.#pending === 0) for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }
}
