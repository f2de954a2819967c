import type { HeldCall } from "../../gateway/HeldCall.js";
import type { HoldListAnswer } from "../../gateway/parseHoldList.js";
import type { CallTracker } from "../createCallTracker.js";
import type { CallTrackerState } from "../CallTrackerState.js";
import { plainHoldTimes } from "../time/holdTimesStorage.js";
import type { SharedState } from "./TabMessage.js";

/** Turns what the tracker of the polling tab knows into a message, and a message into what the tracker of another tab knows. */
export type ListMirror = {
  /** @param withContent - whether to send the list too, and not only how the polls went */
  readonly present: (withContent: boolean) => SharedState;
  /** Returns false where the list of the message's revision is missing. */
  readonly apply: (state: SharedState) => boolean;
  /** To be called for each change of the polling tab's tracker. Returns whether the list or its hold times have changed. */
  readonly noteChange: (now: CallTrackerState, before: CallTrackerState) => boolean;
  /** A moment of the hold clock as ms since 1970. */
  readonly wallTime: (moment: number) => number;
};

/** An answer that can be sent: a gateway of the host's own may give proxies, or calls with more fields. */
function plainAnswer({ calls, unreadable }: HoldListAnswer): HoldListAnswer {
  const plainCall = ({ callId, callType, caller, called, skill }: HeldCall) => ({
    callId,
    callType,
    caller,
    called,
    skill,
  });
  return { calls: calls.map(plainCall), unreadable: [...unreadable] };
}

// Two tabs' clocks give the same moment within this many ms.
const inaccuracy = 20;

/** @param wall - the machine's clock, which all tabs share */
export function createListMirror(tracker: CallTracker, wall: () => number, tabId: string): ListMirror {
  let changes = 0;
  let revision = `${tabId}:0`;

  const wallTime = (moment: number) => wall() - (tracker.now() - moment);
  const momentOf = (time: number) => tracker.now() - (wall() - time);

  return {
    wallTime,
    noteChange(now, before) {
      if (now.answer === before.answer && now.since === before.since) return false;
      revision = `${tabId}:${++changes}`;
      return true;
    },
    present(withContent) {
      const { answer, poll } = tracker.store.getState();
      const times = tracker.holdTimes();
      // Followers of a former polling tab know its revisions only.
      if (!revision.startsWith(tabId)) revision = `${tabId}:${++changes}`;
      const hasList = answer !== null && times !== null;
      return {
        revision: hasList ? revision : "",
        // Maps are sent as arrays: `parseHoldTimes` reads them.
        content: hasList && withContent ? { answer: plainAnswer(answer), times: plainHoldTimes(times) as never } : null,
        requestedAt: answer === null ? null : wallTime(tracker.requestedAt()),
        poll: { ...poll, settledAt: poll.settledAt === null ? null : wallTime(poll.settledAt) },
      };
    },
    apply({ revision: theirs, content, requestedAt: askedAt, poll: theirPoll }) {
      if (content === null && theirs !== revision && theirs !== "") return false;
      revision = theirs;
      const poll = { ...theirPoll, settledAt: theirPoll.settledAt === null ? null : momentOf(theirPoll.settledAt) };
      const { answer: before, poll: ownPoll } = tracker.store.getState();
      const requestedAt = askedAt === null ? -Infinity : momentOf(askedAt);
      // This tab's own list may be newer: it polled before it had joined.
      if (requestedAt >= tracker.requestedAt() - inaccuracy) {
        const answer = content?.answer ?? tracker.received() ?? before;
        const isNew = content !== null || requestedAt > tracker.requestedAt() + inaccuracy;
        const age = Math.max(0, wall() - (poll.answeredAt ?? wall()));
        if (answer !== null && isNew)
          tracker.applyList(answer, { requestedAt, date: null, age, isOutdated: false, poll });
        else tracker.applyPoll(poll);
      } else if ((poll.settledAt ?? -Infinity) > (ownPoll.settledAt ?? -Infinity)) tracker.applyPoll(poll);
      if (content !== null) tracker.adoptTimes(content.times);
      return true;
    },
  };
}
