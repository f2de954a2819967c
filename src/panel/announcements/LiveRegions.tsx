import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { HoldListState } from "../../hold-list/HoldListState.js";
import type { MaskNumber } from "../format/maskNumber.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";
import { announcedStateOf } from "./AnnouncedState.js";
import type { Regions } from "./createRegions.js";

type LiveRegionsProps = {
  regions: Regions;
  list: HoldListState;
  /** Calls that are held long and are neither acknowledged nor snoozed. */
  unacknowledged: ReadonlyMap<string, AttentionLevel>;
  mask: MaskNumber | undefined;
  labels: HoldListLabels;
};

/**
 * Two live regions for screen readers, a polite one and one that interrupts. They are in the page from the first render, since a
 * region that is added together with its text is often not read.
 */
export function LiveRegions({ regions, list, unacknowledged, mask, labels }: LiveRegionsProps): ReactNode {
  const { tracker } = useHoldListContext("HoldListPanel");
  const left = useStore(tracker.store, (state) => state.left);
  const { announcer, setPolite, setUrgent } = regions;
  // A layout effect, so that at sign-out the former agent's text is gone before the next paint.
  useIsomorphicLayoutEffect(() => {
    const heldFor = (callId: string) => {
      const since = tracker.store.getState().since.get(callId);
      return since === undefined ? 0 : tracker.heldFor(since);
    };
    const state = announcedStateOf({
      condition: list.condition,
      calls: list.status === "ready" ? list.calls : null,
      updatedAt: list.status === "ready" ? list.updatedAt : 0,
      levels: unacknowledged,
      left,
    });
    announcer.update(state, { labels, mask, heldFor });
  }, [announcer, tracker, list, unacknowledged, left, labels, mask]);
  useEffect(() => announcer.stop, [announcer]);
  return (
    <>
      <div className="hlp-hidden" role="status" ref={setPolite} />
      <div className="hlp-hidden" role="alert" ref={setUrgent} />
    </>
  );
}
