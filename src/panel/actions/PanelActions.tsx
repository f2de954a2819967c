import { useEffect, useRef } from "react";
import { otherParty } from "../../gateway/HeldCall.js";
import type { ActionState } from "../../hold-list/actions/ActionState.js";
import { isRunning } from "../../hold-list/actions/ActionState.js";
import { useActionRunner } from "../../hold-list/actions/useActionRunner.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import { longestHeld } from "../../hold-list/longestHeld.js";
import type { Announcement } from "../announcement.js";
import { spokenNumber } from "../numbers.js";
import { masked } from "../ShownNumber.js";
import type { PanelActionsProps } from "./ActionKit.js";
import { type ActingLabels, actingLabels, wordsOf } from "./actionWords.js";
import type { HeldCallAction } from "./HeldCallAction.js";
import { rowOutcome } from "./rowOutcome.js";

/** What is heard of actions, and what the panel's handle can do. Nothing is seen of it. */
export function PanelActions(props: PanelActionsProps): null {
  const { announcer, onRetrieveLongest } = props;
  const { runner, currentCall } = useActionRunner();
  const { watch } = useHoldListContext("HoldListPanel");
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const endings = new Map<string, string>();
    return runner.store.subscribe((states, before) => {
      const { calls, labels, mask, settings } = latest.current;
      const acting = actingLabels(labels);
      const callsWhere = (is: (state: ActionState) => boolean) =>
        new Set([...states].filter(([, state]) => is(state)).map(([callId]) => callId));
      announcer.spare(callsWhere(tellsDeparture), callsWhere(isRunning));
      for (const callId of before.keys()) if (!states.has(callId)) announcer.tell(callId, null);
      for (const [callId, state] of states) {
        if (state.phase === before.get(callId)?.phase && state.action === before.get(callId)?.action) continue;
        const call = calls.find((one) => one.callId === callId);
        if (call !== undefined) endings.set(callId, spokenNumber(masked(otherParty(call), mask)));
        const reason = watch.store.getState().left.get(callId)?.reason ?? "unknown";
        const sentence = sentenceOf(
          state,
          endings.get(callId) ?? "",
          acting.leftBecause[reason],
          settings.list,
          acting,
        );
        if (sentence !== null) announcer.tell(callId, sentence);
      }
    });
  }, [runner, watch, announcer]);

  useEffect(() => {
    onRetrieveLongest(() => {
      const { calls, settings } = latest.current;
      const longest = longestHeld(watch.store.getState().since);
      const call = calls.find(({ callId }) => callId === longest);
      const retrieve = settings.list.find(({ id }) => id === "retrieve");
      if (call === undefined || retrieve === undefined) return false;
      return runner.press(retrieve, call, {
        currentCall: currentCall.getState(),
        onReport: (report) => settings.onReport(call, report),
      });
    });
    return () => onRetrieveLongest(null);
  }, [runner, currentCall, watch, onRetrieveLongest]);

  return null;
}

/** Whether the departure of its call is told of with the action. */
function tellsDeparture(state: ActionState): boolean {
  return isRunning(state) || state.phase === "done" || state.phase === "gone" || state.phase === "still-held";
}

function sentenceOf(
  state: ActionState,
  ending: string,
  leftBecause: string,
  list: readonly HeldCallAction[],
  labels: ActingLabels,
): Announcement | null {
  const words = wordsOf(state.action, list, labels);
  if (state.phase === "sent") return words === undefined ? null : { text: words.said(ending), urgent: false };
  if (state.phase === "done") {
    const done = words?.done ?? (state.action.endsHold === true ? leftBecause : labels.done);
    const text = state.late ? labels.doneAfter(done, Math.round(state.after / 1_000)) : done;
    return { text: labels.saidDone(text), urgent: false };
  }
  const outcome = rowOutcome(state, list, labels);
  if (outcome === null || state.phase === "accepted") return null;
  return { text: labels.saidOfCall(ending, outcome.text), urgent: true };
}
