import { useState } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { masked, type MaskNumber } from "../format/maskNumber.js";

/**
 * The host's mask. It keeps its identity while a new one gives the same result for every number: hosts pass masks inline, and a
 * new function alone must not render every row.
 */
export function useStableMask(mask: MaskNumber | undefined, calls: readonly HeldCall[]): MaskNumber | undefined {
  const [stable, setStable] = useState<{ mask: MaskNumber | undefined }>({ mask });
  if (mask === stable.mask) return mask;
  const isSame = (number: string) => masked(number, mask) === masked(number, stable.mask);
  const areBothSet = mask !== undefined && stable.mask !== undefined;
  if (areBothSet && calls.every(({ caller, called }) => isSame(caller) && isSame(called))) return stable.mask;
  setStable({ mask });
  return mask;
}
