import { createStore, type StoreApi } from "zustand/vanilla";
import type { GatewayFailure } from "../gateway/GatewayError.js";
import type { HeldCall } from "../gateway/HeldCall.js";
import type { HoldListAnswer } from "../gateway/parseHoldList.js";
import type { AgentEvent } from "../session/AgentEvent.js";
import {
  type AttentionLevel,
  type AttentionSetting,
  createThresholds,
  levelWait,
  type LevelWait,
  listAttention,
} from "./attention.js";
import type { CallTrackerState } from "./CallTrackerState.js";
import { callHost } from "../session/callHost.js";
import { createDepartureReasons } from "./createDepartureReasons.js";
import { createEventTrust } from "./createEventTrust.js";
import { createNamedTimers } from "./createNamedTimers.js";
import { deriveList, initialTrackerState } from "./deriveList.js";
import type { HeldDuration } from "./HeldDuration.js";
import type { LeftCall, LeftReason } from "./LeftCall.js";
import {
  type Pace,
  pollAnswered,
  pollFailed,
  pollProvenAlive,
  pollResumed,
  type PollState,
  waitAfterProof,
  wantsProof,
} from "./pollPolicy.js";
import { isSameRequester, type Requester } from "./Requester.js";
import { shareByCallId } from "./shareByCallId.js";
import {
  asLowerBound,
  createHoldClock,
  type HoldClock,
  longestUnchecked,
  unnoticedStep,
} from "./time/createHoldClock.js";
import type { PageClocks } from "./time/createTimeline.js";
import type { HeldSince } from "./time/HeldSince.js";
import { type HoldTimes, removeHoldTimes, storageScope } from "./time/holdTimesStorage.js";
import { longestHeld } from "./time/longestHeld.js";

/** What a host sets, and what it is told. */
export type CallTrackerSettings = {
  readonly attention: AttentionSetting;
  readonly onHeld?: ((call: HeldCall) => void) | undefined;
  readonly onLeft?: ((call: HeldCall, reason: LeftReason, held: HeldDuration | null) => void) | undefined;
  readonly onAttention?: ((call: HeldCall, level: AttentionLevel) => void) | undefined;
  /** Called when only the gateway can tell: the machine's clock stepped forward, or a refused session seems to live. */
  readonly onDoubt?: (() => void) | undefined;
};

/** How an answer came about. Moments are of the hold clock. */
export type AnswerOrigin = {
  /** When the request left. */
  readonly requestedAt: number;
  /** The answer's `Date`, ms since 1970, where it can be read. */
  readonly date: number | null;
  /** How old the answer already was when it came, ms. */
  readonly age: number;
  /** Whether an event came while the request was under way, so that the answer may not contain its change. */
  readonly isOutdated: boolean;
  /** How the polls went, where another tab polls. */
  readonly poll?: PollState | undefined;
};

/**
 * The one store of a list: what the gateway answered, how the polls went, which calls came and left, since when each is held, and
 * which wait too long. Each answer, failure or event changes it in one step.
 */
export type CallTracker = {
  readonly store: StoreApi<CallTrackerState>;
  /** Whose list to track. Another requester, or null, drops everything of the former. */
  readonly setRequester: (requester: Requester | null) => void;
  readonly setSettings: (settings: CallTrackerSettings) => void;
  /** How often polls come, so that a late answer is noticed. `interval`: ms. */
  readonly setPace: (pace: Pace, interval: number) => void;
  /** The present moment of the hold clock. */
  readonly now: () => number;
  /** Milliseconds for which a call has been held by now. */
  readonly heldFor: (since: HeldSince) => number;
  /** The wait for a call's next attention level; null where none follows. */
  readonly levelWait: (call: HeldCall) => LevelWait | null;
  /** When a hold began, ms since 1970 by the wall clock. */
  readonly wallTime: (since: HeldSince) => number;
  readonly applyList: (answer: HoldListAnswer, origin: AnswerOrigin) => void;
  /** A request leaves. */
  readonly applyRequest: () => void;
  readonly applyFailure: (failure: GatewayFailure, guidRenewed: boolean) => void;
  readonly applyEvents: (events: readonly AgentEvent[]) => void;
  /** Takes how the polls of another tab went. */
  readonly applyPoll: (poll: PollState) => void;
  /** Replaces the hold times by those of another tab. */
  readonly adoptTimes: (times: HoldTimes) => void;
  /** The hold times as of now, for another tab; null before the first answer. */
  readonly holdTimes: () => HoldTimes | null;
  /** A new Guid has come: the refusals of the former do not count for it. */
  readonly applyNewGuid: () => void;
  /** The last answer as it was received, while it is kept. */
  readonly received: () => HoldListAnswer | null;
  /** How many events that move calls have been applied. */
  readonly eventCount: () => number;
  /** Whether the last answer lists a call; null where there is no answer. */
  readonly isListed: (callId: string) => boolean | null;
  /** When the request left whose answer is the list, as a moment of the hold clock; -Infinity before the first answer. */
  readonly requestedAt: () => number;
  /**
   * Registers an observer and returns its release function. Calls and numbers are dropped after the last release, unless another
   * observer comes in the same task. Hold times stay.
   */
  readonly retain: () => () => void;
  /** Stores the hold times as of now. */
  readonly saveTimes: () => void;
  /** Stops all timers. Later calls start them again. */
  readonly stop: () => void;
  /** Stores the hold times and drops everything else, for good. */
  readonly dispose: () => void;
};

