import { callDirection } from "../../gateway/callTypes.js";
import { retcodeMeaning } from "../../gateway/retcodes.js";
import { type HeldCall, otherParty } from "../../gateway/HeldCall.js";
import type { AttentionLevel } from "../../hold-list/attention.js";
import type { CallTrackerState } from "../../hold-list/createCallTracker.js";
import { spokenTime } from "../format/clockTime.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { spokenNumber } from "../format/numbers.js";
import { type MaskNumber, masked } from "../format/maskNumber.js";
import type { LeftReason } from "../../hold-list/LeftCall.js";
import type { HoldListState } from "../../hold-list/HoldListState.js";

/** What a listener can be told of: which calls, and how far they are to be trusted. */
export type AnnouncedState = {
  /** Null before the first list. */
  readonly calls: ReadonlyMap<string, HeldCall> | null;
  readonly standing: "silent" | "good" | "doubt" | "refused" | "no-permission" | "cannot-show";
  /** Those that are held long or too long, and why those that left a moment ago are gone. */
  readonly levels: ReadonlyMap<string, AttentionLevel>;
  readonly reasons: ReadonlyMap<string, LeftReason>;
  /** When the list was last known to be true: ms since 1970. */
  readonly updatedAt: number;
};

/** A sentence to be said; `urgent` ones interrupt. */
export type Announcement = { readonly text: string; readonly urgent: boolean };

/** Before anything was said. */
export const initialAnnouncedState: AnnouncedState = {
  calls: null,
  levels: new Map(),
  reasons: new Map(),
  standing: "silent",
  updatedAt: 0,
};

/** The words, and what is needed for them beside what was heard. */
export type AnnouncementContext = {
  readonly labels: HoldListLabels;
  readonly mask: MaskNumber | undefined;
  /** For how many ms a call has been held by now. */
  readonly heldFor: (callId: string) => number;
};

/** What the list gives to hear now. */
export function announcedStateOf(
  list: HoldListState,
  isInDoubt: boolean,
  { levels, left }: Pick<CallTrackerState, "levels" | "left">,
): AnnouncedState {
  if (list.status === "error") return { ...initialAnnouncedState, standing: stoppedStanding(list) ?? "cannot-show" };
  if (list.status !== "ready") return initialAnnouncedState;
  const calls = new Map(list.calls.map((call) => [call.callId, call]));
  const standing = stoppedStanding(list) ?? (isInDoubt ? "doubt" : "good");
  const reasons = new Map([...left].map(([callId, { reason }]) => [callId, reason]));
  return { calls, levels, reasons, standing, updatedAt: list.updatedAt };
}

function stoppedStanding(list: Extract<HoldListState, { status: "error" | "ready" }>) {
  if (list.doubt?.stopped !== true || list.doubt.failure.kind !== "retcode") return undefined;
  return retcodeMeaning(list.doubt.failure.retcode) === "no-permission" ? "no-permission" : "refused";
}

/**
 * The one sentence that takes a listener from what was heard to what is so now; null where nothing changed.
 * @param spared - calls whose departure is told of otherwise
 */
export function announcement(
  before: AnnouncedState,
  now: AnnouncedState,
  speech: AnnouncementContext,
  spared: ReadonlySet<string> = new Set(),
): Announcement | null {
  const { labels } = speech;
  const count = now.calls?.size ?? 0;
  const isNew = before.standing !== now.standing;
  switch (now.standing) {
    case "silent":
      return null;
    case "refused":
      return isNew ? { text: labels.announceRefusal(count), urgent: count > 0 } : null;
    case "no-permission":
      return isNew ? { text: labels.announceNoPermission(count), urgent: count > 0 } : null;
    case "cannot-show":
      return isNew ? polite(labels.announceCannotShow) : null;
    case "doubt":
      return polite(
        isNew && labels.announceDoubt(spokenTime(now.updatedAt, labels.language)),
        crossings(before, now, speech),
      );
    case "good":
      return polite(
        before.calls === null
          ? labels.announceFirstList(count)
          : isNew
            ? labels.announceRecovery(count)
            : changes(before.calls, now, speech, spared),
        crossings(before, now, speech),
      );
    default:
      return now.standing satisfies never;
  }
}

function polite(...sentences: (string | null | false)[]): Announcement | null {
  const text = sentences.filter(Boolean).join(" ");
  return text === "" ? null : { text, urgent: false };
}

/** Who came and who left. */
function changes(
  before: ReadonlyMap<string, HeldCall>,
  now: AnnouncedState,
  { labels, mask }: AnnouncementContext,
  spared: ReadonlySet<string>,
): string | null {
  const calls = now.calls ?? new Map<string, HeldCall>();
  const arrived = [...calls.values()].filter((call) => !before.has(call.callId));
  const left = [...before.values()].filter(({ callId }) => !calls.has(callId) && !spared.has(callId));
  const [first] = [...arrived, ...left];
  if (first === undefined) return null;
  const ending = spokenNumber(masked(otherParty(first), mask));
  if (arrived.length + left.length > 1 || ending === "")
    return labels.announceChanges(arrived.length, left.length, calls.size);
  if (arrived.length === 1) return labels.announceArrival(ending, calls.size);
  // A colleague is no customer.
  const isCustomer = callDirection(first.callType) !== "internal";
  return isCustomer && now.reasons.get(first.callId) === "customer-hung-up"
    ? labels.announceHangUp(ending, calls.size)
    : labels.announceDeparture(ending, calls.size);
}

/** Who has crossed a threshold since. */
function crossings(
  before: AnnouncedState,
  now: AnnouncedState,
  { labels, mask, heldFor }: AnnouncementContext,
): string {
  const rank = (level: AttentionLevel | undefined) => (level === "too-long" ? 2 : level === "long" ? 1 : 0);
  const risen = [...(now.calls?.values() ?? [])].filter(
    ({ callId }) => rank(now.levels.get(callId)) > rank(before.levels.get(callId)),
  );
  const words = (
    level: AttentionLevel,
    one: HoldListLabels["announceLongHold"],
    several: HoldListLabels["announceSeveralLong"],
  ) => {
    const calls = risen.filter(({ callId }) => now.levels.get(callId) === level);
    const [first] = calls;
    if (first === undefined) return "";
    const ending = spokenNumber(masked(otherParty(first), mask));
    return calls.length > 1 || ending === ""
      ? several(calls.length)
      : one(ending, Math.floor(heldFor(first.callId) / 1000));
  };
  const tooLong = words("too-long", labels.announceTooLong, labels.announceSeveralTooLong);
  const long = words("long", labels.announceLongHold, labels.announceSeveralLong);
  return [tooLong, long].filter(Boolean).join(" ");
}
