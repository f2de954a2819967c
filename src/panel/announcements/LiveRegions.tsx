import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import { type Announcement, announcedStateOf } from "./announcement.js";
import { createAnnouncer } from "./createAnnouncer.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import type { MaskNumber } from "../format/maskNumber.js";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";
import type { HoldListState } from "../../hold-list/HoldListState.js";

type LiveRegionsProps = {
  regions: Regions;
  list: HoldListState;
  /** Calls that are held long and have not been acknowledged. */
  unacknowledged: ReadonlyMap<string, AttentionLevel>;
  mask: MaskNumber | undefined;
  labels: HoldListLabels;
};

/**
 * Two regions that a screen reader listens to, there from the first render: one polite, one that interrupts. What they say is
 * written into them: to say something renders nothing.
 */
export function LiveRegions({ regions, list, unacknowledged, mask, labels }: LiveRegionsProps): ReactNode {
  const { tracker } = useHoldListContext("HoldListPanel");
  const left = useStore(tracker.store, (state) => state.left);
  const { announcer, setPolite, setUrgent } = regions;
  // Before the paint: at sign-out nothing of the former list is left, not for one frame.
  useIsomorphicLayoutEffect(() => {
    const heldFor = (callId: string) => {
      const since = tracker.store.getState().since.get(callId);
      return since === undefined ? 0 : tracker.heldFor(since);
    };
    announcer.update(announcedStateOf(list, list.condition !== "current", { levels: unacknowledged, left }), {
      labels,
      mask,
      heldFor,
    });
  }, [announcer, tracker, list, unacknowledged, left, labels, mask]);
  useEffect(() => announcer.stop, [announcer]);
  return (
    <>
      <div className="hlp-hidden" role="status" ref={setPolite} />
      <div className="hlp-hidden" role="alert" ref={setUrgent} />
    </>
  );
}

/** What is said in the regions, and where they stand. */
export type Regions = ReturnType<typeof createRegions>;

/** Made by the panel: others have something to say too. */
export function createRegions() {
  const regions: { polite: HTMLElement | null; urgent: HTMLElement | null } = { polite: null, urgent: null };
  const write = (region: HTMLElement | null, text: string) => {
    if (region !== null && region.textContent !== text) region.textContent = text;
  };
  return {
    setPolite: (element: HTMLElement | null) => void (regions.polite = element),
    setUrgent: (element: HTMLElement | null) => void (regions.urgent = element),
    announcer: createAnnouncer((said: Announcement | null) => {
      write(regions.polite, said?.urgent === false ? said.text : "");
      write(regions.urgent, said?.urgent === true ? said.text : "");
    }),
  };
}
