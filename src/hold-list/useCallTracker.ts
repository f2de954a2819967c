import { useEffect, useState } from "react";
import { createCallTracker, type CallTracker, type CallTrackerSettings } from "./createCallTracker.js";
import type { PageClocks } from "./time/createTimeline.js";

const pageClocks: PageClocks = { wall: () => Date.now(), monotonic: () => performance.now() };

/** The provider's tracker. Settings may change with every render, as a host writes them; the tracker stays. */
export function useCallTracker(settings: CallTrackerSettings): CallTracker {
  const [tracker] = useState(() => createCallTracker(settings, pageClocks, pageStorage));
  useEffect(() => tracker.set(settings));
  return tracker;
}

/** The page's session storage; null where it is forbidden: already to look at it throws there. */
function pageStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
