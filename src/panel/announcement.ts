import { retcodeMeaning } from "../gateway/retcodes.js";
import { type HeldCall, otherParty } from "../gateway/HeldCall.js";
import type { HoldListState } from "../hold-list/useHoldList.js";
import { spokenTime } from "./clockTime.js";
import type { HoldListLabels } from "./labels/HoldListLabels.js";
import { spokenNumber } from "./numbers.js";

/** What a listener can be told of: which calls, and how far they are to be trusted. */
export type Heard = {
  /** Null before the first list. */
  readonly calls: ReadonlyMap<string, HeldCall> | null;
  readonly standing: "silent" | "good" | "doubt" | "refused" | "no-permission" | "cannot-show";
  /** When the list was last known to be true: ms since 1970. */
  readonly updatedAt: number;
};

/** A sentence to be said; `urgent` ones interrupt. */
export type Announcement = { readonly text: string; readonly urgent: boolean };

/** Before anything was said. */
export const nothingHeard: Heard = { calls: null, standing: "silent", updatedAt: 0 };

/** What the list gives to hear now. */
export function heardFrom(list: HoldListState, isInDoubt: boolean): Heard {
  if (list.status === "error") return { ...nothingHeard, standing: stoppedStanding(list) ?? "cannot-show" };
  if (list.status !== "ready") return nothingHeard;
  const calls = new Map(list.calls.map((call) => [call.callId, call]));
  const standing = stoppedStanding(list) ?? (isInDoubt ? "doubt" : "good");
  return { calls, standing, updatedAt: list.updatedAt };
}

function stoppedStanding(list: Extract<HoldListState, { status: "error" | "ready" }>) {
  if (list.doubt?.stopped !== true || list.doubt.failure.kind !== "retcode") return undefined;
  return retcodeMeaning(list.doubt.failure.retcode) === "no-permission" ? "no-permission" : "refused";
}

/** The one sentence that takes a listener from what was heard to what is so now; null where nothing changed. */
export function announcement(before: Heard, now: Heard, labels: HoldListLabels): Announcement | null {
  const count = now.calls?.size ?? 0;
  const isNew = before.standing !== now.standing;
  switch (now.standing) {
    case "silent":
      return null;
    case "refused":
      return isNew ? { text: labels.saidRefused(count), urgent: count > 0 } : null;
    case "no-permission":
      return isNew ? { text: labels.saidNoPermission(count), urgent: count > 0 } : null;
    case "cannot-show":
      return isNew ? { text: labels.saidCannotShow, urgent: false } : null;
    case "doubt":
      return isNew ? { text: labels.saidDoubt(spokenTime(now.updatedAt, labels.language)), urgent: false } : null;
    case "good":
      if (before.calls === null) return { text: labels.saidFirst(count), urgent: false };
      if (isNew) return { text: labels.saidUpToDate(count), urgent: false };
      return changes(before.calls, now.calls ?? new Map<string, HeldCall>(), labels);
    default:
      return now.standing satisfies never;
  }
}

function changes(
  before: ReadonlyMap<string, HeldCall>,
  now: ReadonlyMap<string, HeldCall>,
  labels: HoldListLabels,
): Announcement | null {
  const arrived = [...now.values()].filter((call) => !before.has(call.callId));
  const left = [...before.values()].filter((call) => !now.has(call.callId));
  const [first] = [...arrived, ...left];
  if (first === undefined) return null;
  const ending = spokenNumber(otherParty(first));
  const isOne = arrived.length + left.length === 1 && ending !== "";
  if (!isOne) return { text: labels.saidChanged(arrived.length, left.length, now.size), urgent: false };
  const text = arrived.length === 1 ? labels.saidArrived(ending, now.size) : labels.saidLeft(ending, now.size);
  return { text, urgent: false };
}
