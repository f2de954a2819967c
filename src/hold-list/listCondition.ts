import { retcodeMeaning } from "../gateway/retcodes.js";
import type { Doubt } from "./Doubt.js";
import type { HoldListState } from "./HoldListState.js";
import { nextPoll, type PollIntervals, type PollState } from "./pollPolicy.js";

/** The doubt that the polls give, or null after a good answer. */
export function doubtOf(poll: PollState, intervals: PollIntervals): Doubt | null {
  const { failure, failures, failingSince } = poll;
  if (failure === null) return null;
  // Whether to stop does not depend on the pace.
  return { failure, failures, since: failingSince ?? 0, stopped: nextPoll(poll, intervals, "visible") === "silent" };
}

/** How far a list may be relied on, for those who act on it. */
export type Standing =
  /** One failed poll is no reason for doubt. */
  "good" | "doubt" | "switching" | "refused" | "no-permission";

const longWait = 6_000;

/** The standing that a doubt, or a late answer, gives to a list. */
export function standingOf(doubt: Doubt | null, overdue: boolean): Standing {
  if (doubt === null) return overdue ? "doubt" : "good";
  const { failure, stopped } = doubt;
  const meaning = failure.kind === "retcode" ? retcodeMeaning(failure.retcode) : null;
  if (stopped) return meaning === "no-permission" ? meaning : "refused";
  if (meaning === "switching" || meaning === "restored") return "switching";
  return overdue || isSerious(doubt) ? "doubt" : "good";
}

/** The standing of what a panel shows; good where it shows no list to act on. */
export function standingOfList(list: HoldListState): Standing {
  return list.status === "ready" ? standingOf(list.doubt, list.overdue) : "good";
}

/** A second failure, a stop, or one failure that took as long to wait for. */
export function isSerious({ stopped, failures, failure }: Doubt): boolean {
  return stopped || failures >= 2 || (failure.kind === "timeout" && failure.after >= longWait);
}

/** What condition the list is in: one word for all who show it, act on it or report it. */
export type ListCondition =
  | "signed-out"
  /** There has been no answer yet. */
  | "loading"
  /** The list is the gateway's present one, or one poll has failed since. */
  | "current"
  /** Two polls in a row have failed, or an answer is late. */
  | "in-doubt"
  /** The agent is being switched over to another gateway. */
  | "switching"
  /** The gateway no longer accepts the sign-in. Polling has stopped. */
  | "refused"
  | "no-permission"
  /** Nothing can be sent, such as from an insecure page or with an agent ID out of range. Polling has stopped. */
  | "cannot-send";