const arrivalLifetime = 3_000;
const departureLifetime = 5_000;
const eventFlowLifetime = 20_000; // two of the gateway's long polls
const lateAfter = 6_000; // beyond 1.1 poll intervals
/** The list is in doubt this long (ms) after the first request that got no good answer was sent. */
export const longestUnanswered = 8_000;

/** @param storage - where hold times survive a reload; called when needed, since a page without a window has none */
export function createCallTracker(
  initial: CallTrackerSettings,
  clocks: PageClocks,
  storage: () => Storage | null,
): CallTracker {
  const store = createStore<CallTrackerState>()(() => initialTrackerState);
  const timers = createNamedTimers<"expiry" | "attention" | "event-flow" | "late" | "proof">();
  const reasons = createDepartureReasons();
  const trust = createEventTrust();
  const expiries = new Map<string, { readonly arrival: boolean; readonly at: number }>();
  let settings = initial;
  let thresholdsOf = createThresholds(initial.attention);
  let openedClock: HoldClock | null = null;
  let received: HoldListAnswer | null = null;
  let requestedAt = -Infinity;
  let answeredAt = -Infinity;
  // When the first request left that has had no good answer yet.
  let unansweredSince = Infinity;
  let paceSince = -Infinity;
  let pace: { readonly name: Pace; readonly interval: number } | null = null;
  // When the next attention level is reached, a moment of the hold clock.
  let attentionAt = -Infinity;
  let eventCount = 0;
  let observers = 0;
  let releaseTimer: ReturnType<typeof setTimeout> | undefined;
  let index: { readonly answer: HoldListAnswer; readonly callIds: ReadonlySet<string> } | null = null;

  const get = store.getState;

  /** The requester's hold clock. It is opened when first used: a provider that this one replaces has stored its times by then. */
  function clock(): HoldClock {
    const { requester } = get();
    return (openedClock ??=
      requester === null
        ? createHoldClock("", clocks, null)
        : createHoldClock(storageScope(requester.agentId, requester.supervised), clocks, storage(), onStep));
  }

  /** The only place that writes the store. */
  function update(changes: Partial<CallTrackerState>): void {
    store.setState((before) => deriveList({ ...before, ...changes }), true);
  }

  function isListed(callId: string): boolean | null {
    const { answer } = get();
    if (answer === null) return null;
    if (index?.answer !== answer) index = { answer, callIds: new Set(answer.calls.map((call) => call.callId)) };
    return index.callIds.has(callId);
  }

  /** Since when each call is held. Only a lower bound is certain from a change of the machine's clock until the next answer. */
  function timesOf(calls: readonly HeldCall[]): Pick<CallTrackerState, "since" | "longestId"> {
    const isUncertain = isClockUncertain();
    const since = new Map<string, HeldSince>();
    for (const { callId } of calls) {
      const known = clock().since(callId);
      if (known !== undefined) since.set(callId, isUncertain ? { ...asLowerBound(known) } : known);
    }
    const { since: before, longestId } = get();
    return isSameMap(since, before) ? { since: before, longestId } : { since, longestId: longestHeld(since) };
  }

  function isClockUncertain(): boolean {
    return get().answer !== null && clock().unexplained(requestedAt) > unnoticedStep;
  }

  /** The levels of now, the timer for the next one, and what to tell the host. While the clock is uncertain, lower bounds decide. */
  function attentionOf(calls: readonly HeldCall[]) {
    const { levels: before } = get();
    const isUncertain = isClockUncertain();
    const heldFor = (callId: string) => {
      const since = clock().since(callId);
      return (
        since && clock().heldFor(isUncertain ? { at: asLowerBound(since).at, certainty: { kind: "at-least" } } : since)
      );
    };
    const { levels: reached, risen, nextIn } = listAttention(calls, heldFor, thresholdsOf, before);
    // A level that was reached stays.
    const kept = [...before].filter(
      ([callId, level]) => isListed(callId) === true && (level === "too-long" || !reached.has(callId)),
    );
    const levels = isUncertain ? new Map([...reached, ...kept]) : reached;
    timers.set("attention", nextIn, checkAttention);
    attentionAt = clock().now() + nextIn;
    const { requester } = get();
    return {
      levels: isSameMap(levels, before) ? before : levels,
      tell: () => {
        for (const call of risen) if (get().requester === requester) tellAttention(call, levels.get(call.callId));
      },
    };
  }

  function tellAttention(call: HeldCall, level: AttentionLevel = "none"): void {
    callHost(() => settings.onAttention?.(call, level));
  }

  function checkAttention(): void {
    const { levels, tell } = attentionOf(get().answer?.calls ?? []);
    if (levels !== get().levels) update({ levels });
    tell();
  }

  /** Ends arrivals and departures that have been shown for long enough. */
  function expire(): void {
    const now = clock().now();
    const [arrived, left] = [new Set(get().arrived), new Map(get().left)];
    for (const [callId, { arrival, at }] of expiries) {
      if (at > now) continue;
      expiries.delete(callId);
      if (arrival) arrived.delete(callId);
      else left.delete(callId);
    }
    update({ arrived, left });
    scheduleExpiry();
  }

  function scheduleExpiry(): void {
    let next = Infinity;
    for (const { at } of expiries.values()) next = Math.min(next, at);
    timers.set("expiry", next - clock().now(), expire);
  }

  function checkLateness(): void {
    const { answer, isLate } = get();
    if (pace === null || answer === null) return timers.set("late", Infinity, checkLateness);
    // A page that comes back polls at once: its old answer has as long as a new one.
    const nextDue = Math.max(answeredAt, paceSince) + lateAfter + 1.1 * pace.interval;
    const lateAt = Math.min(nextDue, unansweredSince + longestUnanswered);
    const left = lateAt - clock().now();
    const nowLate = left <= 0 || isClockUncertain();
    if (nowLate !== isLate) update({ isLate: nowLate });
    timers.set("late", nowLate ? Infinity : left, checkLateness);
  }

  /** Events go on although the gateway has refused the session: one more poll tells. */
  function askAgain(): void {
    if (!wantsProof(get().poll)) return;
    update({ poll: pollProvenAlive(get().poll) });
    callHost(() => settings.onDoubt?.());
  }

  /** The machine's clock stepped forward: it was changed, or the machine slept. Asked for at any moment, so it is handled later. */
  function onStep(): void {
    queueMicrotask(() => {
      if (!isClockUncertain()) return;
      checkAttention();
      update({ ...timesOf(get().answer?.calls ?? []), isLate: true });
      callHost(() => settings.onDoubt?.());
    });
  }

  /** A call that the list no longer contains. After a long gap only the hold until the last list is certain. */
  function leftCall(call: HeldCall): LeftCall {
    const known = clock().since(call.callId);
    const gap = clock().elapsed(requestedAt);
    const isLong = gap > longestUnchecked;
    const since = known !== undefined && isLong ? asLowerBound(known) : known;
    const heldFor = since === undefined ? 0 : Math.max(0, clock().heldFor(since) - (isLong ? gap : 0));
    return { call, reason: reasons.of(call.callId) ?? "unknown", since, heldFor };
  }

  /** Timers stop, so whatever they would end is ended now. */
  function stop(): void {
    release();
    timers.clear();
    expiries.clear();
    const { arrived, left, eventsFlow } = get();
    if (arrived.size > 0 || left.size > 0 || eventsFlow)
      update({ arrived: new Set(), left: new Map(), eventsFlow: false });
  }

  function reset(changes: Partial<CallTrackerState>): void {
    timers.clear();
    expiries.clear();
    reasons.clear();
    trust.clear();
    unansweredSince = Infinity;
    received = null;
    requestedAt = -Infinity;
    answeredAt = -Infinity;
    index = null;
    const { requester, isObserved } = get();
    update({ ...initialTrackerState, requester, isObserved, ...changes });
  }

  /** Nobody shows the list. A failure stays, so that a new observer neither breaks a back-off nor a silence. */
  function release(): void {
    clearTimeout(releaseTimer);
    if (observers > 0 || !get().isObserved) return;
    const { poll } = get();
    reset({ isObserved: false, ...(poll.failure === null ? {} : { poll }) });
  }

  /** Notes when an answer came. Returns the poll state after it. */
  function answered({ requestedAt: askedAt, age, isOutdated, poll }: AnswerOrigin): PollState {
    const settledAt = clock().now();
    requestedAt = askedAt;
    answeredAt = settledAt - age;
    unansweredSince = Infinity;
    reasons.expire(settledAt);
    return poll ?? pollAnswered({ answeredAt: Date.now() - age, settledAt, jitter: Math.random(), isOutdated });
  }

  function applyChanged(next: HoldListAnswer, origin: AnswerOrigin): void {
    const { requester, answer: before, left: leftBefore } = get();
    const answer = before === null ? next : shareByCallId(before, next);
    const listed = new Set(answer.calls.map((call) => call.callId));
    const gone = before === null || answer === before ? [] : before.calls.filter(({ callId }) => !listed.has(callId));
    const come =
      before === null || answer === before ? [] : answer.calls.filter(({ callId }) => isListed(callId) === false);
    const departures = gone.map(leftCall);
    clock().applyList([...listed], origin.requestedAt, origin.date);
    const poll = answered(origin);
    const now = clock().now();
    for (const { callId } of gone) expiries.set(callId, { arrival: false, at: now + departureLifetime });
    for (const { callId } of come) {
      expiries.set(callId, { arrival: true, at: now + arrivalLifetime });
      reasons.forget(callId);
    }
    trust.applyChange(
      [...gone, ...come].map(({ callId }) => callId),
      now,
    );
    const { levels, tell } = attentionOf(answer.calls);
    update({
      answer,
      poll,
      eventsFlow: get().eventsFlow && trust.isTrusted(now),
      isLate: isClockUncertain(),
      ...timesOf(answer.calls),
      ...moved(get(), come, departures, leftBefore),
      levels,
    });
    if (gone.length + come.length > 0) scheduleExpiry();
    // Last, and one by one, since a callback may sign out.
    const isSame = () => get().requester === requester;
    for (const departure of departures) if (isSame()) tellLeft(departure, settings);
    for (const call of come) if (isSame()) callHost(() => settings.onHeld?.(call));
    if (isSame()) tell();
  }

  function applyEvent(event: AgentEvent): void {
    if (event.at !== null) clock().sawGatewayTime(event.at);
    if (event.kind === "held-since") return clock().setSince(event.callId, event.since);
    if (event.kind === "phone-released") eventCount++;
    trust.note(event, clock().now());
    if (!("callId" in event)) return;
    eventCount++;
    if (event.kind === "held") return applyHold(event.callId, event.at);
    const isOfThisHold = clock().sawEnd(event.callId, event.at);
    const isKnown = get().left.has(event.callId) || isListed(event.callId) === true;
    if (isOfThisHold && isKnown) reasons.note(event, clock().now());
  }

  function applyHold(callId: string, at: number | null): void {
    const before = clock().since(callId);
    clock().sawHold(callId, at);
    if (clock().since(callId) !== before) reasons.forget(callId);
  }

  return {
    store,
    now: () => clock().now(),
    heldFor: (since) => clock().heldFor(since),
    levelWait(call) {
      const since = get().since.get(call.callId);
      return since === undefined ? null : levelWait(clock().heldFor(since), thresholdsOf(call));
    },
    wallTime: (since) => clock().wallTime(since),
    received: () => received,
    eventCount: () => eventCount,
    holdTimes: () => openedClock?.times() ?? null,
    isListed,
    requestedAt: () => requestedAt,
    saveTimes: () => openedClock?.save(),
    stop,
    dispose() {
      openedClock?.save();
      openedClock = null;
      reset({ requester: null });
    },
    setSettings(next) {
      const isNew = next.attention !== settings.attention;
      settings = next;
      if (isNew) thresholdsOf = createThresholds(next.attention);
      if (isNew && get().answer !== null) checkAttention();
    },
    setPace(name, interval) {
      if (name !== pace?.name) paceSince = clock().now();
      pace = { name, interval };
      checkLateness();
    },
    setRequester(requester) {
      const { requester: before } = get();
      if (isSameRequester(requester, before)) return;
      if (before !== null && before.agentId !== requester?.agentId) removeHoldTimes(storage(), before.agentId);
      else openedClock?.save();
      openedClock = null;
      paceSince = -Infinity;
      reset({ requester });
    },
    applyList(next, origin) {
      const isRepeated = next === received && !isClockUncertain();
      received = next;
      // Nothing but the age of the list changes.
      if (isRepeated && clock().applySameList(origin.requestedAt, origin.date) && clock().now() < attentionAt)
        update({ poll: answered(origin), isLate: false });
      else applyChanged(next, origin);
      checkLateness();
    },
    applyRequest() {
      unansweredSince = Math.min(unansweredSince, clock().now());
      checkLateness();
    },
    applyFailure(failure, guidRenewed) {
      const outcome = { failure, guidRenewed, at: Date.now(), settledAt: clock().now(), jitter: Math.random() };
      update({ poll: pollFailed(get().poll, outcome) });
    },
    applyPoll: (poll) => update({ poll }),
    adoptTimes(times) {
      const { answer } = get();
      if (answer === null) return;
      clock().adopt(times);
      const { calls } = answer;
      const callIds = calls.map(({ callId }) => callId);
      clock().applyList(callIds, requestedAt, null); // the list may be newer than the times
      const { levels, tell } = attentionOf(calls);
      update({ ...timesOf(calls), levels });
      tell();
    },
    applyNewGuid: () => update({ poll: pollResumed(get().poll) }),
    applyEvents(events) {
      events.forEach(applyEvent);
      const left = new Map(get().left);
      for (const [callId, departure] of left) {
        const reason = reasons.of(callId);
        if (reason !== null && reason !== departure.reason) left.set(callId, { ...departure, reason });
      }
      const calls = get().answer?.calls ?? [];
      const { levels, tell } = attentionOf(calls);
      // What a host knows of a hold is no event, and proves no flow of them.
      const isFlow = events.some(({ kind }) => kind !== "held-since") || events.length === 0;
      update({
        ...timesOf(calls),
        levels,
        left: isSameMap(left, get().left) ? get().left : left,
        eventsFlow: (get().eventsFlow || isFlow) && trust.isTrusted(clock().now()),
      });
      if (isFlow) timers.set("event-flow", eventFlowLifetime, () => update({ eventsFlow: false }));
      if (isFlow && wantsProof(get().poll) && !timers.has("proof")) timers.set("proof", waitAfterProof(), askAgain);
      tell();
    },
    retain() {
      observers++;
      clearTimeout(releaseTimer);
      if (!get().isObserved) update({ isObserved: true });
      return () => {
        if (--observers === 0) releaseTimer = setTimeout(release);
      };
    },
  };
}

/** Arrivals and departures after an answer. */
function moved(
  { arrived }: CallTrackerState,
  come: readonly HeldCall[],
  departures: readonly LeftCall[],
  leftBefore: CallTrackerState["left"],
): Pick<CallTrackerState, "arrived" | "left"> {
  if (come.length + departures.length === 0) return { arrived, left: leftBefore };
  const nextArrived = new Set(arrived);
  const left = new Map(leftBefore);
  for (const departure of departures) {
    nextArrived.delete(departure.call.callId);
    left.set(departure.call.callId, departure);
  }
  for (const { callId } of come) {
    nextArrived.add(callId);
    left.delete(callId);
  }
  return { arrived: nextArrived, left };
}

function tellLeft({ call, reason, since, heldFor }: LeftCall, { onLeft }: CallTrackerSettings): void {
  const held = since === undefined ? null : { duration: heldFor, certainty: since.certainty.kind };
  callHost(() => onLeft?.(call, reason, held));
}

function isSameMap<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}
