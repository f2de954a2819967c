import { useState } from "react";
import type { Notice } from "./useNotice.js";

type NoticePlacement = { readonly above: Notice | null; readonly below: Notice | null };

/**
 * Where the notice stands: above the rows. While the list is frozen it must not push the rows: a new notice then stands below
 * them, and one that was above stays there.
 */
export function useNoticePlacement(notice: Notice | null, isFrozen: boolean): NoticePlacement {
  const [isAbove, setIsAbove] = useState(notice !== null);
  if (!isFrozen && isAbove !== (notice !== null)) setIsAbove(notice !== null);
  if (!isFrozen) return { above: notice, below: null };
  return isAbove ? { above: notice ?? { kind: "recovered" }, below: null } : { above: null, below: notice };
}
