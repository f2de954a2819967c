import { createTimeline, type PageClocks } from "./createTimeline.js";
import type { Certainty, HeldSince } from "./HeldSince.js";
import { type HoldTimes, loadHoldTimes, saveHoldTimes } from "./holdTimesStorage.js";

/**
 * Since when each call of one agent's list is held.
 *
 * It cannot see a call that was retrieved and held again between two answers or during a reload, unless an event says so. Nor can
 * it see that the wall clock was set while the page slept or was away, unless a gateway time tells.
 */
export type HoldClock = {
  readonly since: (callId: string) => HeldSince | undefined;
  /** Milliseconds for which the call has been held by now. Never negative. */
  readonly heldFor: (since: HeldSince) => number;
  /** When the hold began, as ms since 1970 of the wall clock as it is now. */
  readonly wallTime: (since: HeldSince) => number;
  /** The present moment of the clock, to note when a request left. */
  readonly now: () => number;
  /** Milliseconds since a moment of the clock. */
  readonly elapsed: (since: number) => number;
  /** Milliseconds by which the machine's clock stepped forward since a moment, for a reason that is not known yet. */
  readonly unexplained: (since: number) => number;
  /** Takes the list that answered a request which left at `requestedAt`. `date`: the answer's `Date`, where it can be read. */
  readonly applyList: (callIds: readonly string[], requestedAt: number, date: number | null) => void;
  /**
   * Takes the same list as the last one. Returns false, and does nothing, where times may have to change: then `applyList` is needed.
   */
  readonly applySameList: (requestedAt: number, date: number | null) => boolean;
  /** Takes a hold event. `gatewayTime`: when the gateway made it. Without it the event counts as made now. */
  readonly sawHold: (callId: string, gatewayTime: number | null) => void;
  /** Takes a known begin of a hold, ms since 1970 by this machine's clock. */
  readonly setSince: (callId: string, wallTime: number) => void;
  /**
   * Takes an event that ends a hold. The list decides whether it did; the next hold event then starts a new hold.
   * Returns whether it can be the end of the present hold: false where it is older.
   */
  readonly sawEnd: (callId: string, gatewayTime: number | null) => boolean;
  /** Takes the gateway's time of any event. */
  readonly sawGatewayTime: (gatewayTime: number) => void;
  /** The times as of now; null before the first answer, and where the time since the last one is lost. */
  readonly times: () => HoldTimes | null;
  /** Replaces the times by those of another tab of this machine. A time that is the same keeps its identity. */
  readonly adopt: (times: HoldTimes) => void;
  /** Stores the times as of now, so that a reload continues from here. Changes are stored without it. */
  readonly save: () => void;
};

/** A smaller step of the machine's clock, ms, counts as inaccuracy. */
export const unnoticedStep = 2_000;
/** After a longer time without an answer, ms, nothing of a hold is certain but that it was there before. */
export const longestUnchecked = 60_000;
// The list may lag behind the events. What an event said and the list denies is believed for this long.
const settlingTime = 2_000;
// Two times of one exact moment may differ by this much where the estimate of the gateway's clock has improved in between.
const exactness = 1_000;
// The gateway signs out an agent who fetches no events for about 120 s. A session that is still accepted after a longer step did
// not sleep through it: the clock was changed.
const longestSleep = 300_000;
const inaccuracy = 20; // between two tabs' clocks, ms
const exact: Certainty = { kind: "exact" };
const atLeast: Certainty = { kind: "at-least" };
const probable: Certainty = { kind: "probable" };

/**
 * @param scope - whose list; times of another list are not taken over
 * @param storage - keeps call IDs and times over a reload; null, full or forbidden costs precision only
 * @param onStep - called when the machine's clock steps forward, while a method of the hold clock runs
 */
