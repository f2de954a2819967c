import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import { retcodeMeaning } from "../../gateway/retcodes.js";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { HoldListState } from "../../hold-list/HoldListState.js";
import type { ListCondition } from "../../hold-list/listCondition.js";
import type { MaskNumber } from "../format/maskNumber.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { useIsomorphicLayoutEffect } from "../parts/useIsomorphicLayoutEffect.js";
import { announcedStateOf } from "./AnnouncedState.js";
import type { Regions } from "./createRegions.js";

type LiveRegionsProps = {
  regions: Regions;
  list: HoldListState;
  isInDoubt: boolean;
  /** Calls that are held long and are neither acknowledged nor snoozed. */
  unacknowledged: ReadonlyMap<string, AttentionLevel>;
  mask: MaskNumber | undefined;
  labels: HoldListLabels;
};

/**
 * Two live regions for screen readers, a polite one and one that interrupts. They are in the page from the first render, since a
 * region that is added together with its text is often not read.
 */
export function LiveRegions({ regions, list, isInDoubt, unacknowledged, mask, labels }: LiveRegionsProps): ReactNode {
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
      condition: conditionOf(list, isInDoubt),
      calls: list.status === "ready" ? list.calls : null,
      updatedAt: list.status === "ready" ? list.updatedAt : 0,
      levels: unacknowledged,
      left,
    });
    announcer.update(state, { labels, mask, heldFor });
  }, [announcer, tracker, list, isInDoubt, unacknowledged, left, labels, mask]);
  useEffect(() => announcer.stop, [announcer]);
  return (
    <>
      <div className="hlp-hidden" role="status" ref={setPolite} />
      <div className="hlp-hidden" role="alert" ref={setUrgent} />
    </>
  );
}

// The condition of the list is to come from the tracker's store.
function conditionOf(list: HoldListState, isInDoubt: boolean): ListCondition {
  if (list.status === "signed-out" || list.status === "loading") return list.status;
  if (list.doubt?.stopped === true && list.doubt.failure.kind === "retcode")
    return retcodeMeaning(list.doubt.failure.retcode) === "no-permission" ? "no-permission" : "refused";
  return isInDoubt || list.status === "error" ? "in-doubt" : "current";
}
