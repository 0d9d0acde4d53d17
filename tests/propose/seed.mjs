/** The same numbers from a seed on every machine. */
export class Random {
  #state;
  constructor(seed) {
    this.#state = (seed * 2654435761 + 12345) >>> 0;
    for (let i = 0; i < 8; i += 1) this.next();
  }
  next() { // xorshift32
    let x = this.#state || 1;
    x ^= x << 13; x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5; x >>>= 0;
    this.#state = x;
    return x;
  }
  below(count) { return this.next() % count; }
  chance(percent) { return this.below(100) < percent; }
  of(list) { return list[this.below(list.length)]; }
}
