import { callDirection } from "../../gateway/callTypes.js";
import { type HeldCall, otherParty } from "../../gateway/HeldCall.js";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { spokenTime } from "../format/clockTime.js";
import { masked } from "../format/maskNumber.js";
import { spokenNumber } from "../format/numbers.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import type { AnnouncedState } from "./AnnouncedState.js";
import type { Announcement, AnnouncementContext } from "./Announcement.js";

/**
 * The announcement of what has changed between two states; null where nothing has.
 * @param suppressed - calls whose departure another announcement tells
 */
export function announceChange(
  before: AnnouncedState,
  now: AnnouncedState,
  context: AnnouncementContext,
  suppressed: ReadonlySet<string> = new Set(),
): Announcement | null {
  const { labels } = context;
  const count = now.calls?.size ?? 0;
  const topic = topicOf(now);
  const isNew = topicOf(before) !== topic;
  switch (topic) {
    case "nothing":
      return null;
    case "refused":
      return isNew ? { text: labels.announceRefusal(count), urgent: count > 0 } : null;
    case "no-permission":
      return isNew ? { text: labels.announceNoPermission(count), urgent: count > 0 } : null;
    case "no-list":
      return isNew ? polite(labels.announceCannotShow) : null;
    case "doubt":
      return polite(
        isNew && labels.announceDoubt(spokenTime(now.updatedAt, labels.language)),
        crossings(before, now, context),
      );
    case "calls":
      return polite(
        before.calls === null
          ? labels.announceFirstList(count)
          : isNew
            ? labels.announceRecovery(count)
            : changes(before.calls, now, context, suppressed),
        crossings(before, now, context),
      );
    default:
      return topic satisfies never;
  }
}

type Topic = "nothing" | "calls" | "doubt" | "no-list" | "refused" | "no-permission";

/** What a state is about. Conditions that sound alike share a topic: a change between them is not announced. */
function topicOf({ condition, calls }: AnnouncedState): Topic {
  switch (condition) {
    case "signed-out":
    case "loading":
      return "nothing";
    case "current":
      return calls === null ? "nothing" : "calls";
    case "in-doubt":
    case "switching":
    case "cannot-send":
      return calls === null ? "no-list" : "doubt";
    case "refused":
    case "no-permission":
      return condition;
    default:
      return condition satisfies never;
  }
}

function polite(...sentences: (string | null | false)[]): Announcement | null {
  const text = sentences.filter(Boolean).join(" ");
  return text === "" ? null : { text, urgent: false };
}

/** Arrivals and departures. */
function changes(
  before: ReadonlyMap<string, HeldCall>,
  now: AnnouncedState,
  { labels, mask }: AnnouncementContext,
  suppressed: ReadonlySet<string>,
): string | null {
  const calls = now.calls ?? new Map<string, HeldCall>();
  const arrived = [...calls.values()].filter((call) => !before.has(call.callId));
  const left = [...before.values()].filter(({ callId }) => !calls.has(callId) && !suppressed.has(callId));
  const first = arrived[0] ?? left[0];
  if (first === undefined) return null;
  const ending = spokenNumber(masked(otherParty(first), mask));
  if (arrived.length + left.length > 1 || ending === "")
    return labels.announceChanges(arrived.length, left.length, calls.size);
  if (arrived.length === 1) return labels.announceArrival(ending, calls.size);
  // The other party of an internal call is a colleague, not a customer.
  const isCustomer = callDirection(first.callType) !== "internal";
  return isCustomer && now.reasons.get(first.callId) === "customer-hung-up"
    ? labels.announceHangUp(ending, calls.size)
    : labels.announceDeparture(ending, calls.size);
}

const rank = (level: AttentionLevel | undefined): number => (level === "too-long" ? 2 : level === "long" ? 1 : 0);

/** Calls that have crossed a threshold; "" where there is none. */
function crossings(before: AnnouncedState, now: AnnouncedState, context: AnnouncementContext): string {
  const { labels, mask, heldFor } = context;
  const risen = [...(now.calls?.values() ?? [])].filter(
    ({ callId }) => rank(now.levels.get(callId)) > rank(before.levels.get(callId)),
  );
  const sentence = (
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
      : one(ending, Math.floor(heldFor(first.callId) / 1_000));
  };
  const tooLong = sentence("too-long", labels.announceTooLong, labels.announceSeveralTooLong);
  const long = sentence("long", labels.announceLongHold, labels.announceSeveralLong);
  return [tooLong, long].filter(Boolean).join(" ");
}