export function createHoldClock(
  scope: string,
  clocks: PageClocks,
  storage: Storage | null,
  onStep?: () => void,
): HoldClock {
  const saved = loadHoldTimes(storage, scope);
  const timeline = createTimeline(clocks, saved?.timeline ?? null, onStep);
  let held: ReadonlyMap<string, HeldSince> = new Map(saved?.held);
  // Events report calls before the list does.
  const ahead = new Map<string, HeldSince>();
  // The earliest possible begin of a call's present hold: it was not listed before, or an event ended a hold then.
  const earliest = new Map<string, number>(saved?.earliest);
  // When an event or the host last told since when a call is held, after the last answer.
  const toldAt = new Map<string, number>();
  // Whether no event or gap can change a time at the next answer.
  let isSettled = false;
  // When the last answered request left; -Infinity before the first answer.
  let checkedAt = saved?.checkedAt ?? -Infinity;

  /** A call that is listed, and was not listed, or whose hold had ended, at `absentAt`. */
  function appeared(callId: string, absentAt: number): HeldSince {
    const gap = gapSince(absentAt);
    const least = Math.max(absentAt, earliest.get(callId) ?? -Infinity);
    if (least > -Infinity) earliest.set(callId, least);
    if (gap > longestUnchecked) return { at: timeline.now(), certainty: atLeast };
    return { at: timeline.ago(gap / 2), certainty: { kind: "observed", gap } };
  }

  function listed(callId: string, requestedAt: number): HeldSince {
    const known = held.get(callId) ?? ahead.get(callId);
    const least = earliest.get(callId) ?? -Infinity;
    const settledAt = requestedAt - least > settlingTime ? least : -Infinity;
    if (known === undefined) return appeared(callId, Math.max(checkedAt, settledAt));
    if (settledAt > known.at) return appeared(callId, settledAt); // held again, unseen
    return recheck(known, Math.max(checkedAt, known.at, toldAt.get(callId) ?? -Infinity));
  }

  /** What is still certain of a time, after a gap or a step of the clock since it was last checked. */
  function recheck(known: HeldSince, lastCheck: number): HeldSince {
    const { kind } = known.certainty;
    const step = timeline.unexplained(lastCheck);
    if (step > longestSleep) return asLowerBound(known);
    const isDoubtful = gapSince(lastCheck) > longestUnchecked || (step > unnoticedStep && kind !== "at-least");
    return isDoubtful && kind !== "probable" ? { at: known.at, certainty: probable } : known;
  }

  function gapSince(moment: number): number {
    return timeline.isLost(moment) ? Infinity : timeline.elapsed(moment);
  }

  function setExact(callId: string, at: number, told: number): void {
    const since = { at, certainty: exact };
    isSettled = false;
    earliest.set(callId, at);
    toldAt.set(callId, told);
    if (!held.has(callId)) ahead.set(callId, since);
    else {
      held = new Map(held).set(callId, since);
      save();
    }
  }

  function heldFor(since: HeldSince): number {
    return since.certainty.kind === "at-least" ? timeline.leastElapsed(since.at) : timeline.elapsed(since.at);
  }

  function sawDate(date: number | null, requestedAt: number): void {
    if (date !== null && Number.isFinite(date)) timeline.sawDate(date, requestedAt);
  }

  function times(): HoldTimes | null {
    if (checkedAt === -Infinity || timeline.isLost(checkedAt)) return null;
    // Without clock steps: the next page continues from here.
    const now = timeline.now();
    return {
      timeline: timeline.save(),
      // Steps without an explanation are stored apart.
      held: new Map(
        [...held].map(([callId, since]) => {
          const elapsed = since.certainty.kind === "at-least" ? timeline.leastIfAsleep : timeline.elapsed;
          return [callId, { ...since, at: now - elapsed(since.at) }];
        }),
      ),
      earliest: new Map([...earliest].map(([callId, at]) => [callId, now - timeline.elapsed(at)])),
      checkedAt: now - timeline.elapsed(checkedAt),
    };
  }

  function save(): void {
    const present = times();
    // Where the time since the last answer is lost, the stored times stay better than the present ones.
    if (present !== null) saveHoldTimes(storage, scope, present);
  }

  function adopt({ timeline: theirs, held: theirHeld, earliest: theirEarliest, checkedAt: theirCheck }: HoldTimes) {
    const away = Math.max(0, clocks.wall() - theirs.wall);
    const here = (moment: number) => timeline.ago(theirs.now - moment + away);
    const adopted = [...theirHeld].map(([callId, { at, certainty }]): [string, HeldSince] => {
      const mine = held.get(callId);
      const isInDoubt = certainty.kind === "at-least" && theirs.doubt !== null && at <= theirs.doubt.at;
      const least = isInDoubt ? Math.min(theirs.now, at + theirs.doubt.by) : at;
      const next = { at: here(least), certainty };
      return [callId, mine !== undefined && isSameSince(mine, next) ? mine : next];
    });
    held = new Map(adopted);
    earliest.clear();
    for (const [callId, at] of theirEarliest) earliest.set(callId, here(at));
    checkedAt = here(theirCheck);
    isSettled = false;
    save();
  }

  return {
    since: (callId) => held.get(callId),
    heldFor,
    wallTime: (since) => clocks.wall() - heldFor(since),
    now: timeline.now,
    elapsed: timeline.elapsed,
    unexplained: timeline.unexplained,
    times,
    adopt,
    save,
    applySameList(requestedAt, date) {
      const isChecked = gapSince(checkedAt) <= longestUnchecked && timeline.unexplained(checkedAt) <= unnoticedStep;
      if (!isSettled || !isChecked) return false;
      sawDate(date, requestedAt);
      checkedAt = requestedAt;
      return true;
    },
    applyList(callIds, requestedAt, date) {
      const doubt = timeline.unexplained(-Infinity);
      sawDate(date, requestedAt);
      const isFirst = checkedAt === -Infinity;
      const next = new Map<string, HeldSince>();
      for (const callId of callIds) if (!next.has(callId)) next.set(callId, listed(callId, requestedAt));
      const isChanged = next.size !== held.size || [...next].some(([callId, since]) => held.get(callId) !== since);
      held = next;
      checkedAt = requestedAt;
      for (const [callId, { at }] of ahead)
        if (held.has(callId) || requestedAt - at > settlingTime) ahead.delete(callId);
      for (const [callId, at] of earliest)
        if (!held.has(callId) && requestedAt - at > settlingTime) earliest.delete(callId);
      toldAt.clear();
      isSettled = ahead.size === 0 && [...earliest.values()].every((at) => requestedAt - at > settlingTime);
      if (isChanged || isFirst || timeline.unexplained(-Infinity) < doubt) save();
    },
    sawHold(callId, gatewayTime) {
      const made = gatewayTime === null ? null : timeline.sawEvent(gatewayTime);
      const at = made ?? timeline.now();
      const known = held.get(callId) ?? ahead.get(callId);
      const notListed = known === undefined ? checkedAt - settlingTime : -Infinity;
      const least = Math.max(earliest.get(callId) ?? -Infinity, notListed);
      if (at < least - exactness) return; // of an earlier hold
      const isOver = known === undefined || least > known.at;
      if (isOver) return setExact(callId, Math.max(at, least), at);
      const isLater = at > latest(known) + exactness;
      const isKnown = known.certainty.kind === "exact" || known.certainty.kind === "probable";
      // A held call cannot be put on hold: without a time, and without an end before it, the event is late or repeated.
      if (isKnown ? made === null || !isLater : made === null && isLater) return;
      setExact(callId, isLater ? at : Math.min(at, latest(known)), at);
    },
    setSince(callId, wallTime) {
      if (!Number.isFinite(wallTime)) return;
      setExact(callId, timeline.ago(Math.max(0, clocks.wall() - wallTime)), timeline.now());
    },
    sawEnd(callId, gatewayTime) {
      const at = (gatewayTime === null ? null : timeline.sawEvent(gatewayTime)) ?? timeline.now();
      isSettled = false;
      earliest.set(callId, Math.max(at, earliest.get(callId) ?? -Infinity));
      const known = held.get(callId) ?? ahead.get(callId);
      if ((ahead.get(callId)?.at ?? Infinity) < at) ahead.delete(callId);
      save();
      return known === undefined || at >= soonest(known) - exactness;
    },
    sawGatewayTime: (gatewayTime) => void timeline.sawEvent(gatewayTime),
  };
}

/** Whether two times differ by no more than the page's clocks do. */
function isSameSince(a: HeldSince, b: HeldSince): boolean {
  const gapOf = ({ certainty }: HeldSince) => (certainty.kind === "observed" ? certainty.gap : 0);
  const difference = Math.abs(a.at - b.at) + Math.abs(gapOf(a) - gapOf(b));
  return a.certainty.kind === b.certainty.kind && difference <= inaccuracy;
}

/** The first moment at which the hold can have begun, by when the call was last not listed. */
function soonest({ at, certainty }: HeldSince): number {
  if (certainty.kind === "exact") return at;
  return certainty.kind === "observed" ? at - certainty.gap / 2 : -Infinity;
}

/**
 * A time as a lower bound: from the last moment at which the hold can have begun. A time that is only probable stays so, since its
 * hold can have begun at any moment.
 */
export function asLowerBound(since: HeldSince): HeldSince {
  const { kind } = since.certainty;
  return kind === "at-least" || kind === "probable" ? since : { at: latest(since), certainty: atLeast };
}

/** The last moment at which the hold can have begun, by when the call was first listed. */
function latest({ at, certainty }: HeldSince): number {
  return certainty.kind === "observed" ? at + certainty.gap / 2 : at;
}
