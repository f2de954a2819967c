import { createStore, type StoreApi } from "zustand/vanilla";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { CallActionReport } from "../CallActionReport.js";
import { callHost } from "../../session/callHost.js";
import { type ActionState, isRunning } from "./ActionState.js";
import type { CallAction } from "./CallAction.js";
import type { CurrentCall } from "./currentCall.js";

/** The circumstances of an attempt. */
export type AttemptOptions = {
  readonly currentCall: CurrentCall;
  readonly onReport: (report: CallActionReport) => void;
};

/** One press of an action's button, until its outcome is no longer shown. Moments are of the runner's clock, in ms. */
export type Attempt = AttemptOptions & {
  readonly action: CallAction;
  readonly call: HeldCall;
  readonly startedAt: number;
  readonly timers: Set<ReturnType<typeof setTimeout>>;
  /** Infinity until the gateway has accepted. */
  acceptedAt: number;
  /** Whether a list since the start showed the call off hold. */
  hasLeftHold: boolean;
};

type AttemptState = ActionState extends infer State ? (State extends unknown ? Omit<State, "action"> : never) : never;

/** The last attempt on each call, its state and its timers. */
export type ActionAttempts = {
  /** The states by call ID. */
  readonly store: StoreApi<ReadonlyMap<string, ActionState>>;
  readonly get: (callId: string) => Attempt | undefined;
  readonly all: () => readonly Attempt[];
  /** Creates an attempt, which replaces the last one on its call. */
  readonly begin: (action: CallAction, call: HeldCall, options: AttemptOptions, now: number) => Attempt;
  /** Whether no other attempt on its call has replaced it. */
  readonly isLatest: (attempt: Attempt) => boolean;
  /** Undefined once another attempt has replaced it. */
  readonly phaseOf: (attempt: Attempt) => ActionState["phase"] | undefined;
  /** Sets the state of an attempt, unless another one has replaced it. */
  readonly show: (attempt: Attempt, state: AttemptState) => void;
  readonly forget: (callId: string) => void;
  /** The states of this tab's attempts. */
  readonly own: () => ReadonlyMap<string, ActionState>;
  /** Takes the states of other tabs' attempts. One that runs is shown before an outcome of this tab's own. */
  readonly showOthers: (states: ReadonlyMap<string, ActionState>) => void;
  /** Runs work after `delay` ms, unless another attempt has replaced this one by then. */
  readonly later: (attempt: Attempt, delay: number, work: () => void) => void;
  readonly stopTimers: (attempt: Attempt) => void;
  readonly report: (attempt: Attempt, report: CallActionReport) => void;
};

export function createActionAttempts(): ActionAttempts {
  const store = createStore<ReadonlyMap<string, ActionState>>()(() => new Map());
  const attempts = new Map<string, Attempt>();
  let ownStates: ReadonlyMap<string, ActionState> = new Map();
  let othersStates: ReadonlyMap<string, ActionState> = new Map();

  const isLatest = (attempt: Attempt) => attempts.get(attempt.call.callId) === attempt;

  function stopTimers(attempt: Attempt): void {
    attempt.timers.forEach(clearTimeout);
    attempt.timers.clear();
  }

  function forget(callId: string): void {
    const attempt = attempts.get(callId);
    if (attempt !== undefined) stopTimers(attempt);
    attempts.delete(callId);
    const states = new Map(ownStates);
    if (states.delete(callId)) setStates(states, othersStates);
  }

  function setStates(own: typeof ownStates, others: typeof othersStates): void {
    [ownStates, othersStates] = [own, others];
    const running = [...others].filter(([callId, state]) => isRunning(state) && !isOwnRunning(callId));
    store.setState(new Map([...others, ...own, ...running]), true);
  }

  function isOwnRunning(callId: string): boolean {
    const state = ownStates.get(callId);
    return state !== undefined && isRunning(state);
  }

  return {
    store,
    own: () => ownStates,
    showOthers: (states) => setStates(ownStates, states),
    get: (callId) => attempts.get(callId),
    all: () => [...attempts.values()],
    begin(action, call, options, startedAt) {
      forget(call.callId);
      const timers: Attempt["timers"] = new Set();
      const attempt = { ...options, action, call, startedAt, timers, acceptedAt: Infinity, hasLeftHold: false };
      attempts.set(call.callId, attempt);
      return attempt;
    },
    isLatest,
    phaseOf: (attempt) => (isLatest(attempt) ? ownStates.get(attempt.call.callId)?.phase : undefined),
    show(attempt, state) {
      if (!isLatest(attempt)) return;
      setStates(new Map(ownStates).set(attempt.call.callId, { action: attempt.action, ...state }), othersStates);
    },
    forget,
    later(attempt, delay, work) {
      const timer = setTimeout(() => {
        attempt.timers.delete(timer);
        if (isLatest(attempt)) work();
      }, delay);
      attempt.timers.add(timer);
    },
    stopTimers,
    report: (attempt, report) => callHost(() => attempt.onReport(report)),
  };
}
