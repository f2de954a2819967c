import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useActionRunner } from "../../hold-list/actions/useActionRunner.js";
import type { DepartureReasonProps } from "./ActionComponents.js";
import { actingLabels, doneLabel, labelsOf } from "./actionLabels.js";

/** Why a call is no longer on hold: what the agent did, where that took it off, or else what the events tell. */
export function DepartureReason({ left, labels, settings, children }: DepartureReasonProps): ReactNode {
  const { runner } = useActionRunner();
  const state = useStore(runner.store, (states) => states.get(left.call.callId));
  if (state?.phase !== "done" || state.action.endsHold !== true) return children;
  const acting = actingLabels(labels);
  const done = doneLabel(left.reason, labelsOf(state.action, settings.list, acting)) ?? children;
  return state.late ? acting.doneAfter(done, Math.round(state.after / 1_000)) : done;
}
