import type { StoreApi } from "zustand/vanilla";
import { type GatewayFailure, isGatewayError } from "../../gateway/GatewayError.js";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { operationRefusal } from "../../gateway/operationRefusals.js";
import type { ListCondition } from "../listCondition.js";
import { callHost } from "../callHost.js";
import { type ActionState, isRunning, voiceAction } from "./ActionState.js";
import { findActionBlock } from "./findActionBlock.js";
import { codeOf, isOutcomeUnknown } from "./actionOutcome.js";
import type { CallAction } from "./CallAction.js";
import { createActionAttempts, type Attempt, type AttemptOptions } from "./createActionAttempts.js";
import type { CurrentCall } from "./currentCall.js";
import type { ActionBlock } from "./ActionBlock.js";

/** What the runner asks of the list and the gateway. Moments are of one clock, in ms. */
export type ActionPorts = {
  readonly now: () => number;
  /** Whether the last answer lists a call; null where there is none. */
  readonly isListed: (callId: string) => boolean | null;
  /** When the request left whose answer is the list. */
  readonly requestedAt: () => number;
  /** Reads the list. Ends with the outcome, whatever it is, and joins a poll that is under way. */
  readonly refresh: () => Promise<void>;
  /** Whether the gateway bears a question of the agent's now. */
  readonly mayAsk: () => boolean;
  /** Whether it answers, so that it may be asked more often than it is polled. */
  readonly isAnswering: () => boolean;
  readonly condition: () => ListCondition;
  readonly run: (action: CallAction, call: HeldCall, signal: AbortSignal) => Promise<void>;
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
  readonly start: (action: CallAction, call: HeldCall, options: AttemptOptions) => boolean;
  /** Reads the list, and sends nothing: for an outcome that is unknown. */
  readonly look: (callId: string) => Promise<void>;
  /** Forgets what was told of a call. */
  readonly dismiss: (callId: string) => void;
  /** The list has changed. */
  readonly listChanged: () => void;
  /** Nobody looks any more: what is told is forgotten, what was sent is not called back. */
  readonly releaseFinished: () => void;
  /** Another sign-in, or another gateway: what is under way is aborted, and all is forgotten. */
  readonly reset: () => void;
};

const freshFor = 2_000;
const longestLook = 3_000; // for a list before sending; what is final waits for the list as long as it takes
const lookEvery = 1_000;
const lookSeldom = 5_000; // after the usual time for it
const usualWait = 2_000;
const usualConfirmWithin = 10_000;
const longestRun = 60_000; // a host's own action may never end
const doneShows = 3_000; // of an action that leaves its call on hold
const leftShows = 60_000; // longer than any row of a call that has left, but under the hand

