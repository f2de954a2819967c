import { createStore, type StoreApi } from "zustand/vanilla";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { callHost } from "../callHost.js";
import type { ActionState } from "./ActionState.js";
import type { CallAction } from "./CallAction.js";
import type { CurrentCall } from "./currentCall.js";
import type { CallActionReport } from "../CallActionReport.js";

/** What a press is told, beside the call and the action. */
export type AttemptOptions = {
  /** Whether there is a current call. */
  readonly currentCall: CurrentCall;
  readonly onReport: (report: CallActionReport) => void;
};

/** A press on an action, from then until nothing of it is told any more. Moments are of the runner's clock. */
export type Attempt = AttemptOptions & {
  readonly action: CallAction;
  readonly call: HeldCall;
  readonly begun: number;
  readonly timers: Set<ReturnType<typeof setTimeout>>;
  acceptedAt: number;
  /** Whether the list has shown its call off hold. */
  hasLeftHold: boolean;
};

type Shown = ActionState extends infer State ? (State extends unknown ? Omit<State, "action"> : never) : never;

/** The last press on each call, what has become of it, and its timers: none outlives it. */
export type ActionAttempts = {
  readonly store: StoreApi<ReadonlyMap<string, ActionState>>;
  readonly get: (callId: string) => Attempt | undefined;
  readonly all: () => readonly Attempt[];
  /** Begins a press, in place of the last one on its call. */
  readonly begin: (action: CallAction, call: HeldCall, options: AttemptOptions, now: number) => Attempt;
  readonly isCurrent: (press: Attempt) => boolean;
  readonly phaseOf: (press: Attempt) => ActionState["phase"] | undefined;
  /** Shows what has become of a press; nothing once another has taken its place. */
  readonly show: (press: Attempt, state: Shown) => void;
  readonly forget: (callId: string) => void;
  /** Does something `wait` ms later, as long as the press is the last one on its call. */
  readonly later: (press: Attempt, wait: number, work: () => void) => void;
  readonly stopTimers: (press: Attempt) => void;
  readonly report: (press: Attempt, report: CallActionReport) => void;
};

const longestTimer = 2 ** 31 - 1; // a browser ends a longer one at once

export function createActionAttempts(): ActionAttempts {
  const store = createStore<ReadonlyMap<string, ActionState>>()(() => new Map());
  const presses = new Map<string, Attempt>();

  const isCurrent = (press: Attempt) => presses.get(press.call.callId) === press;

  function stopTimers(press: Attempt): void {
    press.timers.forEach(clearTimeout);
    press.timers.clear();
  }

  function forget(callId: string): void {
    const press = presses.get(callId);
    if (press !== undefined) stopTimers(press);
    presses.delete(callId);
    if (store.getState().has(callId))
      store.setState(new Map([...store.getState()].filter(([other]) => other !== callId)), true);
  }

  return {
    store,
    get: (callId) => presses.get(callId),
    all: () => [...presses.values()],
    begin(action, call, options, now) {
      forget(call.callId);
      const press = {
        action,
        call,
        ...options,
        begun: now,
        timers: new Set<never>(),
        acceptedAt: Infinity,
        hasLeftHold: false,
      };
      presses.set(call.callId, press);
      return press;
    },
    isCurrent,
    phaseOf: (press) => (isCurrent(press) ? store.getState().get(press.call.callId)?.phase : undefined),
    show(press, state) {
      if (!isCurrent(press)) return;
      store.setState(new Map([...store.getState(), [press.call.callId, { action: press.action, ...state }]]), true);
    },
    forget,
    later(press, wait, work) {
      const timer = setTimeout(
        () => {
          press.timers.delete(timer);
          if (isCurrent(press)) work();
        },
        Math.min(wait, longestTimer),
      );
      press.timers.add(timer);
    },
    stopTimers,
    report: (press, report) => callHost(() => press.onReport(report)),
  };
}
