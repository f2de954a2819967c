/** What a timeline needs to go on after a reload. Numbers only: ms. */
export type SavedTimeline = {
  readonly now: number;
  readonly wall: number;
  /** Bounds of what the gateway's clock is ahead of this timeline; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
};

/** The page's clocks: ms since 1970, which somebody may set; and ms since some moment, which may stand still in sleep. */
export type PageClocks = { readonly wall: () => number; readonly monotonic: () => number };

/**
 * Time as it passes for a caller on hold: through sleep, and past changes of the wall clock. Where the page's two clocks part,
 * the gateway's time decides; without it a forward step was sleep, and a backward one a change of the clock.
 *
 * A moment is a number of ms that stays what it is: what the gateway's time tells later about a parting of the clocks goes
 * into the time that has passed since. `Date` headers and events are taken to come from one clock.
 */
export type Timeline = {
  /** This moment. Never before an earlier one. */
  readonly now: () => number;
  /** Milliseconds since a moment, as well as is known. Never negative. */
  readonly elapsed: (since: number) => number;
  /** Milliseconds that have passed since a moment at the least. */
  readonly leastElapsed: (since: number) => number;
  /** Whether time has passed since a moment of which nothing is known: the clock was set back while the page was away. */
  readonly isLost: (since: number) => boolean;
  /** The moment that was `duration` ms ago. */
  readonly ago: (duration: number) => number;
  /** The `Date` of an answer, in whole seconds, to a request that left at `askedAt`. */
  readonly sawDate: (date: number, askedAt: number) => void;
  /** An event has arrived. The moment when the gateway made it, or null where its time makes no sense. */
  readonly sawEvent: (gatewayTime: number) => number | null;
  readonly save: () => SavedTimeline;
};

/** Of what the gateway's clock is ahead. */
type Bounds = { readonly low: number; readonly high: number };

/** Where the clocks parted. */
type Parting = {
  /** The last moment before it. */
  readonly at: number;
  /** What may have to be added to the time passed, likeliest first; none fits where time is lost. */
  readonly guesses: readonly number[];
  /** What is added, and the least that may have to be. */
  readonly correction: number;
  readonly least: number;
  readonly isLost: boolean;
};

// A parting is longer than two clocks of 100 ms each (as some browsers have them against fingerprinting) can seem to part.
const tolerance = 500;
// A gateway signs out who does not fetch events for about 120 s. So the fastest event seen was not older than some minutes.
const longestQueued = 300_000;
// An event that seems older than this has its time in another unit, or from a broken clock.
const oldestEvent = 86_400_000;
// Between bounds so far apart, the middle is still less than a second off.
const closeBounds = 2_000;
const unbounded: Bounds = { low: -Infinity, high: Infinity };

export function createTimeline(clocks: PageClocks, saved: SavedTimeline | null = null): Timeline {
  let wall = clocks.wall();
  let monotonic = clocks.monotonic();
  let time = saved?.now ?? wall;
  // Partings that time was corrected for, and the last one, which still may be.
  let partings: readonly Parting[] = [];
  // What is known of the gateway's clock from before the last parting, and from since then.
  let before = unbounded;
  let after: Bounds = { low: saved?.low ?? -Infinity, high: saved?.high ?? Infinity };
  if (saved !== null) {
    // Over a reload only the wall clock went on. Where it went back, how long the page was away is lost.
    const away = wall - saved.wall;
    part(away, away < 0 ? [] : [0]);
  }

  function part(step: number, guesses: readonly number[]): void {
    before = bounds();
    after = unbounded;
    const isLost = guesses.length === 0;
    const kept = partings.filter((parting) => parting.correction !== 0 || parting.isLost);
    partings = [...kept, { at: time, guesses, correction: 0, least: 0, isLost }];
    time += Math.max(1, step); // never two moments of one number, before and after
  }

  function now(): number {
    const [wallBefore, monotonicBefore] = [wall, monotonic];
    wall = clocks.wall();
    monotonic = clocks.monotonic();
    const awake = Math.max(0, monotonic - monotonicBefore);
    const ahead = wall - wallBefore - awake;
    if (ahead > tolerance) part(awake + ahead, [0, -ahead]);
    else if (ahead < -tolerance) setBack(awake, ahead);
    else time += awake;
    return time;
  }

  function setBack(awake: number, ahead: number): void {
    const last = partings.at(-1);
    const ifSet = last?.guesses[1];
    // Set back by what it had gone forward before: that was no sleep either.
    if (last !== undefined && ifSet !== undefined && Math.abs(ifSet - ahead) < tolerance && after.high === Infinity)
      partings = [...partings.slice(0, -1), { ...last, correction: ifSet, least: ifSet }];
    part(awake, [0]);
  }

  /** All that is known of the gateway's clock against the present moments. */
  function bounds(): Bounds {
    const last = partings.at(-1);
    if (last === undefined || last.correction !== last.least) return after;
    const low = Math.max(after.low, before.low + last.correction);
    const high = Math.min(after.high, before.high + last.correction);
    return low <= high ? { low, high } : after;
  }

  function learn(low: number, high: number): void {
    const isContradiction = low > after.high || high < after.low;
    // The gateway's clock was set or drifts: no witness of the last parting any more. (What only events say, a Date overrules.)
    if (isContradiction && after.high < Infinity) before = unbounded;
    after = isContradiction ? { low, high } : { low: Math.max(low, after.low), high: Math.min(high, after.high) };
    const last = partings.at(-1);
    if (last !== undefined) partings = [...partings.slice(0, -1), judged(last)];
  }

  /** The last parting, in the light of what the gateway's clock was ahead before and is since. */
  function judged(last: Parting): Parting {
    const least = after.low - Math.min(before.high, before.low + longestQueued);
    const most = Math.min(after.high, after.low + longestQueued) - before.low;
    if (!Number.isFinite(least) || !Number.isFinite(most)) return last;
    const guess = last.guesses.find((correction) => least <= correction && correction <= most);
    if (guess !== undefined) return { ...last, correction: guess, least: guess };
    if (!Number.isFinite(before.high) || !Number.isFinite(after.high)) return last;
    return { ...last, correction: (least + most) / 2, least, isLost: false };
  }

  function passed(since: number, amount: (parting: Parting) => number): number {
    const uncorrected = now() - since;
    const corrections = partings.filter(({ at }) => at >= since).map(amount);
    return Math.max(
      0,
      corrections.reduce((sum, correction) => sum + correction, uncorrected),
    );
  }

  function ago(duration: number): number {
    let moment = now() - duration;
    for (const { at, correction } of [...partings].reverse()) {
      if (moment + correction > at) return Math.max(moment, at + 1);
      moment += correction;
    }
    return moment;
  }

  return {
    now,
    elapsed: (since) => passed(since, ({ correction }) => correction),
    leastElapsed: (since) => passed(since, ({ least }) => least),
    isLost: (since) => partings.some(({ at, isLost }) => isLost && at >= since),
    ago,
    sawDate: (date, askedAt) => {
      const least = date - now();
      const isOfBefore = askedAt <= (partings.at(-1)?.at ?? -Infinity);
      learn(least, isOfBefore ? Infinity : date + 1_000 - askedAt);
    },
    sawEvent: (gatewayTime) => {
      // It tells only that the gateway's clock has come this far: it may have waited long to be fetched.
      const least = gatewayTime - now();
      if (!Number.isFinite(least) || least > after.high) return null;
      learn(least, Infinity);
      const { low, high } = bounds();
      const age = now() + (high - low > closeBounds ? low : (low + high) / 2) - gatewayTime;
      return age > oldestEvent ? null : ago(age);
    },
    save: () => {
      const { low, high } = bounds();
      return {
        now: now(),
        wall,
        low: Number.isFinite(low) ? low : null,
        high: Number.isFinite(high) ? high : null,
      };
    },
  };
}
