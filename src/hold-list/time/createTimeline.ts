/** What a timeline needs to continue after a reload. All fields are ms. */
export type SavedTimeline = {
  readonly now: number;
  readonly wall: number;
  readonly monotonic: number;
  /** When the clocks last stepped forward without an explanation by the gateway's time, and by how much in all; null if they did not. */
  readonly doubt: { readonly at: number; readonly by: number } | null;
  /** Bounds of how far the gateway's clock is ahead of this timeline; null where unknown. */
  readonly low: number | null;
  readonly high: number | null;
};

/**
 * The page's clocks: `wall` is ms since 1970 and can be set by the user; `monotonic` may stand still while the machine sleeps. It
 * goes on over a reload, unless another process of the browser then shows the page.
 */
export type PageClocks = { readonly wall: () => number; readonly monotonic: () => number };

/**
 * Elapsed time that survives sleep and changes of the wall clock. Where the page's two clocks diverge, the gateway's time decides
 * what happened. Without it a forward step counts as sleep, and a backward step as a change of the wall clock.
 *
 * A moment is a number of ms that never changes. What the gateway's time tells later about a step corrects the time elapsed since
 * the moment. `Date` headers and events are taken to come from one clock.
 */
export type Timeline = {
  /** The present moment. Never before an earlier one. */
  readonly now: () => number;
  /** Milliseconds since a moment, as well as is known. Never negative. */
  readonly elapsed: (since: number) => number;
  /** A lower bound of the ms since a moment: steps that nothing has explained yet do not count. */
  readonly leastElapsed: (since: number) => number;
  /** The same if the steps that nothing has explained yet were sleep. */
  readonly leastIfAsleep: (since: number) => number;
  /** Milliseconds by which the clocks stepped forward since a moment without an explanation by the gateway's time. */
  readonly unexplained: (since: number) => number;
  /** Whether an unknown amount of time has passed since a moment: the clock was set back while the page was away. */
  readonly isLost: (since: number) => boolean;
  /** The moment that was `duration` ms ago. */
  readonly ago: (duration: number) => number;
  /** Takes the `Date` of an answer, in whole seconds, to a request that left at `requestedAt`. */
  readonly sawDate: (date: number, requestedAt: number) => void;
  /** Takes an event's time. Returns the moment when the gateway made it, or null where its time makes no sense. */
  readonly sawEvent: (gatewayTime: number) => number | null;
  readonly save: () => SavedTimeline;
};

/** Bounds of how far the gateway's clock is ahead. */
type Bounds = { readonly low: number; readonly high: number };

/** A divergence of the page's two clocks. */
type ClockStep = {
  /** The last moment before it. */
  readonly at: number;
  /** What may have to be added to the elapsed time, likeliest first. Empty where the elapsed time is lost. */
  readonly candidates: readonly number[];
  /** What is added to the elapsed time, and the least that may have to be added. */
  readonly correction: number;
  readonly least: number;
  /** Whether the gateway's time, or a step back, has told which candidate is right. */
  readonly isExplained: boolean;
  readonly isLost: boolean;
};

// Longer than two clocks of 100 ms resolution each (some browsers coarsen them against fingerprinting) can seem to diverge.
const tolerance = 500;
// A gateway signs out an agent who fetches no events for about 120 s, so the fastest event seen was not older than some minutes.
const longestQueued = 300_000;
// An event that seems older than this has its time in another unit, or from a broken clock.
const oldestEvent = 86_400_000;
// Between bounds this close, the middle is less than a second off.
const closeBounds = 2_000;
const unbounded: Bounds = { low: -Infinity, high: Infinity };

