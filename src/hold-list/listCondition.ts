import type { GatewayFailure } from "../gateway/GatewayError.js";
import type { HoldListAnswer } from "../gateway/parseHoldList.js";
import { needsSignOn } from "../gateway/needsSignOn.js";
import { retcodeMeaning } from "../gateway/retcodes.js";
import type { Doubt } from "./Doubt.js";
import { isProvisional, isSilent, type PollState, signsOut } from "./pollPolicy.js";

/**
 * What condition the list is in. Header, notice, announcements, blocked actions, `data-*` attributes, hold guard, element and
 * hook all read this one value.
 */
export type ListCondition =
  | "signed-out"
  /** There has been no answer yet. */
  | "loading"
  /** The list is the gateway's present one, or a single poll has failed since. */
  | "current"
  /** Two polls in a row failed, one failed after a long wait, an answer is late, or the machine's clock was changed. */
  | "in-doubt"
  /** The agent is being switched over to another gateway. */
  | "switching"
  /** The gateway no longer accepts the sign-in, and polling has stopped; or a sign-on proxy refuses, and polls are rare. */
  | "refused"
  /** The gateway does not permit the query. Polling has stopped. */
  | "no-permission"
  /** Nothing can be sent, as from an insecure page or with an agent ID out of range. Polling has stopped. */
  | "cannot-send";

/** What the condition is derived from. */
export type ListFacts = {
  readonly isSignedIn: boolean;
  readonly answer: HoldListAnswer | null;
  readonly poll: PollState;
  readonly doubt: Doubt | null;
  /** Whether an answer is late, or the clock was changed since the last one. */
  readonly isLate: boolean;
};

/** Waiting this long (ms) for a failed answer is as bad as failing twice. */
const longWait = 6_000;

/** The only derivation of the {@link ListCondition}. */
export function listCondition({ isSignedIn, answer, poll, doubt, isLate }: ListFacts): ListCondition {
  if (!isSignedIn || signsOut(poll)) return "signed-out";
  const hasList = answer !== null;
  if (doubt === null) return hasList ? (isLate ? "in-doubt" : "current") : "loading";
  if (!hasList && isProvisional(poll)) return "loading";
  if (doubt.stopped) return stopCondition(doubt.failure);
  if (isSwitching(doubt.failure)) return "switching";
  if (needsSignOn(doubt.failure) && doubt.failures > 1) return "refused";
  return !hasList || isLate || isSerious(doubt) ? "in-doubt" : "current";
}

/** The doubt that a poll state gives, or null after a good answer. */
export function doubtOf(poll: PollState): Doubt | null {
  const { failure, failures, failingSince } = poll;
  return failure === null ? null : { failure, failures, since: failingSince ?? 0, stopped: isSilent(poll) };
}

function stopCondition(failure: GatewayFailure): ListCondition {
  if (failure.kind === "not-sent") return "cannot-send";
  const isForbidden = failure.kind === "retcode" && retcodeMeaning(failure.retcode) === "no-permission";
  return isForbidden ? "no-permission" : "refused";
}

function isSwitching(failure: GatewayFailure): boolean {
  const meaning = failure.kind === "retcode" ? retcodeMeaning(failure.retcode) : null;
  return meaning === "switching" || meaning === "restored";
}

function isSerious({ failures, failure }: Doubt): boolean {
  return failures >= 2 || (failure.kind === "timeout" && failure.after >= longWait);
}
