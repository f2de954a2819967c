/** The random numbers of one step. */
export type Random = {
  /** A number from 0 to less than 1. */
  readonly next: () => number;
  readonly chance: (odds: number) => boolean;
  /** An integer from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(all: readonly [T, ...T[]]) => T;
  /** An item of a list that may be empty. */
  readonly pickAny: <T>(all: readonly T[]) => T | undefined;
};

/** Creates the same random numbers for the same seed and step, so that a step can be repeated on its own. */
export function createRandom(seed: number, step: number): Random {
  let state = (seed ^ Math.imul(step + 1, 0x9e3779b1)) >>> 0;
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pickAny = <T>(all: readonly T[]) => all[Math.floor(next() * all.length)];
  return {
    next,
    chance: (odds) => next() < odds,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (all) => pickAny(all) ?? all[0],
    pickAny,
  };
}
