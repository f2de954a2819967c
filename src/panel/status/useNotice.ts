import type { Doubt } from "../../hold-list/Doubt.js";
import type { HoldListState } from "../../hold-list/HoldListState.js";
import type { Requester } from "../../hold-list/Requester.js";
import { clockTime } from "../format/clockTime.js";
import type { MaskNumber } from "../format/maskNumber.js";
import { failureDetail, type FailureLabels, failureLabels } from "../labels/failureLabels.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { useMinimumDuration } from "./useMinimumDuration.js";

/** The content of the notice below the heading. */
export type Notice =
  /** The list is current again: the notice stays until it could be read. */
  | { readonly kind: "recovered" }
  | {
      readonly kind: "doubt";
      /** Whether polling has stopped until the agent acts. */
      readonly stopped: boolean;
      readonly title: string;
      readonly reason: string;
      /** The gateway's code and message, where there is a code. */
      readonly detail: string | undefined;
      /** Whether the title contains the empty state. */
      readonly saysEmpty: boolean;
      readonly canSignIn: boolean;
      readonly canRetry: boolean;
    };

const leastDuration = 4_000; // ms

/**
 * The notice, or null. A single failed poll causes no notice.
 * @param requester - the owner of the list: another one does not see the former's notice
 */
export function useNotice(
  list: HoldListState,
  labels: HoldListLabels,
  requester: Requester | null,
  mask: MaskNumber | undefined,
): Notice | null {
  const isDoubted = list.status === "ready" && list.condition !== "current";
  // Without a list there is nothing that could be up to date again.
  const isShown = useMinimumDuration(isDoubted, list.status === "ready" ? leastDuration : 0, requester);
  if (list.status === "error") return withoutList(list.doubt, labels, mask);
  if (list.status !== "ready") return null;
  if (!isDoubted) return isShown && list.doubt === null ? { kind: "recovered" } : null;
  return overList(list, labels, mask);
}

function withoutList(doubt: Doubt, labels: HoldListLabels, mask: MaskNumber | undefined): Notice {
  const { title, reason, canRetry, asksForSignIn } = failureLabels(doubt.failure, doubt.stopped, labels);
  return {
    kind: "doubt",
    stopped: doubt.stopped,
    title: title ?? labels.cannotShow,
    reason: title === undefined ? labels.callersMayWait(reason) : reason,
    detail: failureDetail(doubt.failure, labels, mask),
    saysEmpty: true,
    canSignIn: asksForSignIn,
    canRetry,
  };
}

function overList(
  list: Extract<HoldListState, { status: "ready" }>,
  labels: HoldListLabels,
  mask: MaskNumber | undefined,
): Notice {
  const { doubt, calls, updatedAt } = list;
  const time = clockTime(updatedAt, labels.language);
  const stopped = doubt?.stopped ?? false;
  const texts: FailureLabels =
    doubt === null
      ? { reason: labels.overdue, canRetry: true, asksForSignIn: false }
      : failureLabels(doubt.failure, stopped, labels);
  return {
    kind: "doubt",
    stopped,
    title: texts.title ?? (calls.length === 0 ? labels.emptyInDoubt(time) : labels.notUpToDate(time)),
    reason: texts.reason,
    detail: doubt === null ? undefined : failureDetail(doubt.failure, labels, mask),
    saysEmpty: texts.title === undefined,
    canSignIn: texts.asksForSignIn,
    canRetry: texts.canRetry,
  };
}
