import { useEffect, useRef } from "react";
import { otherParty } from "../../gateway/HeldCall.js";
import { type ActionState, isRunning } from "../../hold-list/actions/ActionState.js";
import { useActionRunner } from "../../hold-list/actions/useActionRunner.js";
import { callHost } from "../../session/callHost.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { Announcement } from "../announcements/Announcement.js";
import { spokenNumber } from "../format/numbers.js";
import { masked } from "../format/maskNumber.js";
import type { ActionAnnouncementsProps } from "./ActionComponents.js";
import { announceAction, announcesDeparture } from "./announceAction.js";
import { needsNoConfirmation } from "./needsNoConfirmation.js";

/** Announces actions to screen readers, and provides what the panel's handle calls. Renders nothing. */
export function ActionAnnouncements(props: ActionAnnouncementsProps): null {
  const { announcer, onRetrieveLongest } = props;
  const { runner, currentCall } = useActionRunner();
  const { tracker } = useHoldListContext("HoldListPanel");
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    // The numbers of calls that have left are needed for announcements that come later.
    const endings = new Map<string, string>();
    return runner.store.subscribe((states, before) => {
      const { calls, mask } = latest.current;
      announcer.suppressDepartures(callIdsWhere(states, announcesDeparture), {
        pending: callIdsWhere(states, isRunning),
      });
      for (const callId of before.keys()) {
        if (states.has(callId)) continue;
        announcer.announce(callId, null);
        endings.delete(callId);
      }
      for (const [callId, state] of states) {
        if (state === before.get(callId)) continue;
        const call = calls.find((one) => one.callId === callId);
        if (call !== undefined) endings.set(callId, spokenNumber(masked(otherParty(call), mask)));
        const ending = endings.get(callId) ?? "";
        // Evaluated when it is spoken, with the labels and the reason of that moment.
        const announcement = () => {
          const reason = tracker.store.getState().left.get(callId)?.reason ?? "unknown";
          return callSafely(() => announceAction(state, ending, reason, latest.current.settings));
        };
        if (announcement() !== null) announcer.announce(callId, announcement);
      }
    });
  }, [runner, tracker, announcer]);

  useEffect(() => {
    onRetrieveLongest(() => {
      const { calls, settings } = latest.current;
      const longest = tracker.store.getState().longestId;
      const call = calls.find(({ callId }) => callId === longest);
      const retrieve = settings.list.find(({ id }) => id === "retrieve");
      if (call === undefined || retrieve === undefined) return false;
      if (!needsNoConfirmation(retrieve, call, settings.held)) return false;
      return runner.start(retrieve, call, {
        currentCall: currentCall.getState(),
        onReport: (report) => settings.onReport(call, report),
      });
    });
    return () => onRetrieveLongest(null);
  }, [runner, currentCall, tracker, onRetrieveLongest]);

  return null;
}

function callIdsWhere(states: ReadonlyMap<string, ActionState>, matches: (state: ActionState) => boolean): Set<string> {
  return new Set([...states].filter(([, state]) => matches(state)).map(([callId]) => callId));
}

/** Null where a label of the host throws. */
function callSafely(announce: () => Announcement | null): Announcement | null {
  let announcement: Announcement | null = null;
  callHost(() => void (announcement = announce()));
  return announcement;
}