/** @param onStep - called when the clocks diverge, while a method of the timeline runs. */
export function createTimeline(
  clocks: PageClocks,
  saved: SavedTimeline | null = null,
  onStep: () => void = () => {},
): Timeline {
  let wall = clocks.wall();
  let monotonic = clocks.monotonic();
  let time = saved?.now ?? wall;
  // Steps that changed the elapsed time, those that nothing has explained, and the last step.
  let steps: readonly ClockStep[] = [];
  // What is known of the gateway's clock from before the last step, and from after it.
  let before = unbounded;
  let after: Bounds = { low: saved?.low ?? -Infinity, high: saved?.high ?? Infinity };
  if (saved !== null) {
    // If the wall clock went back, the time away is lost. If it went further than the monotonic one, that was sleep or a change of
    // it, or the two come from different processes.
    const away = wall - saved.wall;
    const ahead = Math.min(away, away - (monotonic - saved.monotonic));
    const { doubt } = saved;
    if (doubt !== null) steps = [doubtfulStep(doubt.at, doubt.by)];
    if (away < 0) recordStep(away, []);
    else if (ahead > tolerance) recordStep(away, [0, -ahead]);
    else if (doubt === null) recordStep(away, [0]);
    else {
      // Nothing but the earlier step is in doubt.
      [before, after] = [after, unbounded];
      time += away;
    }
  }

  function recordStep(duration: number, candidates: readonly number[]): void {
    before = bounds();
    after = unbounded;
    const isLost = candidates.length === 0;
    const isExplained = candidates.length < 2;
    const least = Math.min(0, ...candidates);
    const kept = steps.filter((step) => step.correction !== 0 || step.isLost || !step.isExplained);
    steps = [...kept, { at: time, candidates, correction: 0, least, isExplained, isLost }];
    time += Math.max(1, duration); // the moments before and after must differ
    if (!isExplained) onStep();
  }

  function now(): number {
    const [wallBefore, monotonicBefore] = [wall, monotonic];
    wall = clocks.wall();
    monotonic = clocks.monotonic();
    const awake = Math.max(0, monotonic - monotonicBefore);
    const ahead = wall - wallBefore - awake;
    if (ahead > tolerance) recordStep(awake + ahead, [0, -ahead]);
    else if (ahead < -tolerance) stepBack(awake, ahead);
    else time += awake;
    return time;
  }

  function stepBack(awake: number, ahead: number): void {
    const last = steps.at(-1);
    const ifClockChanged = last?.candidates[1];
    // The wall clock went back by what it had gone forward: the forward step was no sleep.
    if (
      last !== undefined &&
      ifClockChanged !== undefined &&
      Math.abs(ifClockChanged - ahead) < tolerance &&
      after.high === Infinity
    )
      steps = [...steps.slice(0, -1), explained(last, ifClockChanged)];
    recordStep(awake, [0]);
  }

  /** All that is known of the gateway's clock against the present moments. */
  function bounds(): Bounds {
    const last = steps.at(-1);
    if (last === undefined || (last.isExplained && last.correction !== last.least)) return after;
    const low = Math.max(after.low, before.low + last.correction);
    const high = Math.min(after.high, before.high + last.correction);
    return low <= high ? { low, high } : after;
  }

  function observeOffset(low: number, high: number): void {
    const isContradiction = low > after.high || high < after.low;
    // The gateway's clock was set or drifts, so it cannot explain the last step. (A Date overrules what only events said.)
    if (isContradiction && after.high < Infinity) before = unbounded;
    after = isContradiction ? { low, high } : { low: Math.max(low, after.low), high: Math.min(high, after.high) };
    const last = steps.at(-1);
    if (last === undefined) return;
    const classified = classifyStep(last);
    const earlier = steps.slice(0, -1);
    // What is known from before the last step assumes that earlier steps were sleep: its correction includes theirs.
    steps = [...(classified === last ? earlier : earlier.map(settled)), classified];
  }

  function presentDoubt(): SavedTimeline["doubt"] {
    const last = steps.filter(({ isExplained }) => !isExplained).at(-1);
    if (last === undefined) return null;
    const elapsed = sumSince(last.at, time - last.at, ({ correction }) => correction);
    return { at: time - elapsed, by: unexplainedSince(-Infinity) };
  }

  const unexplainedSince = (since: number) =>
    sumSince(since, 0, ({ isExplained, least }) => (isExplained ? 0 : -least));

  /** Explains a step by how far the gateway's clock was ahead before it and is ahead after it. */
  function classifyStep(step: ClockStep): ClockStep {
    const least = after.low - Math.min(before.high, before.low + longestQueued);
    const most = Math.min(after.high, after.low + longestQueued) - before.low;
    if (!Number.isFinite(least) || !Number.isFinite(most)) return step;
    const fitting = step.candidates.find((correction) => least <= correction && correction <= most);
    if (fitting !== undefined) return explained(step, fitting);
    if (!Number.isFinite(before.high) || !Number.isFinite(after.high)) return step;
    return { ...step, correction: (least + most) / 2, least, isExplained: true, isLost: false };
  }

  function sumSince(since: number, uncorrected: number, amount: (step: ClockStep) => number): number {
    let sum = uncorrected;
    for (const step of steps) if (step.at >= since) sum += amount(step);
    return Math.max(0, sum);
  }

  function ago(duration: number): number {
    let moment = now() - duration;
    for (const { at, correction } of [...steps].reverse()) {
      if (moment + correction > at) return Math.max(moment, at + 1);
      moment += correction;
    }
    return moment;
  }

  return {
    now,
    elapsed: (since) => sumSince(since, now() - since, ({ correction }) => correction),
    leastElapsed: (since) => sumSince(since, now() - since, ({ least }) => least),
    leastIfAsleep: (since) => sumSince(since, now() - since, ({ isExplained, least }) => (isExplained ? least : 0)),
    unexplained: (since) => {
      now();
      return unexplainedSince(since);
    },
    isLost: (since) => steps.some(({ at, isLost }) => isLost && at >= since),
    ago,
    sawDate: (date, requestedAt) => {
      const least = date - now();
      const isFromBefore = requestedAt <= (steps.at(-1)?.at ?? -Infinity);
      observeOffset(least, isFromBefore ? Infinity : date + 1_000 - requestedAt);
    },
    sawEvent: (gatewayTime) => {
      // An event may have waited long to be fetched: it tells only that the gateway's clock has come this far.
      const least = gatewayTime - now();
      if (!Number.isFinite(least) || least > after.high) return null;
      observeOffset(least, Infinity);
      const { low, high } = bounds();
      const age = now() + (high - low > closeBounds ? low : (low + high) / 2) - gatewayTime;
      return age > oldestEvent ? null : ago(age);
    },
    save: () => {
      const present = now();
      // What is known from before a step can still explain it.
      const { low, high } = steps.at(-1)?.isExplained === false ? before : bounds();
      return {
        now: present,
        wall,
        monotonic,
        doubt: presentDoubt(),
        low: Number.isFinite(low) ? low : null,
        high: Number.isFinite(high) ? high : null,
      };
    },
  };
}

function doubtfulStep(at: number, by: number): ClockStep {
  return { at, candidates: [0, -by], correction: 0, least: -by, isExplained: false, isLost: false };
}

function explained(step: ClockStep, correction: number): ClockStep {
  return { ...step, correction, least: correction, isExplained: true };
}

/** The step with its present correction, where it has no explanation of its own. */
function settled(step: ClockStep): ClockStep {
  return step.isExplained ? step : explained(step, step.correction);
}
