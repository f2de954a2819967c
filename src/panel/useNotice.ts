import type { GatewayFailure } from "../gateway/GatewayError.js";
import type { Doubt, HoldListState } from "../hold-list/useHoldList.js";
import { clockTime } from "./clockTime.js";
import { failureWords } from "./failureWords.js";
import type { HoldListLabels } from "./labels/HoldListLabels.js";
import { useLinger } from "./useLinger.js";

/** What the strip under the heading says. */
export type Notice =
  /** It was in doubt a moment ago: the strip stays long enough to be read. */
  | { readonly kind: "recovered"; readonly saysEmpty: false }
  | {
      readonly kind: "doubt";
      /** Whether polling has stopped: the agent has to do something. */
      readonly stopped: boolean;
      readonly title: string;
      readonly reason: string;
      /** The code and the gateway's own message, where it gave a code. */
      readonly detail: string | undefined;
      /** What the header shows for it: a clock time, or a word. */
      readonly freshness: string;
      /** Whether the title says that nothing was on hold, so that no line below has to. */
      readonly saysEmpty: boolean;
      readonly canSignIn: boolean;
    };

const leastTime = 4_000;

/** The strip's notice, or null. One failed poll is none: only the second, or an answer that is late by 6 s. */
export function useNotice(list: HoldListState, labels: HoldListLabels): Notice | null {
  const isInDoubt = list.status === "ready" && (list.overdue || (list.doubt !== null && isSerious(list.doubt)));
  const lingers = useLinger(isInDoubt, leastTime);
  if (list.status === "error") return withoutList(list.doubt, labels);
  if (list.status !== "ready") return null;
  if (!isInDoubt) return lingers && list.doubt === null ? { kind: "recovered", saysEmpty: false } : null;
  return overList(list, labels);
}

function isSerious(doubt: Doubt): boolean {
  return doubt.stopped || doubt.failures >= 2;
}

function withoutList(doubt: Doubt, labels: HoldListLabels): Notice {
  const { title, reason } = failureWords(doubt.failure, doubt.stopped, labels);
  return {
    kind: "doubt",
    stopped: doubt.stopped,
    title: title ?? labels.cannotShow,
    reason: title === undefined ? `${labels.callersMayWait} ${reason}` : `${reason} ${labels.callersMayStillWait}`,
    detail: detailOf(doubt.failure, labels),
    freshness: doubt.stopped ? labels.stopped : labels.tryingAgain,
    saysEmpty: false,
    canSignIn: title === labels.signInAgain,
  };
}

function overList(list: Extract<HoldListState, { status: "ready" }>, labels: HoldListLabels): Notice {
  const { doubt, calls, updatedAt } = list;
  const time = clockTime(updatedAt, labels.language);
  const stopped = doubt?.stopped ?? false;
  const words = doubt === null ? { reason: labels.overdue } : failureWords(doubt.failure, stopped, labels);
  const saysEmpty = words.title === undefined && calls.length === 0;
  return {
    kind: "doubt",
    stopped,
    title: words.title ?? (saysEmpty ? labels.emptyInDoubt(time) : labels.notUpToDate(time)),
    reason: words.title === undefined ? words.reason : `${words.reason} ${labels.callersMayStillWait}`,
    detail: doubt === null ? undefined : detailOf(doubt.failure, labels),
    freshness: stopped ? labels.stopped : time,
    saysEmpty,
    canSignIn: words.title === labels.signInAgain,
  };
}

const longestMessage = 300;

function detailOf(failure: GatewayFailure, labels: HoldListLabels): string | undefined {
  if (failure.kind !== "retcode") return undefined;
  return labels.code(failure.retcode.slice(0, 40), failure.gatewayMessage.trim().slice(0, longestMessage));
}
