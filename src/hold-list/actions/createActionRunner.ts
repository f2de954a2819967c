import type { StoreApi } from "zustand/vanilla";
import { isGatewayError } from "../../gateway/GatewayError.js";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { callHost } from "../../session/callHost.js";
import type { ActionBlock } from "./ActionBlock.js";
import type { ActionPorts } from "./ActionPorts.js";
import { type ActionState, isRunning, voiceAction } from "./ActionState.js";
import type { CallAction } from "./CallAction.js";
import { type Attempt, type AttemptOptions, createActionAttempts } from "./createActionAttempts.js";
import { createOutcomeTracker } from "./createOutcomeTracker.js";
import type { CurrentCall } from "./currentCall.js";
import { findActionBlock } from "./findActionBlock.js";
import { readListSince } from "./readListSince.js";

/**
 * Runs actions on held calls: one at a time for each call, and one at a time of those that move the voice path. It sends at most one
 * request for each attempt.
 */
export type ActionRunner = {
  /** The state of the last attempt on each call, by call ID. */
  readonly store: StoreApi<ReadonlyMap<string, ActionState>>;
  /**
   * Starts an attempt. Returns false where nothing will be sent: without any effect while another action is running, and else with
   * the reason in the call's state, since the button was enabled when it was pressed.
   */
  readonly start: (action: CallAction, call: HeldCall, options: AttemptOptions) => boolean;
  /** Reads the list and sends nothing, for an attempt whose outcome is unknown. Resolves within 10 s. */
  readonly check: (callId: string) => Promise<void>;
  /** Removes the outcome of the last attempt on a call. */
  readonly dismiss: (callId: string) => void;
  /** The states of this tab's attempts: `store` holds those of other tabs too. */
  readonly own: () => ReadonlyMap<string, ActionState>;
  /** Shows the states of other tabs' attempts. */
  readonly showOthers: (states: ReadonlyMap<string, ActionState>) => void;
  /** To be called after each change of the list. */
  readonly listChanged: () => void;
  /** Removes all outcomes. Running attempts go on. To be called when no component observes the runner any more. */
  readonly releaseFinished: () => void;
  /** Aborts and forgets all attempts. To be called at a sign-in, a sign-out and a change of the gateway. */
  readonly reset: () => void;
};

const freshFor = 2_000; // the age of a list that is not read again before sending
const readLimit = 3_000; // how long a read may delay an action
const finalReadLimit = 10_000; // the same for a final action, which is not sent without a fresh list
const runLimit = 60_000; // a host's own action may never settle

export function createActionRunner(ports: ActionPorts): ActionRunner {
  const attempts = createActionAttempts();
  const outcomes = createOutcomeTracker(ports, attempts);
  const { store, show, phaseOf, forget } = attempts;
  let signedIn = new AbortController();

  /** Sends an attempt, after reading the list if it is unknown, too old, or the outcome before is unknown. */
  async function run(attempt: Attempt, wasUnknown: boolean): Promise<void> {
    const { action, call, currentCall } = attempt;
    const isFinal = action.isFinal === true;
    const isUnlisted = () => ports.isListed(call.callId) === null;
    const moment = wasUnknown ? attempt.startedAt : attempt.startedAt - freshFor;
    let isFresh = !wasUnknown && ports.requestedAt() >= moment;
    if ((!isFresh || isUnlisted()) && ports.mayAsk())
      isFresh = await readListSince(ports, moment, isFinal ? finalReadLimit : readLimit);
    if (phaseOf(attempt) !== "checking") return;
    const needsList = isUnlisted() || (!isFresh && (isFinal || wasUnknown));
    const block = blockOf(action, call.callId, currentCall, undefined) ?? (needsList ? inDoubt : null);
    if (block === null) await send(attempt);
    else if (wasUnknown && block.kind !== "left") outcomes.keepUnknown(attempt);
    else outcomes.withhold(attempt, block);
  }

  async function send(attempt: Attempt): Promise<void> {
    const { action, call } = attempt;
    const { signal } = signedIn;
    const isPending = () => phaseOf(attempt) === "sent";
    show(attempt, { phase: "sent" });
    attempts.later(attempt, runLimit, () => {
      if (isPending()) outcomes.refuse(attempt, { kind: "timeout", after: runLimit });
    });
    attempts.report(attempt, { kind: "started", action: action.id });
    if (!isPending()) return; // the host has signed the agent out
    try {
      await ports.run(action, call, signal);
    } catch (error) {
      if (isPending()) outcomes.refuse(attempt, isGatewayError(error) ? error.failure : null);
      return;
    }
    if (isPending()) outcomes.accept(attempt);
  }

  /** @param own - the state of the last attempt on the call; undefined for the attempt that is being checked */
  function blockOf(action: CallAction, callId: string, currentCall: CurrentCall, own: ActionState | undefined) {
    const voice = voiceAction(new Map([...store.getState()].filter(([other]) => other !== callId)));
    const isListed = ports.isListed(callId);
    return findActionBlock(action, { own, voice, isListed, condition: ports.condition(), currentCall });
  }

  return {
    store,
    start(action, call, options) {
      const own = store.getState().get(call.callId);
      const block = blockOf(action, call.callId, options.currentCall, own);
      if (block?.kind === "busy" || block?.kind === "voice") return false;
      const wasUnknown = own?.phase === "unknown";
      // An unknown outcome stays shown when an attempt after it sends nothing.
      if (block !== null && wasUnknown) {
        callHost(() => options.onReport({ kind: "failed", action: action.id, code: "not-sent" }));
        return false;
      }
      const attempt = attempts.begin(action, call, options, ports.now());
      if (block !== null) {
        outcomes.withhold(attempt, block);
        return false;
      }
      show(attempt, { phase: "checking" });
      void run(attempt, wasUnknown);
      return true;
    },
    async check(callId) {
      const attempt = attempts.get(callId);
      const isFresh = await readListSince(ports, ports.now(), finalReadLimit);
      if (attempt !== undefined && phaseOf(attempt) === "unknown" && isFresh && ports.isListed(callId) === true)
        show(attempt, { phase: "unknown", checked: true });
    },
    dismiss(callId) {
      const state = store.getState().get(callId);
      if (state !== undefined && !isRunning(state)) forget(callId);
    },
    own: attempts.own,
    showOthers: attempts.showOthers,
    listChanged: outcomes.listChanged,
    releaseFinished() {
      for (const [callId, state] of store.getState()) if (!isRunning(state)) forget(callId);
    },
    reset() {
      signedIn.abort();
      signedIn = new AbortController();
      for (const { call } of attempts.all()) forget(call.callId);
    },
  };
}

const inDoubt: ActionBlock = { kind: "in-doubt" };
