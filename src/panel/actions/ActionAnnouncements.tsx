import { useEffect, useRef } from "react";
import { otherParty } from "../../gateway/HeldCall.js";
import type { ActionState } from "../../hold-list/actions/ActionState.js";
import { isRunning } from "../../hold-list/actions/ActionState.js";
import { useActionRunner } from "../../hold-list/actions/useActionRunner.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import { callHost } from "../../hold-list/callHost.js";
import type { Announcement } from "../announcements/Announcement.js";
import { spokenNumber } from "../format/numbers.js";
import { masked } from "../format/maskNumber.js";
import type { ActionAnnouncementsProps } from "./ActionComponents.js";
import { type ActingLabels, actingLabels, doneLabel, labelsOf } from "./actionLabels.js";
import type { HeldCallAction } from "./HeldCallAction.js";
import { needsNoConfirmation } from "./needsNoConfirmation.js";
import { rowOutcome } from "./rowOutcome.js";
import type { LeftReason } from "../../hold-list/LeftCall.js";

/** What is heard of actions, and what the panel's handle can do. Nothing is seen of it. */
export function ActionAnnouncements(props: ActionAnnouncementsProps): null {
  const { announcer, onRetrieveLongest } = props;
  const { runner, currentCall } = useActionRunner();
  const { tracker } = useHoldListContext("HoldListPanel");
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const endings = new Map<string, string>();
    return runner.store.subscribe((states, before) => {
      const { calls, mask } = latest.current;
      const callsWhere = (is: (state: ActionState) => boolean) =>
        new Set([...states].filter(([, state]) => is(state)).map(([callId]) => callId));
      announcer.suppressDepartures(callsWhere(tellsDeparture), { pending: callsWhere(isRunning) });
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
        const sentence = () => {
          const { labels, settings } = latest.current;
          const reason = tracker.store.getState().left.get(callId)?.reason ?? "unknown";
          return sentenceOf(state, ending, reason, settings.list, actingLabels(labels));
        };
        if (sentence() !== null) announcer.announce(callId, sentence);
      }
    });
  }, [runner, tracker, announcer]);

  useEffect(() => {
    onRetrieveLongest(() => {
      const { calls, labels, settings } = latest.current;
      const longest = tracker.store.getState().longestId;
      const call = calls.find(({ callId }) => callId === longest);
      const retrieve = settings.list.find(({ id }) => id === "retrieve");
      if (call === undefined || retrieve === undefined) return false;
      if (!needsNoConfirmation(retrieve, call, settings.held, actingLabels(labels))) return false;
      return runner.start(retrieve, call, {
        currentCall: currentCall.getState(),
        onReport: (report) => settings.onReport(call, report),
      });
    });
    return () => onRetrieveLongest(null);
  }, [runner, currentCall, tracker, onRetrieveLongest]);

  return null;
}

/** Whether the departure of its call is told of with the action. */
function tellsDeparture(state: ActionState): boolean {
  if (state.phase === "checking" || state.phase === "gone") return true;
  return state.action.endsHold === true && (isRunning(state) || state.phase === "done");
}

/** Null too where the host's words throw. */
function sentenceOf(
  state: ActionState,
  ending: string,
  reason: LeftReason,
  list: readonly HeldCallAction[],
  labels: ActingLabels,
): Announcement | null {
  let sentence: Announcement | null = null;
  callHost(() => {
    sentence = wordedSentence(state, ending, reason, list, labels);
  });
  return sentence;
}

function wordedSentence(
  state: ActionState,
  ending: string,
  reason: LeftReason,
  list: readonly HeldCallAction[],
  labels: ActingLabels,
): Announcement | null {
  const words = labelsOf(state.action, list, labels);
  if (state.phase === "sent") return words === undefined ? null : { text: words.announceStart(ending), urgent: false };
  if (state.phase === "done") {
    const done =
      state.action.endsHold === true
        ? (doneLabel(reason, words) ?? labels.leftBecause[reason])
        : (words?.done ?? labels.done);
    const text = state.late ? labels.doneAfter(done, Math.round(state.after / 1_000)) : done;
    return { text: labels.announceDone(text), urgent: false };
  }
  const outcome = rowOutcome(state, list, labels);
  if (outcome === null || state.phase === "accepted") return null;
  const isNews = state.phase !== "gone" || !state.sent; // what the gateway calls off hold is no failure
  return { text: labels.announceForCall(ending, outcome.text), urgent: isNews };
}
