import { createStore, type StoreApi } from "zustand/vanilla";
import type { HeldCall } from "../gateway/HeldCall.js";
import type { AgentEvent } from "../session/AgentEvent.js";
import type { HoldMeasure } from "./HoldMeasure.js";
import type { LeftCall, LeftReason } from "./LeftCall.js";
import { attentionAfter, type AttentionLevel, type AttentionSetting, thresholdsOf } from "./attention.js";
import { callHost } from "./callHost.js";
import type { HeldSince } from "./time/HeldSince.js";
import { createHoldClock, type HoldClock } from "./time/createHoldClock.js";
import type { PageClocks } from "./time/createTimeline.js";

/** What is known of the calls beyond the gateway's list. Each part is the same object as long as it says the same. */
export type CallTrackerState = {
  readonly since: ReadonlyMap<string, HeldSince>;
  /** Calls that came a moment ago. */
  readonly arrived: ReadonlySet<string>;
  /** Calls that left a moment ago. */
  readonly left: ReadonlyMap<string, LeftCall>;
  /** Calls that are held long or too long. */
  readonly levels: ReadonlyMap<string, AttentionLevel>;
  /** Whether the host passes on events, so that polls may be rare. */
  readonly eventsFlow: boolean;
};

/** What a host sets, and what it is told. */
export type CallTrackerSettings = {
  readonly attention: AttentionSetting;
  readonly onHeld?: ((call: HeldCall) => void) | undefined;
  readonly onLeft?: ((call: HeldCall, reason: LeftReason) => void) | undefined;
  readonly onAttention?: ((call: HeldCall, level: AttentionLevel) => void) | undefined;
  readonly onMeasure?: ((measure: HoldMeasure) => void) | undefined;
};

/** Watches one agent's calls from answer to answer: since when, who came, who left and why, who waits too long. */
export type CallTracker = {
  readonly store: StoreApi<CallTrackerState>;
  /** Whose calls these are: another sign-in begins anew, and after null, or another agent, nothing is left of the former. */
  readonly setScope: (asker: { agentId: string; signIn: number } | null) => void;
  /** Now, to note when a request left. */
  readonly now: () => number;
  /** Milliseconds for which a call has been held by now. */
  readonly heldFor: (since: HeldSince) => number;
  /** The moment since when, ms since 1970 by the wall clock. */
  readonly wallTime: (since: HeldSince) => number;
  /** The list has come, to a request that left at `askedAt`. `date`: the answer's `Date`, ms since 1970. */
  readonly applyList: (calls: readonly HeldCall[], askedAt: number, date: number | null) => void;
  readonly applyEvents: (events: readonly AgentEvent[]) => void;
  /** How many events that move calls have been heard of. */
  readonly eventCount: () => number;
  /** Whether the last answer lists a call; null where there is no answer. */
  readonly isListed: (callId: string) => boolean | null;
  /** When the request left whose answer is the list: as of `now`; -Infinity before the first answer. */
  readonly requestedAt: () => number;
  /** Passes a measure on to the host. */
  readonly measure: (measure: HoldMeasure) => void;
  readonly set: (settings: CallTrackerSettings) => void;
  /**
   * Somebody looks; the function given back ends that. When nobody does, the calls and their numbers are dropped: no answer
   * would tell any more which of them still wait. Only their times stay.
   */
  readonly retain: () => () => void;
  readonly hasObservers: () => boolean;
  /** Stops all timers: nobody looks any more. */
  readonly pause: () => void;
};

const arrivalShows = 3_000;
const departureShows = 5_000;
const reasonLasts = 30_000;
const flowLasts = 20_000; // two of the gateway's long polls
// Customer_Release also comes with the agent's own doing, which another event then tells of, and after talking.
const weight: Readonly<Record<LeftReason, number>> = { "customer-hung-up": 0, unknown: 1, retrieved: 2 };

const nothing: CallTrackerState = {
  since: new Map(),
  arrived: new Set(),
  left: new Map(),
  levels: new Map(),
  eventsFlow: false,
};

