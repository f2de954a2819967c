import type { HoldListLabels } from "../labels/HoldListLabels.js";
import type { MaskNumber } from "../format/maskNumber.js";

/** A text for a live region. An `urgent` one interrupts the screen reader. */
export type Announcement = { readonly text: string; readonly urgent: boolean };

/** What announcements need beside the state of the list. */
export type AnnouncementContext = {
  readonly labels: HoldListLabels;
  readonly mask: MaskNumber | undefined;
  /** The present hold time of a call, ms. */
  readonly heldFor: (callId: string) => number;
};
