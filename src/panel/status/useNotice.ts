import { clockTime } from "../format/clockTime.js";
import { failureDetail, type FailureLabels, failureLabels } from "../labels/failureLabels.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { useMinimumDuration } from "./useMinimumDuration.js";
import type { Doubt } from "../../hold-list/Doubt.js";
import type { HoldListState } from "../../hold-list/HoldListState.js";

/** What the strip under the heading says. */
export type Notice =
  /** It was in doubt a moment ago: the strip stays long enough to be read. */
  | { readonly kind: "recovered" }
  | {
      readonly kind: "doubt";
      /** Whether polling has stopped: the agent has to do something. */
      readonly stopped: boolean;
      readonly title: string;
      readonly reason: string;
      /** The code and the gateway's own message, where it gave a code. */
      readonly detail: string | undefined;
      /** What the line below says where nothing was on hold; null where the title says it. */
      readonly empty: string | null;
      readonly canSignIn: boolean;
      readonly canRetry: boolean;
    };

const leastTime = 4_000;

/** The strip's notice, or null. One failed poll is none: only the second, or an answer that is late by 6 s. */
export function useNotice(list: HoldListState, labels: HoldListLabels): Notice | null {
  const isInDoubt = isDoubtful(list);
  // Without a list there is none that could be up to date again, and the next one may be another agent's.
  const lingers = useMinimumDuration(isInDoubt, list.status === "ready" ? leastTime : 0);
  if (list.status === "error") return withoutList(list.doubt, labels);
  if (list.status !== "ready") return null;
  if (!isInDoubt) return lingers && list.doubt === null ? { kind: "recovered" } : null;
  return overList(list, labels);
}

/** Whether the list on the screen may be old. One failed poll is no reason to think so. */
export function isDoubtful(list: HoldListState): boolean {
  return list.status === "ready" && list.condition !== "current";
}

function withoutList(doubt: Doubt, labels: HoldListLabels): Notice {
  const { title, reason, canRetry } = failureLabels(doubt.failure, doubt.stopped, labels);
  return {
    kind: "doubt",
    stopped: doubt.stopped,
    title: title ?? labels.cannotShow,
    reason: title === undefined ? labels.callersMayWait(reason) : reason,
    detail: failureDetail(doubt.failure, labels),
    empty: null,
    canSignIn: title === labels.signInAgain,
    canRetry,
  };
}

function overList(list: Extract<HoldListState, { status: "ready" }>, labels: HoldListLabels): Notice {
  const { doubt, calls, updatedAt } = list;
  const time = clockTime(updatedAt, labels.language);
  const stopped = doubt?.stopped ?? false;
  const words: FailureLabels =
    doubt === null
      ? { reason: labels.overdue, canRetry: true, asksForSignIn: false }
      : failureLabels(doubt.failure, stopped, labels);
  return {
    kind: "doubt",
    stopped,
    title: words.title ?? (calls.length === 0 ? labels.emptyInDoubt(time) : labels.notUpToDate(time)),
    reason: words.reason,
    detail: doubt === null ? undefined : failureDetail(doubt.failure, labels),
    empty: words.title === undefined ? null : labels.emptyInDoubt(time),
    canSignIn: words.title === labels.signInAgain,
    canRetry: words.canRetry,
  };
}
