import { createTimeline, type PageClocks } from "./createTimeline.js";
import type { Certainty, HeldSince } from "./HeldSince.js";
import { loadHoldTimes, saveHoldTimes } from "./holdTimesStorage.js";

/**
 * Since when each call of one agent's list is held.
 *
 * What it cannot see: a call that was retrieved and held again between two answers or during a reload, unless an event says
 * so; and that the wall clock was set while the page slept or was away, unless a gateway time tells.
 */
export type HoldClock = {
  readonly since: (callId: string) => HeldSince | undefined;
  /** Milliseconds for which it has been held by now. Never negative. */
  readonly heldFor: (since: HeldSince) => number;
  /** The moment it began, as ms since 1970 of the wall clock as it is now. */
  readonly wallTime: (since: HeldSince) => number;
  /** Now, as a moment of the clock: to note when a request left. */
  readonly now: () => number;
  /** The list has answered a request that left at `askedAt`. `date`: the answer's `Date`, where it can be read. */
  readonly answered: (callIds: readonly string[], askedAt: number, date: number | null) => void;
  /** A hold event has arrived. `gatewayTime`: when the gateway made it, where it says so. Else it counts as made now. */
  readonly sawHold: (callId: string, gatewayTime: number | null) => void;
  /** A call is known to be held since a moment, ms since 1970 by this machine's clock. */
  readonly setSince: (callId: string, wallTime: number) => void;
  /**
   * An event that ends the hold has arrived. The list decides whether it did; the next hold event then counts anew.
   * Gives back whether it can be the end of the present hold: false where it is older.
   */
  readonly sawEnd: (callId: string, gatewayTime: number | null) => boolean;
  /** Any event with a time of the gateway's. */
  readonly sawGatewayTime: (gatewayTime: number) => void;
  /** Calls back when a time became known or better. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Drops all times, also the stored ones. */
  readonly clear: () => void;
};

const longestUnwatched = 60_000;
// The list may lag behind the events. What an event said and the list denies is believed for so long.
const settling = 2_000;
// Two times of one exact moment, by estimates of the gateway's clock that have become better meanwhile.
const exactness = 1_000;
const exact: Certainty = { kind: "exact" };
const atLeast: Certainty = { kind: "at-least" };
const probable: Certainty = { kind: "probable" };

/**
 * @param agentId - whose list; times of another agent are not taken over
 * @param storage - keeps call IDs and times over a reload; null, full or forbidden costs precision only
 */
