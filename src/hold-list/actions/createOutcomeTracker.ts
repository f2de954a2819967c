import type { GatewayFailure } from "../../gateway/GatewayError.js";
import { operationRefusal } from "../../gateway/operationRefusals.js";
import type { ActionBlock } from "./ActionBlock.js";
import type { ActionPorts } from "./ActionPorts.js";
import { codeOf, isOutcomeUnknown } from "./actionOutcome.js";
import type { ActionAttempts, Attempt } from "./createActionAttempts.js";
import { settledWithin } from "./settledWithin.js";

/** Finds out what became of attempts, shows it and reports it. The list decides, not the gateway's answer. */
export type OutcomeTracker = {
  /** Nothing is sent, because of the block. */
  readonly withhold: (attempt: Attempt, block: ActionBlock) => void;
  /** Nothing is sent, and the outcome of the attempt before this one is still unknown. */
  readonly keepUnknown: (attempt: Attempt) => void;
  /** `run` resolved. */
  readonly accept: (attempt: Attempt) => void;
  /** `run` rejected. `failure`: null for an error of the host's own action. */
  readonly refuse: (attempt: Attempt, failure: GatewayFailure | null) => void;
  readonly listChanged: () => void;
};

const readInterval = 1_000;
const slowReadInterval = 5_000; // 10 s after the gateway accepted
const readLimit = 10_000;
const usualDuration = 2_000;
const defaultConfirmWithin = 10_000;
const longestConfirmWithin = 300_000;
const doneShownFor = 3_000; // for an action that leaves its call on hold
const leftShownFor = 60_000; // longer than the row of a call that has left

export function createOutcomeTracker(ports: ActionPorts, attempts: ActionAttempts): OutcomeTracker {
  const { show, later, forget, phaseOf, stopTimers } = attempts;
  const isWaiting = (attempt: Attempt) => phaseOf(attempt) === "accepted";
  const isListed = (attempt: Attempt) => ports.isListed(attempt.call.callId);
  const refresh = () => settledWithin(readLimit, ports.refresh);
  const reportFailure = (attempt: Attempt, code: string) =>
    attempts.report(attempt, { kind: "failed", action: attempt.action.id, code });

  function withhold(attempt: Attempt, block: ActionBlock): void {
    const isGone = block.kind === "left";
    show(attempt, isGone ? { phase: "gone", sent: false } : { phase: "withheld", block });
    reportFailure(attempt, isGone ? "off-hold" : "not-sent");
    listChanged();
  }

  function accept(attempt: Attempt): void {
    const { action } = attempt;
    stopTimers(attempt);
    attempt.acceptedAt = ports.now();
    if (action.endsHold !== true || attempt.hasLeftHold || isListed(attempt) === false) return confirm(attempt);
    show(attempt, { phase: "accepted", late: false });
    later(attempt, usualDuration, () => isWaiting(attempt) && show(attempt, { phase: "accepted", late: true }));
    later(attempt, confirmLimit(action.confirmWithin), () => isWaiting(attempt) && expire(attempt));
    void watch(attempt);
  }

  /** Reads the list at once and then every second. A gateway that does not answer gets no requests beside the polls. */
  async function watch(attempt: Attempt): Promise<void> {
    if (ports.mayAsk() && ports.isAnswering()) await refresh();
    listChanged();
    const isSlow = ports.now() - attempt.acceptedAt > defaultConfirmWithin;
    const delay = isSlow ? slowReadInterval : readInterval;
    if (isWaiting(attempt)) later(attempt, delay, () => isWaiting(attempt) && void watch(attempt));
  }

  function confirm(attempt: Attempt): void {
    const { action, call, startedAt, acceptedAt } = attempt;
    const after = Math.round(ports.now() - startedAt);
    stopTimers(attempt);
    show(attempt, { phase: "done", after, late: ports.now() - acceptedAt >= usualDuration });
    attempts.report(attempt, { kind: "confirmed", action: action.id, after });
    later(attempt, action.endsHold === true ? leftShownFor : doneShownFor, () => forget(call.callId));
  }

  /** The list has not confirmed the action in time. */
  function expire(attempt: Attempt): void {
    if (isListed(attempt) === false) return confirm(attempt);
    stopTimers(attempt);
    const isStillHeld = isListed(attempt) === true && ports.requestedAt() >= attempt.acceptedAt;
    show(attempt, isStillHeld ? { phase: "still-held" } : { phase: "unknown", checked: false });
    reportFailure(attempt, "not-confirmed");
  }

  function refuse(attempt: Attempt, failure: GatewayFailure | null): void {
    stopTimers(attempt);
    reportFailure(attempt, codeOf(failure));
    if (failure?.kind === "retcode" && operationRefusal(failure.retcode) === "off-hold") {
      show(attempt, { phase: "gone", sent: true });
      verifyGone(attempt, failure, ports.now());
    } else if (failure !== null && isOutcomeUnknown(failure)) show(attempt, { phase: "unknown", checked: false });
    else show(attempt, { phase: "refused", failure });
    listChanged();
    if (attempts.isLatest(attempt) && ports.mayAsk()) void refresh();
  }

  /** The gateway says "off hold". Where a list that was requested since then shows the call, the attempt was only refused. */
  function verifyGone(attempt: Attempt, failure: GatewayFailure, refusedAt: number): void {
    if (phaseOf(attempt) !== "gone" || isListed(attempt) !== true) return;
    if (ports.requestedAt() > refusedAt) show(attempt, { phase: "refused", failure });
    else later(attempt, readInterval, () => verifyGone(attempt, failure, refusedAt));
  }

  function listChanged(): void {
    for (const attempt of attempts.all()) {
      if (isListed(attempt) === false) onLeftHold(attempt);
      // On hold again: the outcome belongs to the hold before.
      else if (isListed(attempt) === true && attempt.hasLeftHold && phaseOf(attempt) !== "sent")
        forget(attempt.call.callId);
    }
  }

  function onLeftHold(attempt: Attempt): void {
    const phase = phaseOf(attempt);
    const isNew = !attempt.hasLeftHold;
    attempt.hasLeftHold = true;
    if (phase === "checking") withhold(attempt, { kind: "left" });
    else if (phase === "accepted") confirm(attempt);
    // It no longer blocks other actions, whatever its answer will be.
    else if (phase === "sent" && isNew) show(attempt, { phase: "sent", hasLeftHold: true });
    else if (phase === "gone" && (isNew || attempt.timers.size === 0))
      later(attempt, leftShownFor, () => forget(attempt.call.callId));
    // The row shows that the call has left, and why.
    else if (phase === "refused" || phase === "withheld" || phase === "unknown" || phase === "still-held")
      forget(attempt.call.callId);
  }

  return {
    withhold,
    keepUnknown(attempt) {
      show(attempt, { phase: "unknown", checked: false });
      reportFailure(attempt, "not-sent");
    },
    accept,
    refuse,
    listChanged,
  };
}

function confirmLimit(wanted = defaultConfirmWithin): number {
  return wanted >= 0 ? Math.min(wanted, longestConfirmWithin) : defaultConfirmWithin; // NaN is not >= 0
}