export function createActionRunner(ports: ActionPorts): ActionRunner {
  const presses = createActionAttempts();
  const { store, show, later, forget, isCurrent, phaseOf } = presses;
  let signedIn = new AbortController();

  const isWaiting = (press: Attempt) => phaseOf(press) === "accepted";
  const isOffHold = (press: Attempt) => ports.isListed(press.call.callId) === false;
  const failed = (press: Attempt, code: string) =>
    presses.report(press, { kind: "failed", action: press.action.id, code });

  /** Reads a list that was asked for after a moment, if one can be had. */
  async function readSince(moment: number): Promise<void> {
    const before = ports.requestedAt();
    await ports.refresh();
    // Joined to a poll that had left before: its answer is older than the question. (A failed one is not asked again.)
    if (ports.requestedAt() !== before && ports.requestedAt() < moment) await ports.refresh();
  }

  /** Looks at the list first where it is old; and in any case where nobody knows what came of the last press. */
  async function begin(press: Attempt, mustLook: boolean): Promise<void> {
    const oldest = mustLook ? press.begun : press.begun - freshFor;
    if ((mustLook || ports.requestedAt() < oldest) && ports.mayAsk()) {
      const read = readSince(oldest);
      await (press.action.isFinal === true ? read : Promise.race([read, pause(press, longestLook)]));
    }
    if (phaseOf(press) !== "checking") return;
    // Null: nobody looks any more, and nobody would learn what came of it.
    if (ports.isListed(press.call.callId) === null) return forget(press.call.callId);
    const block = blockOf(press.action, press.call.callId, press.currentCall, undefined);
    if (block !== null) return withhold(press, block);
    if (mustLook && ports.requestedAt() < oldest) {
      show(press, { phase: "unknown", looked: false });
      return failed(press, "not-sent");
    }
    await send(press);
  }

  function pause(press: Attempt, wait: number): Promise<void> {
    return new Promise((resolve) => later(press, wait, resolve));
  }

  async function send(press: Attempt): Promise<void> {
    const { action, call } = press;
    show(press, { phase: "sent" });
    later(press, longestRun, () => phaseOf(press) === "sent" && refused(press, { kind: "timeout", after: longestRun }));
    presses.report(press, { kind: "started", action: action.id });
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
  function withhold(press: Attempt, block: ActionBlock): void {
    const isGone = block.kind === "left";
    show(press, isGone ? { phase: "gone", sent: false } : { phase: "withheld", block });
    failed(press, isGone ? "off-hold" : "not-sent");
    listChanged();
  }

  function accepted(press: Attempt): void {
    const { action } = press;
    presses.stopTimers(press);
    press.acceptedAt = ports.now();
    if (action.endsHold !== true || press.hasLeftHold || isOffHold(press)) return done(press);
    show(press, { phase: "accepted", late: false });
    later(press, usualWait, () => isWaiting(press) && show(press, { phase: "accepted", late: true }));
    later(press, action.confirmWithin ?? usualConfirmWithin, () => isWaiting(press) && notSeenDone(press));
    follow(press);
  }

  /** Reads the list at once, and then every second; where the gateway does not answer, its polls are enough. */
  function follow(press: Attempt): void {
    const again = () => {
      listChanged();
      const isLate = ports.now() - press.acceptedAt > usualConfirmWithin;
      if (isWaiting(press)) later(press, isLate ? lookSeldom : lookEvery, () => isWaiting(press) && follow(press));
    };
    if (ports.mayAsk() && ports.isAnswering()) void ports.refresh().then(again);
    else again();
  }

  function done(press: Attempt): void {
    const { action, call } = press;
    const after = Math.round(ports.now() - press.begun);
    presses.stopTimers(press);
    show(press, { phase: "done", after, late: ports.now() - press.acceptedAt >= usualWait });
    presses.report(press, { kind: "confirmed", action: action.id, after });
    later(press, action.endsHold === true ? leftShows : doneShows, () => forget(call.callId));
  }

  function notSeenDone(press: Attempt): void {
    if (isOffHold(press)) return done(press);
    presses.stopTimers(press);
    // Without a list since, nobody knows that the call is still on hold.
    show(
      press,
      ports.requestedAt() >= press.acceptedAt ? { phase: "still-held" } : { phase: "unknown", looked: false },
    );
    failed(press, "not-confirmed");
  }

  function refused(press: Attempt, failure: GatewayFailure | null): void {
    if (!isCurrent(press)) return;
    presses.stopTimers(press);
    failed(press, codeOf(failure));
    if (failure?.kind === "retcode" && operationRefusal(failure.retcode) === "off-hold") {
      show(press, { phase: "gone", sent: true });
      doubtGone(press, failure, ports.now());
    } else if (failure !== null && isOutcomeUnknown(failure)) show(press, { phase: "unknown", looked: false });
    else show(press, { phase: "refused", failure });
    listChanged();
    if (isCurrent(press) && ports.mayAsk()) void ports.refresh();
  }

  /** Where a list that was asked for since shows the call that the gateway calls off hold, it was no more than refused. */
  function doubtGone(press: Attempt, failure: GatewayFailure, refusedAt: number): void {
    if (phaseOf(press) !== "gone" || ports.isListed(press.call.callId) !== true) return;
    if (ports.requestedAt() > refusedAt) show(press, { phase: "refused", failure });
    else later(press, lookEvery, () => doubtGone(press, failure, refusedAt));
  }

  function listChanged(): void {
    for (const press of presses.all()) {
      const listed = ports.isListed(press.call.callId);
      if (listed === false) left(press);
      // Held again: what was told is of another hold.
      else if (listed === true && press.hasLeftHold && phaseOf(press) !== "sent") forget(press.call.callId);
    }
  }

  /** The list shows the call of a press off hold. */
  function left(press: Attempt): void {
    const phase = phaseOf(press);
    const isNew = !press.hasLeftHold;
    press.hasLeftHold = true;
    if (phase === "checking") withhold(press, { kind: "left" });
    else if (phase === "accepted") done(press);
    // Whatever its answer says, and whenever: it holds up no other any more.
    else if (phase === "sent" && isNew) show(press, { phase: "sent", isOff: true });
    else if (phase === "gone" && (isNew || press.timers.size === 0))
      later(press, leftShows, () => forget(press.call.callId));
    // The row tells that the call has left, and why.
    else if (phase === "refused" || phase === "withheld" || phase === "unknown" || phase === "still-held")
      forget(press.call.callId);
  }

  /** @param own - what stands in the way at the call itself; nothing for the press that is looked at */
  function blockOf(action: CallAction, callId: string, currentCall: CurrentCall, own: ActionState | undefined) {
    const voice = voiceAction(new Map([...store.getState()].filter(([other]) => other !== callId)));
    const isHeld = ports.isListed(callId) === true;
    return findActionBlock(action, { own, voice, isHeld, condition: ports.condition(), currentCall });
  }

  return {
    store,
    start(action, call, options) {
      const own = store.getState().get(call.callId);
      const block = blockOf(action, call.callId, options.currentCall, own);
      if (block?.kind === "busy" || block?.kind === "voice") return false;
      // What nobody knows is not to be forgotten for a press that comes to nothing.
      if (block !== null && own?.phase === "unknown") {
        callHost(() => options.onReport({ kind: "failed", action: action.id, code: "not-sent" }));
        return false;
      }
      const press = presses.begin(action, call, options, ports.now());
      if (block !== null) {
        withhold(press, block);
        return false;
      }
      show(press, { phase: "checking" });
      void begin(press, own?.phase === "unknown");
      return true;
    },
    async look(callId) {
      const press = presses.get(callId);
      const begun = ports.now();
      await readSince(begun);
      if (press !== undefined && phaseOf(press) === "unknown" && ports.requestedAt() >= begun)
        show(press, { phase: "unknown", looked: true });
    },
    dismiss(callId) {
      const state = store.getState().get(callId);
      if (state !== undefined && !isRunning(state)) forget(callId);
    },
    listChanged,
    releaseFinished() {
      for (const [callId, state] of store.getState()) if (!isRunning(state)) forget(callId);
    },
    reset() {
      signedIn.abort();
      signedIn = new AbortController();
      for (const { call } of presses.all()) forget(call.callId);
    },
  };
}
