import { createStore, type StoreApi } from "zustand/vanilla";
import type { HeldCall } from "../gateway/HeldCall.js";
import type { AgentEvent } from "../session/parseAgentEvents.js";
import { type AttentionLevel, attentionAfter, type AttentionSetting, thresholdsOf } from "./attention.js";
import { createHoldClock, type HeldSince, type HoldClock } from "./createHoldClock.js";
import type { PageClocks } from "./createTimeline.js";

/** Why a call is no longer on hold. `unknown` where no event told it. */
export type LeftReason = "unknown" | "customer-hung-up" | "retrieved";

/** A call that was on hold a moment ago. */
export type LeftCall = {
  readonly call: HeldCall;
  readonly reason: LeftReason;
  /** How long it was held, ms, as far as that is known. */
  readonly heldFor: number;
};

/** What is known of the calls beyond the gateway's list. Each map is the same object as long as it says the same. */
export type HoldWatchState = {
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

/** What a host sets and is told. */
export type HoldWatchSettings = {
  readonly attention: AttentionSetting;
  readonly onHeld: ((call: HeldCall) => void) | undefined;
  readonly onLeft: ((call: HeldCall, reason: LeftReason) => void) | undefined;
  readonly onAttention: ((call: HeldCall, level: AttentionLevel) => void) | undefined;
};

/** Watches one agent's calls from answer to answer: since when, who came, who left and why, who waits too long. */
export type HoldWatch = {
  readonly store: StoreApi<HoldWatchState>;
  /** Milliseconds for which a call has been held by now; 0 where that is not known. */
  readonly heldFor: (since: HeldSince | undefined) => number;
  readonly wallTime: (since: HeldSince) => number;
  /** Now, to note when a request left. */
  readonly now: () => number;
  readonly answered: (calls: readonly HeldCall[], askedAt: number, date: number | null) => void;
  readonly heard: (events: readonly AgentEvent[]) => void;
  /** Forgets everything, also what is stored: the agent has signed out. */
  readonly end: () => void;
  /** Stops all timers: nobody looks any more. */
  readonly pause: () => void;
};

const arrivalShows = 3_000;
const departureShows = 5_000;
const hintLasts = 30_000;
const flowLasts = 20_000; // two long polls of the gateway's event poll

export function createHoldWatch(
  agentId: string,
  settings: () => HoldWatchSettings,
  clocks: PageClocks,
  storage: Storage | null,
): HoldWatch {
  const clock: HoldClock = createHoldClock(agentId, clocks, storage);
  let calls: ReadonlyMap<string, HeldCall> | null = null;
  const reasons = new Map<string, { reason: LeftReason; at: number }>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const store = createStore<HoldWatchState>()(() => ({
    since: new Map(),
    arrived: new Set(),
    left: new Map(),
    levels: new Map(),
    eventsFlow: false,
  }));

  /** One timer for each purpose: a new one takes the place of the old. */
  function later(purpose: string, wait: number, run: () => void): void {
    clearTimeout(timers.get(purpose));
    timers.set(purpose, setTimeout(run, Math.min(wait, 2 ** 31 - 1)));
  }

  function noteArrival(call: HeldCall): void {
    store.setState(({ arrived, left }) => ({
      arrived: new Set(arrived).add(call.callId),
      left: without(left, call.callId),
    }));
    later(`arrived ${call.callId}`, arrivalShows, () =>
      store.setState(({ arrived }) => ({ arrived: new Set([...arrived].filter((callId) => callId !== call.callId)) })),
    );
    tell(() => settings().onHeld?.(call));
  }

  function noteDeparture(call: HeldCall, heldFor: number): void {
    const reason = reasons.get(call.callId)?.reason ?? "unknown";
    store.setState(({ left }) => ({ left: new Map(left).set(call.callId, { call, reason, heldFor }) }));
    later(`left ${call.callId}`, departureShows, () =>
      store.setState(({ left }) => ({ left: without(left, call.callId) })),
    );
    tell(() => settings().onLeft?.(call, reason));
  }

  /** An event tells why a call leaves: before the list shows it, or just after. Talking outweighs a hang-up that followed it. */
  function noteReason(callId: string, reason: LeftReason): void {
    if (reasons.get(callId)?.reason === "retrieved") return;
    const known = store.getState().left.get(callId);
    if (calls?.has(callId) === true) reasons.set(callId, { reason, at: clock.now() });
    else if (known !== undefined)
      store.setState(({ left }) => ({ left: new Map(left).set(callId, { ...known, reason }) }));
  }

  /** Compares each call with its thresholds, tells of those that have crossed one, and comes back for the next crossing. */
  function checkAttention(): void {
    const before = store.getState().levels;
    const levels = new Map<string, AttentionLevel>();
    let nextIn = Infinity;
    for (const call of calls?.values() ?? []) {
      const since = clock.since(call.callId);
      if (since === undefined) continue;
      const attention = attentionAfter(clock.heldFor(since), thresholdsOf(call, settings().attention));
      if (attention.level !== "none") levels.set(call.callId, attention.level);
      nextIn = Math.min(nextIn, attention.nextIn);
    }
    const isSame = levels.size === before.size && [...levels].every(([callId, level]) => before.get(callId) === level);
    if (!isSame) store.setState({ levels });
    for (const [callId, level] of levels) {
      const call = calls?.get(callId);
      const isRise = level === "too-long" ? before.get(callId) !== "too-long" : !before.has(callId);
      if (call !== undefined && isRise) tell(() => settings().onAttention?.(call, level));
    }
    clearTimeout(timers.get("attention"));
    if (nextIn < Infinity) later("attention", nextIn, checkAttention);
  }

  function shareTimes(): void {
    const before = store.getState().since;
    const since = new Map<string, HeldSince>();
    for (const callId of calls?.keys() ?? []) {
      const known = clock.since(callId);
      if (known !== undefined) since.set(callId, known);
    }
    const isSame = since.size === before.size && [...since].every(([callId, known]) => before.get(callId) === known);
    if (!isSame) store.setState({ since });
    checkAttention();
  }

  return {
    store,
    heldFor: (since) => (since === undefined ? 0 : clock.heldFor(since)),
    wallTime: clock.wallTime,
    now: clock.now,
    answered(list, askedAt, date) {
      const before = calls;
      calls = new Map(list.map((call) => [call.callId, call]));
      for (const call of before?.values() ?? []) {
        if (calls.has(call.callId)) continue;
        const since = clock.since(call.callId);
        noteDeparture(call, since === undefined ? 0 : clock.heldFor(since));
      }
      clock.answered([...calls.keys()], askedAt, date);
      if (before !== null) for (const call of list) if (!before.has(call.callId)) noteArrival(call);
      for (const [callId, { at }] of reasons) {
        if (!calls.has(callId) || clock.now() - at > hintLasts) reasons.delete(callId);
      }
      shareTimes();
    },
    heard(events) {
      if (!store.getState().eventsFlow) store.setState({ eventsFlow: true });
      later("flow", flowLasts, () => store.setState({ eventsFlow: false }));
      for (const event of events) {
        if (event.at !== null) clock.sawGatewayTime(event.at);
        if (event.kind === "held") clock.sawHold(event.callId, event.at);
        else if ("callId" in event) clock.sawEnd(event.callId, event.at);
        if (event.kind === "talking") noteReason(event.callId, "retrieved");
        if (event.kind === "released" && event.by === "customer") noteReason(event.callId, "customer-hung-up");
      }
      shareTimes();
    },
    end() {
      for (const timer of timers.values()) clearTimeout(timer);
      clock.clear();
      calls = null;
      reasons.clear();
      store.setState(store.getInitialState());
    },
    pause() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  if (!map.has(key)) return map;
  return new Map([...map].filter(([other]) => other !== key));
}

/** A host's callback that throws is the host's fault: it is reported as one, and costs the list nothing. */
function tell(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    reportError(error);
  }
}
