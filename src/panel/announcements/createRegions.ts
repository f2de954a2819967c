import type { Announcement } from "./Announcement.js";
import { createAnnouncer } from "./createAnnouncer.js";

/** The live regions of a panel and the announcer that writes to them. */
export type Regions = ReturnType<typeof createRegions>;

/** The panel creates it, since actions announce their outcome too. An announcement renders nothing. */
export function createRegions() {
  const regions: { polite: HTMLElement | null; urgent: HTMLElement | null } = { polite: null, urgent: null };
  const write = (region: HTMLElement | null, text: string) => {
    if (region !== null && region.textContent !== text) region.textContent = text;
  };
  return {
    setPolite: (element: HTMLElement | null) => void (regions.polite = element),
    setUrgent: (element: HTMLElement | null) => void (regions.urgent = element),
    announcer: createAnnouncer((announcement: Announcement | null) => {
      write(regions.polite, announcement?.urgent === false ? announcement.text : "");
      write(regions.urgent, announcement?.urgent === true ? announcement.text : "");
    }),
  };
}
