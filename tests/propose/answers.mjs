// Answers of the reference solver that are kept beside the questions, because solving them takes far
// longer than asking. A question is the whole integer programme: a change of the model, of the random
// plans or of a sample asks another question, which is solved. One in twenty is solved again all the
// same, so that what is kept is not merely believed.
//
//   CADRE_ANSWERS=record   solves what is not kept and writes it to answers.txt; drops nothing
//   CADRE_ANSWERS=again    solves everything again and fails where an answer differs

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('answers.txt', import.meta.url));
const mode = process.env.CADRE_ANSWERS ?? '';
if (!['', 'record', 'again'].includes(mode)) {
  throw new Error(`CADRE_ANSWERS is "${mode}"; it can be "record" or "again"`);
}

const NONE = 'none';
const kept = new Map();
for (const line of fs.existsSync(FILE) ? fs.readFileSync(FILE, 'utf8').split('\n') : []) {
  const [key, ...values] = line.split(' ');
  if (key !== '') kept.set(key, values.join(' '));
}

const textOf = (values) => (values === null ? NONE : values.join(' '));
/** Of a question, given as the texts that it consists of. */
const keyOf = (texts) => texts.reduce((hash, text) => hash.update(text).update('\0'), createHash('sha256'))
  .digest('hex').slice(0, 16);
const isSolvedAgain = (key) => mode === 'again' || Number.parseInt(key.slice(0, 4), 16) % 20 === 0;

/**
 * The answer to a question: the kept one, or what `solve` finds.
 * @param {string[]} question
 * @param {() => Promise<number[] | null>} solve
 * @returns {Promise<number[] | null>} null: there is no plan
 */
export async function answerTo(question, solve) {
  const key = keyOf(question);
  const known = kept.get(key);
  if (known !== undefined && !isSolvedAgain(key)) return known === NONE ? null : known.split(' ').map(Number);
  const found = await solve();
  const text = textOf(found);
  // The reference solver was once seen to say something else of the same file: what is kept has been
  // found twice.
  const before = known ?? (mode === 'record' ? textOf(await solve()) : text);
  if (before !== text) {
    throw new Error(`the reference solver says ${text} to question ${key}, and said ${before} before`);
  }
  kept.set(key, text);
  return found;
}

if (mode === 'record') {
  process.on('exit', () => {
    const lines = [...kept].map(([key, values]) => `${key} ${values}\n`).sort();
    fs.writeFileSync(FILE, lines.join(''));
  });
}
