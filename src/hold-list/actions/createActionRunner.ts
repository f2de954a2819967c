import { createStore, type StoreApi } from "zustand/vanilla";
import { type GatewayFailure, isGatewayError } from "../../gateway/GatewayError.js";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { operationRefusal } from "../../gateway/operationRefusals.js";
import type { Standing } from "../doubt.js";
import { type ActionState, isRunning, voiceAction } from "./ActionState.js";
import { actionBlock, type Block } from "./actionBlock.js";
import type { CallAction, CallActionReport } from "./CallAction.js";
import { codeOf, isOutcomeUnknown } from "./actionOutcome.js";
import type { CurrentCall } from "./currentCall.js";

/** What the runner asks of the list and the gateway. Moments are of one clock, in ms. */
export type ActionPorts = {
  readonly now: () => number;
  /** Whether the last answer lists a call; null where there is none. */
  readonly isListed: (callId: string) => boolean | null;
  /** When the request left whose answer is the list. */
  readonly askedAt: () => number;
  /** Reads the list. Ends with the outcome, whatever it is, and joins a poll that is under way. */
  readonly refresh: () => Promise<void>;
  /** Whether the gateway bears another question now. */
  readonly mayAsk: () => boolean;
  readonly standing: () => Standing;
  readonly run: (action: CallAction, call: HeldCall, signal: AbortSignal) => Promise<void>;
};

/** What a press is told, beside the call and the action. */
export type PressOptions = {
  /** Whether there is a current call. */
  readonly currentCall: CurrentCall;
  readonly onReport: (report: CallActionReport) => void;
};

/**
 * Runs actions on held calls: one for each call at a time, and one for all of those that move the voice path. It never sends
 * twice for one press, and believes the list, not the answer.
 */
export type ActionRunner = {
  /** What has become of the last action on each call. */
  readonly store: StoreApi<ReadonlyMap<string, ActionState>>;
  /**
   * Begins an action. False where another is under way: then nothing happens; and where it is blocked otherwise, which the row then
   * tells: who pressed saw a list that has changed since.
   */
  readonly press: (action: CallAction, call: HeldCall, options: PressOptions) => boolean;
  /** Reads the list, and sends nothing: for an outcome that is unknown. */
  readonly look: (callId: string) => Promise<void>;
  /** Forgets what was told of a call. */
  readonly dismiss: (callId: string) => void;
  /** The list has changed. */
  readonly listChanged: () => void;
  /** Nobody looks any more: what is told is forgotten, what was sent is not called back. */
  readonly rest: () => void;
  /** Another sign-in: what is under way is aborted, and all is forgotten. */
  readonly reset: () => void;
};

const freshFor = 2_000;
const lookEvery = 1_000;
const usualWait = 2_000;
const usualConfirmWithin = 10_000;
const doneShows = 3_000; // of an action that leaves its call on hold
const longestTimer = 2 ** 31 - 1; // a browser ends a longer one at once
const leftShows = 60_000; // longer than any row of a call that has left, but under the hand

type Press = PressOptions & {
  readonly action: CallAction;
  readonly call: HeldCall;
  readonly begun: number;
  readonly timers: Set<ReturnType<typeof setTimeout>>;
  acceptedAt: number;
};

