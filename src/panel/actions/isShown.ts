import type { HeldCall } from "../../gateway/HeldCall.js";
import type { HeldCallActionDefinition } from "./HeldCallActionDefinition.js";

/** Whether the row of a call offers an action. A host's `isFor` that throws hides it. */
export function isShown(
  { isFor }: Pick<HeldCallActionDefinition, "isFor">,
  call: HeldCall,
  held: readonly HeldCall[],
): boolean {
  try {
    return isFor?.(call, held) ?? true;
  } catch {
    return false;
  }
}
