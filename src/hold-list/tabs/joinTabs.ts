import { browserEnvironment } from "./browserEnvironment.js";
import { createTabSharing } from "./createTabSharing.js";
import type { SharingPorts, TabSharing } from "./TabSharing.js";

/** Joins the tabs that show the same list; null where the browser forbids the channel, as in a document of an opaque origin. */
export function joinTabs(ports: SharingPorts): TabSharing | null {
  try {
    return createTabSharing(ports, browserEnvironment());
  } catch {
    return null;
  }
}