/** @param storage - where hold times outlive a reload; called when it is needed, since a page without a window has none */
export function createCallTracker(
  initial: CallTrackerSettings,
  clocks: PageClocks,
  storage: () => Storage | null,
): CallTracker {
  const store = createStore<CallTrackerState>()(() => nothing);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const reasons = new Map<string, { readonly reason: LeftReason; readonly at: number }>();
  let settings = initial;
  let followed: { agentId: string; signIn: number } | null = null;
  let clock: HoldClock = createHoldClock("", clocks, null);
  let calls: ReadonlyMap<string, HeldCall> | null = null;
  let lastAskedAt = -Infinity;
  let longestHold = 0;
  let eventsHeard = 0;
  let watchers = 0;

  /** One timer for each purpose: a new one takes the place of the old. */
  function later(purpose: string, wait: number, run: () => void): void {
    clearTimeout(timers.get(purpose));
    timers.set(purpose, setTimeout(run, Math.min(wait, 2 ** 31 - 1)));
  }

  /** Nothing is left for a timer to end: whoever looks next may do so much later. */
  function pause(): void {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    const { arrived, left, eventsFlow } = store.getState();
    if (arrived.size > 0 || left.size > 0 || eventsFlow) {
      const { since, levels } = store.getState();
      store.setState({ ...nothing, since, levels });
    }
  }

  function forget(): void {
    calls = null;
    lastAskedAt = -Infinity;
    reasons.clear();
    store.setState(nothing);
  }

  function noteArrival(call: HeldCall): void {
    const { callId } = call;
    reasons.delete(callId);
    store.setState(({ arrived, left }) => ({ arrived: new Set([...arrived, callId]), left: without(left, callId) }));
    later(`arrived ${callId}`, arrivalShows, () =>
      store.setState(({ arrived }) => ({ arrived: new Set([...arrived].filter((other) => other !== callId)) })),
    );
  }

  function noteDeparture(call: HeldCall): void {
    const { callId } = call;
    const since = clock.since(callId);
    const reason = reasons.get(callId)?.reason ?? "unknown";
    const heldFor = since === undefined ? 0 : clock.heldFor(since);
    store.setState(({ left }) => ({ left: new Map([...left, [callId, { call, reason, since, heldFor }]]) }));
    later(`left ${callId}`, departureShows, () => store.setState(({ left }) => ({ left: without(left, callId) })));
    longestHold = Math.max(longestHold, heldFor);
    if (since !== undefined)
      measure({ kind: "hold-ended", heldFor, certainty: since.certainty.kind, longest: longestHold });
  }

  function measure(one: HoldMeasure): void {
    callHost(() => settings.onMeasure?.(one));
  }

  function noteCrossing(call: HeldCall, level: AttentionLevel): void {
    const since = clock.since(call.callId);
    if (since !== undefined && level !== "none")
      measure({ kind: "threshold-crossed", level, heldFor: clock.heldFor(since) });
    callHost(() => settings.onAttention?.(call, level));
  }

  /** An event tells why a call leaves, before the list shows it or just after. */
  function noteReason(callId: string, reason: LeftReason): void {
    const known = store.getState().left.get(callId);
    if (known === undefined && calls?.has(callId) !== true) return;
    const told = reasons.get(callId)?.reason;
    if (told !== undefined && weight[told] >= weight[reason]) return;
    reasons.set(callId, { reason, at: clock.now() });
    if (known !== undefined && known.reason !== reason)
      store.setState(({ left }) => ({ left: new Map([...left, [callId, { ...known, reason }]]) }));
  }

  /** Compares each call with its thresholds, tells of those that have crossed one, and comes back for the next crossing. */
  function checkAttention(): void {
    const before = store.getState().levels;
    const levels = new Map<string, AttentionLevel>();
    const risen: HeldCall[] = [];
    let nextIn = Infinity;
    for (const call of calls?.values() ?? []) {
      const since = clock.since(call.callId);
      if (since === undefined) continue;
      const attention = attentionAfter(clock.heldFor(since), thresholdsOf(call, settings.attention));
      nextIn = Math.min(nextIn, attention.nextIn);
      if (attention.level === "none") continue;
      levels.set(call.callId, attention.level);
      if (before.get(call.callId) !== attention.level && before.get(call.callId) !== "too-long") risen.push(call);
    }
    if (!isSame(levels, before)) store.setState({ levels });
    clearTimeout(timers.get("attention"));
    if (nextIn < Infinity) later("attention", nextIn, checkAttention);
    for (const call of risen) noteCrossing(call, levels.get(call.callId) ?? "none");
  }

  /** What the clock knows of the calls, for those who show it. */
  function shareTimes(): void {
    const since = new Map<string, HeldSince>();
    for (const callId of calls?.keys() ?? []) {
      const known = clock.since(callId);
      if (known !== undefined) since.set(callId, known);
    }
    if (!isSame(since, store.getState().since)) store.setState({ since });
    checkAttention();
  }

  function hear(event: AgentEvent): void {
    if (event.at !== null) clock.sawGatewayTime(event.at);
    if (event.kind === "held-since") return clock.setSince(event.callId, event.since);
    if (event.kind === "phone-released") eventsHeard++;
    if (!("callId" in event)) return;
    eventsHeard++;
    if (event.kind === "held") return hearHold(event.callId, event.at);
    const isOfThisHold = clock.sawEnd(event.callId, event.at);
    if (isOfThisHold) noteReason(event.callId, reasonOf(event));
  }

  /** What ended an earlier hold says nothing of a new one. */
  function hearHold(callId: string, at: number | null): void {
    const before = clock.since(callId);
    clock.sawHold(callId, at);
    if (clock.since(callId) !== before) reasons.delete(callId);
  }

  return {
    store,
    now: () => clock.now(),
    heldFor: (since) => clock.heldFor(since),
    wallTime: (since) => clock.wallTime(since),
    eventCount: () => eventsHeard,
    isListed: (callId) => calls && calls.has(callId),
    requestedAt: () => lastAskedAt,
    measure,
    set(changed) {
      const isNew = changed.attention !== settings.attention;
      settings = changed;
      if (isNew) checkAttention();
    },
    pause,
    hasObservers: () => watchers > 0,
    retain() {
      watchers++;
      return () => {
        if (--watchers > 0) return;
        pause();
        forget();
      };
    },
    setScope(asker) {
      if (asker?.signIn === followed?.signIn && asker?.agentId === followed?.agentId) return;
      if (asker?.agentId !== followed?.agentId) clock.clear();
      followed = asker && { agentId: asker.agentId, signIn: asker.signIn };
      clock = asker === null ? createHoldClock("", clocks, null) : createHoldClock(asker.agentId, clocks, storage());
      longestHold = 0;
      pause();
      forget();
    },
    applyList(list, askedAt, date) {
      const before = calls;
      lastAskedAt = askedAt;
      calls = new Map(list.map((call) => [call.callId, call]));
      const gone = [...(before?.values() ?? [])].filter(({ callId }) => calls?.has(callId) === false);
      const come = [...calls.values()].filter(({ callId }) => before?.has(callId) === false);
      gone.forEach(noteDeparture);
      clock.answered([...calls.keys()], askedAt, date);
      const told = gone.map((call) => ({ call, reason: reasons.get(call.callId)?.reason ?? "unknown" }));
      come.forEach(noteArrival);
      for (const [callId, { at }] of reasons) if (clock.now() - at > reasonLasts) reasons.delete(callId);
      // Last, and one by one, since a callback may sign out.
      const asker = followed;
      for (const { call, reason } of told) if (followed === asker) callHost(() => settings.onLeft?.(call, reason));
      for (const call of come) if (followed === asker) callHost(() => settings.onHeld?.(call));
      shareTimes();
    },
    applyEvents(events) {
      events.forEach(hear);
      // What a host knows is no event, and proves no flow of them.
      if (!events.some(({ kind }) => kind === "held-since")) {
        if (!store.getState().eventsFlow) store.setState({ eventsFlow: true });
        later("flow", flowLasts, () => store.setState({ eventsFlow: false }));
      }
      shareTimes();
    },
  };
}

function reasonOf(event: AgentEvent): LeftReason {
  if (event.kind === "talking") return "retrieved";
  return event.kind === "released" && event.by === "customer" ? "customer-hung-up" : "unknown";
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  return map.has(key) ? new Map([...map].filter(([other]) => other !== key)) : map;
}

function isSame<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