export function createHoldClock(agentId: string, clocks: PageClocks, storage: Storage | null): HoldClock {
  const saved = loadHoldTimes(storage, agentId);
  const timeline = createTimeline(clocks, saved?.timeline ?? null);
  let held: ReadonlyMap<string, HeldSince> = new Map(saved?.held);
  // Events tell of calls before the list does.
  const ahead = new Map<string, HeldSince>();
  // The present hold of a call cannot have begun before: it was not listed then, or an event ended a hold.
  const earliest = new Map<string, number>(saved?.earliest);
  // When it was last told since when a call is held, from after the last answer.
  const toldAt = new Map<string, number>();
  // When the request left that was last answered; -Infinity before the first.
  let watchedAt = saved?.watchedAt ?? -Infinity;
  const listeners = new Set<() => void>();

  /** A call that the list shows, and did not show at `absentAt`; or whose hold had ended by then. */
  function appeared(callId: string, absentAt: number): HeldSince {
    const gap = gapSince(absentAt);
    const least = Math.max(absentAt, earliest.get(callId) ?? -Infinity);
    if (least > -Infinity) earliest.set(callId, least);
    if (gap > longestUnwatched) return { at: timeline.now(), certainty: atLeast };
    return { at: timeline.ago(gap / 2), certainty: { kind: "observed", gap } };
  }

  function seen(callId: string, askedAt: number): HeldSince {
    const known = held.get(callId) ?? ahead.get(callId);
    const least = earliest.get(callId) ?? -Infinity;
    const settledAt = askedAt - least > settling ? least : -Infinity;
    if (known === undefined) return appeared(callId, Math.max(watchedAt, settledAt));
    if (settledAt > known.at) return appeared(callId, settledAt); // held again, unseen
    const lookedAt = Math.max(watchedAt, toldAt.get(callId) ?? -Infinity);
    const isDoubtful = known.certainty.kind !== "probable" && gapSince(lookedAt) > longestUnwatched;
    return isDoubtful ? { at: known.at, certainty: probable } : known;
  }

  function gapSince(moment: number): number {
    return timeline.isLost(moment) ? Infinity : timeline.elapsed(moment);
  }

  function setExact(callId: string, at: number, told: number): void {
    const since = { at, certainty: exact };
    earliest.set(callId, at);
    toldAt.set(callId, told);
    if (!held.has(callId)) ahead.set(callId, since);
    else {
      held = new Map(held).set(callId, since);
      save();
      notify();
    }
  }

  function heldFor(since: HeldSince): number {
    return since.certainty.kind === "at-least" ? timeline.leastElapsed(since.at) : timeline.elapsed(since.at);
  }

  function save(): void {
    // What was stored before stays good where it cannot be told yet how long ago it was.
    if (watchedAt === -Infinity || timeline.isLost(watchedAt)) return;
    // As if the clocks had never parted: the next page goes on from here.
    const now = timeline.now();
    saveHoldTimes(storage, agentId, {
      timeline: timeline.save(),
      held: new Map([...held].map(([callId, since]) => [callId, { ...since, at: now - heldFor(since) }])),
      earliest: new Map([...earliest].map(([callId, at]) => [callId, now - timeline.elapsed(at)])),
      watchedAt: now - timeline.elapsed(watchedAt),
    });
  }

  function notify(): void {
    listeners.forEach((onChange) => onChange());
  }

  return {
    since: (callId) => held.get(callId),
    heldFor,
    wallTime: (since) => clocks.wall() - heldFor(since),
    now: timeline.now,
    answered(callIds, askedAt, date) {
      if (date !== null && Number.isFinite(date)) timeline.sawDate(date, askedAt);
      const next = new Map<string, HeldSince>();
      for (const callId of callIds) if (!next.has(callId)) next.set(callId, seen(callId, askedAt));
      const isChanged = next.size !== held.size || [...next].some(([callId, since]) => held.get(callId) !== since);
      held = next;
      watchedAt = askedAt;
      for (const [callId, { at }] of ahead) if (held.has(callId) || askedAt - at > settling) ahead.delete(callId);
      for (const [callId, at] of earliest) if (!held.has(callId) && askedAt - at > settling) earliest.delete(callId);
      toldAt.clear();
      save();
      if (isChanged) notify();
    },
    sawHold(callId, gatewayTime) {
      const made = gatewayTime === null ? null : timeline.sawEvent(gatewayTime);
      const at = made ?? timeline.now();
      const known = held.get(callId) ?? ahead.get(callId);
      const notListed = known === undefined ? watchedAt - settling : -Infinity;
      const least = Math.max(earliest.get(callId) ?? -Infinity, notListed);
      if (at < least - exactness) return; // of an earlier hold
      const isOver = known === undefined || least > known.at;
      if (isOver) return setExact(callId, Math.max(at, least), at);
      const isLater = at > latest(known) + exactness;
      const isKnown = known.certainty.kind === "exact" || known.certainty.kind === "probable";
      // A call on hold cannot be put on hold: without a time, and without an end before it, the event is a late or repeated one.
      if (isKnown ? made === null || !isLater : made === null && isLater) return;
      setExact(callId, isLater ? at : Math.min(at, latest(known)), at);
    },
    setSince(callId, wallTime) {
      if (!Number.isFinite(wallTime)) return;
      setExact(callId, timeline.ago(Math.max(0, clocks.wall() - wallTime)), timeline.now());
    },
    sawEnd(callId, gatewayTime) {
      const at = (gatewayTime === null ? null : timeline.sawEvent(gatewayTime)) ?? timeline.now();
      earliest.set(callId, Math.max(at, earliest.get(callId) ?? -Infinity));
      const known = held.get(callId) ?? ahead.get(callId);
      if ((ahead.get(callId)?.at ?? Infinity) < at) ahead.delete(callId);
      save();
      return known === undefined || at >= soonest(known) - exactness;
    },
    sawGatewayTime: (gatewayTime) => void timeline.sawEvent(gatewayTime),
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    clear() {
      held = new Map();
      ahead.clear();
      earliest.clear();
      toldAt.clear();
      watchedAt = -Infinity;
      saveHoldTimes(storage, agentId, null);
      notify();
    },
  };
}

/** The first moment at which the hold can have begun, by when the call was last not listed. */
function soonest({ at, certainty }: HeldSince): number {
  if (certainty.kind === "exact") return at;
  return certainty.kind === "observed" ? at - certainty.gap / 2 : -Infinity;
}

/** The last moment at which the hold can have begun, by when the call was first listed. */
function latest({ at, certainty }: HeldSince): number {
  return certainty.kind === "observed" ? at + certainty.gap / 2 : at;
}
