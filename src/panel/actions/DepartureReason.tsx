import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useActionRunner } from "../../hold-list/actions/useActionRunner.js";
import type { DepartureReasonProps } from "./ActionComponents.js";
import { doneLabel, labelsOf } from "./actionLabels.js";

/** Why a call is no longer on hold: the agent's action, if one ended the hold, else the reason of the event. */
export function DepartureReason({ left, settings: { list, labels }, children }: DepartureReasonProps): ReactNode {
  const { runner } = useActionRunner();
  const state = useStore(runner.store, (states) => states.get(left.call.callId));
  if (state?.phase !== "done" || state.action.endsHold !== true) return <span>{children}</span>;
  const done = doneLabel(left.reason, labelsOf(state.action, list)) ?? children;
  return <span>{state.late ? labels.doneAfter(done, Math.round(state.after / 1_000)) : done}</span>;
}
