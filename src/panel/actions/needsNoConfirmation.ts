import type { HeldCall } from "../../gateway/HeldCall.js";
import { type ActingLabels, actionLabels } from "./actionLabels.js";
import type { HeldCallAction } from "./HeldCallAction.js";
import { isShown } from "./isShown.js";

/** Whether a call shows an action that runs without a question: one that asks needs the agent at the row. */
export function needsNoConfirmation(
  action: HeldCallAction,
  call: HeldCall,
  held: readonly HeldCall[],
  labels: ActingLabels,
): boolean {
  return isShown(action, call, held) && actionLabels(action, labels).confirm === undefined;
}