export function createActionRunner(ports: ActionPorts): ActionRunner {
  const store = createStore<ReadonlyMap<string, ActionState>>()(() => new Map());
  const presses = new Map<string, Press>();
  // Whose call the list has shown off hold since, after the gateway said so.
  const offHold = new WeakSet<Press>();
  let signedIn = new AbortController();

  const isCurrent = (press: Press) => presses.get(press.call.callId) === press;
  const phaseOf = (callId: string) => store.getState().get(callId)?.phase;
  const isWaiting = (press: Press) => isCurrent(press) && phaseOf(press.call.callId) === "accepted";

  function show(press: Press, state: DistributiveOmit<ActionState, "action">): void {
    if (!isCurrent(press)) return;
    store.setState(new Map([...store.getState(), [press.call.callId, { action: press.action, ...state }]]), true);
  }

  function forget(callId: string): void {
    presses.get(callId)?.timers.forEach(clearTimeout);
    presses.delete(callId);
    if (store.getState().has(callId))
      store.setState(new Map([...store.getState()].filter(([other]) => other !== callId)), true);
  }

  function later(press: Press, wait: number, work: () => void): void {
    press.timers.add(setTimeout(() => isCurrent(press) && work(), Math.min(wait, longestTimer)));
  }

  function failed(press: Press, code: string): void {
    press.onReport({ kind: "failed", action: press.action.id, code });
  }

  function done(press: Press): void {
    const { action, call } = press;
    const after = ports.now() - press.begun;
    press.timers.forEach(clearTimeout);
    show(press, { phase: "done", after, late: ports.now() - press.acceptedAt >= usualWait });
    press.onReport({ kind: "confirmed", action: action.id, after });
    later(press, action.endsHold === true ? leftShows : doneShows, () => forget(call.callId));
  }

  async function readSince(moment: number): Promise<void> {
    await ports.refresh();
    // Joined to a poll that had left before: its answer is older than the question.
    if (ports.askedAt() < moment) await ports.refresh();
  }

  async function begin(press: Press, mustLook: boolean): Promise<void> {
    const { action, call } = press;
    const oldest = mustLook ? press.begun : press.begun - freshFor;
    if (mustLook || ports.askedAt() < oldest) await readSince(oldest);
    if (!isCurrent(press)) return;
    // Null: nobody looks any more, and nobody would learn what came of it.
    const listed = ports.isListed(call.callId);
    if (listed === null) return forget(call.callId);
    const block = blockOf(action, call.callId, press.currentCall, undefined);
    if (block !== null) return withhold(press, block);
    show(press, { phase: "sent" });
    press.onReport({ kind: "started", action: action.id });
    const { signal } = signedIn;
    try {
      await ports.run(action, call, signal);
    } catch (error) {
      if (!signal.aborted) refused(press, isGatewayError(error) ? error.failure : null);
      return;
    }
    if (isCurrent(press)) accepted(press);
  }

  /** Nothing is sent, and the row says why. */
  function withhold(press: Press, block: Block): void {
    const isGone = block.kind === "left";
    show(press, isGone ? { phase: "gone", sent: false } : { phase: "withheld", block });
    failed(press, isGone ? "off-hold" : "not-sent");
    listChanged();
  }

  function accepted(press: Press): void {
    press.acceptedAt = ports.now();
    if (press.action.endsHold !== true || ports.isListed(press.call.callId) === false) return done(press);
    show(press, { phase: "accepted", late: false });
    later(press, usualWait, () => isWaiting(press) && show(press, { phase: "accepted", late: true }));
    later(press, press.action.confirmWithin ?? usualConfirmWithin, () => isWaiting(press) && notSeenDone(press));
    follow(press);
  }

  /** Reads the list at once, and then every second. */
  function follow(press: Press): void {
    const again = () => {
      if (isWaiting(press)) later(press, lookEvery, () => isWaiting(press) && follow(press));
    };
    if (ports.mayAsk()) void ports.refresh().then(again);
    else again();
  }

  function notSeenDone(press: Press): void {
    press.timers.forEach(clearTimeout);
    // Without a list since, nobody knows that the call is still on hold.
    show(press, ports.askedAt() >= press.acceptedAt ? { phase: "still-held" } : { phase: "unknown", looked: false });
    failed(press, "not-confirmed");
  }

  function refused(press: Press, failure: GatewayFailure | null): void {
    if (!isCurrent(press)) return;
    const isOffHold = failure?.kind === "retcode" && operationRefusal(failure.retcode) === "off-hold";
    const isUnknown = failure !== null && isOutcomeUnknown(failure);
    show(
      press,
      isOffHold
        ? { phase: "gone", sent: true }
        : isUnknown
          ? { phase: "unknown", looked: false }
          : { phase: "refused", failure },
    );
    failed(press, codeOf(failure));
    listChanged();
    if (isOffHold) doubtGone(press, failure);
    if (isCurrent(press) && ports.mayAsk()) void ports.refresh();
  }

  /** Where a list that was asked for since shows the call that the gateway calls off hold, it was no more than refused. */
  function doubtGone(press: Press, failure: GatewayFailure): void {
    const refusedAt = ports.now();
    const look = () => {
      if (phaseOf(press.call.callId) !== "gone" || ports.isListed(press.call.callId) !== true) return;
      if (ports.askedAt() > refusedAt) show(press, { phase: "refused", failure });
      else later(press, lookEvery, look);
    };
    look();
  }

  function listChanged(): void {
    for (const [callId, { phase, action }] of store.getState()) {
      const press = presses.get(callId);
      const listed = ports.isListed(callId);
      if (press === undefined || listed === null) continue;
      if (!listed) {
        if (phase === "accepted" || phase === "still-held") done(press);
        // The row tells that the call has left, and why.
        else if (phase === "refused" || phase === "withheld" || phase === "unknown") forget(callId);
        else if (phase === "gone" && !offHold.has(press)) {
          offHold.add(press);
          later(press, leftShows, () => forget(callId));
        }
      } else if (offHold.has(press) || (phase === "done" && action.endsHold === true)) forget(callId); // held again
    }
  }
  /** @param own - what stands in the way at the call itself; nothing for the press that is looked at */
  function blockOf(action: CallAction, callId: string, currentCall: CurrentCall, own: ActionState | undefined) {
    const voice = voiceAction(new Map([...store.getState()].filter(([other]) => other !== callId)));
    const isHeld = ports.isListed(callId) === true;
    return actionBlock(action, { own, voice, isHeld, standing: ports.standing(), currentCall });
  }

  return {
    store,
    press(action, call, options) {
      const own = store.getState().get(call.callId);
      const block = blockOf(action, call.callId, options.currentCall, own);
      if (block?.kind === "busy" || block?.kind === "voice") return false;
      const mustLook = own?.phase === "unknown";
      forget(call.callId);
      const press = { action, call, ...options, begun: ports.now(), timers: new Set<never>(), acceptedAt: Infinity };
      presses.set(call.callId, press);
      if (block !== null) {
        withhold(press, block);
        return false;
      }
      show(press, { phase: "checking" });
      void begin(press, mustLook);
      return true;
    },
    async look(callId) {
      const press = presses.get(callId);
      const begun = ports.now();
      await readSince(begun);
      if (press !== undefined && isCurrent(press) && phaseOf(callId) === "unknown" && ports.askedAt() >= begun)
        show(press, { phase: "unknown", looked: true });
    },
    dismiss(callId) {
      const state = store.getState().get(callId);
      if (state !== undefined && !isRunning(state)) forget(callId);
    },
    listChanged,
    rest() {
      for (const [callId, state] of store.getState()) if (!isRunning(state)) forget(callId);
    },
    reset() {
      signedIn.abort();
      signedIn = new AbortController();
      for (const callId of [...presses.keys()]) forget(callId);
    },
  };
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
