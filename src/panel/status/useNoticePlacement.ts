import { useState } from "react";
import type { Notice } from "./useNotice.js";

type Steady = { readonly above: Notice | null; readonly below: Notice | null };

/**
 * Where the notice stands: above the rows. Under the hand it must not push them: what comes then stands below them, and what
 * was above stays there.
 */
export function useNoticePlacement(notice: Notice | null, underHand: boolean): Steady {
  const [isAbove, setIsAbove] = useState(notice !== null);
  if (!underHand && isAbove !== (notice !== null)) setIsAbove(notice !== null);
  if (!underHand) return { above: notice, below: null };
  return isAbove ? { above: notice ?? { kind: "recovered" }, below: null } : { above: null, below: notice };
}
