import type { HeldCall } from "../../gateway/HeldCall.js";
import type { HeldCallAction } from "./HeldCallAction.js";

/** Whether a call shows an action. A host's function that throws shows none. */
export function isShown(action: HeldCallAction, call: HeldCall, held: readonly HeldCall[]): boolean {
  try {
    return action.isFor?.(call, held) ?? true;
  } catch {
    return false;
  }
}
