import { useEffect, useState } from "react";
import { createHoldWatch, type HoldWatch, type HoldWatchSettings } from "./createHoldWatch.js";
import type { PageClocks } from "./createTimeline.js";

const pageClocks: PageClocks = { wall: () => Date.now(), monotonic: () => performance.now() };

/** The provider's watch. Settings may change with every render, as a host writes them; the watch stays. */
export function useHoldWatch(settings: HoldWatchSettings): HoldWatch {
  const [watch] = useState(() => createHoldWatch(settings, pageClocks, pageStorage));
  useEffect(() => watch.set(settings));
  return watch;
}

/** The page's session storage; null where it is forbidden: already to look at it throws there. */
function pageStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
