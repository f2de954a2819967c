import { useState } from "react";
import type { Notice } from "./useNotice.js";

type NoticePlacement = { readonly above: Notice | null; readonly below: Notice | null };

/**
 * Where the notice is shown: above the rows. While the list is frozen the rows must not move, so a new notice is shown below them
 * and one that is above stays there.
 */
export function useNoticePlacement(notice: Notice | null, isFrozen: boolean): NoticePlacement {
  const [isAbove, setIsAbove] = useState(notice !== null);
  if (!isFrozen && isAbove !== (notice !== null)) setIsAbove(notice !== null);
  if (!isFrozen) return { above: notice, below: null };
  return isAbove ? { above: notice ?? { kind: "recovered" }, below: null } : { above: null, below: notice };
}
