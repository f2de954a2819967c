import type { HeldCall } from "../../gateway/HeldCall.js";
import { isShown } from "./isShown.js";
import type { ResolvedAction } from "./ResolvedAction.js";

/** Whether the row of a call offers an action that runs at once. The question of another one is shown in the row only. */
export function needsNoConfirmation(action: ResolvedAction, call: HeldCall, held: readonly HeldCall[]): boolean {
  return isShown(action, call, held) && action.labels.confirm === undefined;
}
