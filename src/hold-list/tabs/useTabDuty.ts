import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { useHoldListContext } from "../HoldListContext.js";
import type { TabDuty, TabSharing } from "./TabSharing.js";

/**
 * Whether this tab has a duty that only one of the tabs with the same list has: the one that came to the front last. True in a tab
 * for itself.
 * @param isWanted - whether this tab can do it now
 */
export function useTabDuty(duty: TabDuty, isWanted: boolean): boolean {
  const { tabs } = useHoldListContext("HoldListPanel");
  const sharing = useStore(tabs.store, (state) => state.sharing);
  const [granted, setGranted] = useState<TabSharing | null>(null);

  useEffect(() => {
    if (sharing === null || !isWanted) return;
    const giveUp = sharing.applyFor(duty, (hasDuty) => setGranted(hasDuty ? sharing : null));
    return () => {
      giveUp();
      setGranted(null);
    };
  }, [sharing, duty, isWanted]);

  return sharing === null || granted === sharing;
}
