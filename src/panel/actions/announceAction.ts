import { type ActionState, isRunning } from "../../hold-list/actions/ActionState.js";
import type { LeftReason } from "../../hold-list/LeftCall.js";
import type { Announcement } from "../announcements/Announcement.js";
import { doneLabel, labelsOf } from "./actionLabels.js";
import type { ActionSettings } from "./ActionSettings.js";
import { rowOutcome } from "./rowOutcome.js";

/**
 * What a screen reader announces for a state of an action, or null for nothing.
 * @param ending - the end of the call's number, its digits separated by spaces
 * @param reason - why the call left, as far as an event told
 */
export function announceAction(
  state: ActionState,
  ending: string,
  reason: LeftReason,
  { list, labels }: Pick<ActionSettings, "list" | "labels">,
): Announcement | null {
  const own = labelsOf(state.action, list);
  if (state.phase === "sent") return own === undefined ? null : { text: own.announceStart(ending), urgent: false };
  if (state.phase === "done") {
    const done =
      state.action.endsHold === true
        ? (doneLabel(reason, own) ?? labels.leftBecause[reason])
        : (own?.done ?? labels.done);
    const text = state.late ? labels.doneAfter(done, Math.round(state.after / 1_000)) : done;
    return { text: labels.announceDone(text), urgent: false };
  }
  const outcome = rowOutcome(state, { list, labels });
  if (outcome === null || state.phase === "accepted") return null;
  // That the gateway calls a call off hold is no failure.
  const isFailure = state.phase !== "gone" || !state.sent;
  return { text: labels.announceForCall(ending, outcome.text), urgent: isFailure };
}

/** Whether the announcement of the action covers the departure of its call. */
export function announcesDeparture(state: ActionState): boolean {
  if (state.phase === "checking" || state.phase === "gone") return true;
  return state.action.endsHold === true && (isRunning(state) || state.phase === "done");
}
