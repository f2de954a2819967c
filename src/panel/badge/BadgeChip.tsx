import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { HoldListState } from "../../hold-list/HoldListState.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { DoubtIcon, LockIcon, PauseIcon } from "../parts/icons.js";
import { HoldTimer } from "../rows/HoldTimer.js";
import { freshness } from "../status/freshness.js";

type BadgeChipProps = {
  list: HoldListState;
  /** Calls that are held long and are neither acknowledged nor snoozed. */
  unacknowledged: ReadonlyMap<string, AttentionLevel>;
  labels: HoldListLabels;
};

/** The content of the chip. Its text for screen readers is the name of the button around it. */
export function BadgeChip({ list, unacknowledged, labels }: BadgeChipProps): ReactNode {
  const { sign, word, updated } = freshness(list, labels);
  const levels = [...unacknowledged.values()];
  const tooLong = levels.filter((level) => level === "too-long").length;
  const attention = tooLong > 0 ? "too-long" : levels.length > 0 ? "long" : undefined;
  const isStopped = "doubt" in list && list.doubt?.stopped === true;
  return (
    <span
      className="hlp-chip"
      part="chip"
      title={sign === "good" ? undefined : (updated ?? word)}
      data-attention={attention}
      data-freshness={sign}
    >
      {sign !== "doubt" ? <PauseIcon /> : isStopped ? <LockIcon /> : <DoubtIcon />}
      {list.status === "ready" ? (
        <>
          <span className="hlp-chip-count" aria-hidden="true" translate="no">
            {list.calls.length}
          </span>
          <span className="hlp-hidden">
            {[
              `${labels.heading}: ${list.calls.length === 0 ? labels.empty : labels.count(list.calls.length)}`,
              ...(tooLong > 0 ? [labels.tooLongCount(tooLong)] : attention === "long" ? [labels.longHold] : []),
              ...(sign === "good" ? [] : [updated ?? word]),
              ...(list.calls.length > 0 ? [labels.longest] : []),
            ].join(", ")}
          </span>
          {list.calls.length > 0 && <LongestHold labels={labels} />}
          {tooLong > 0 && <span aria-hidden="true">!</span>}
        </>
      ) : (
        <>
          <span className="hlp-chip-word" aria-hidden="true">
            {word}
          </span>
          <span className="hlp-hidden">{`${labels.heading}: ${word}`}</span>
        </>
      )}
    </span>
  );
}

function LongestHold({ labels }: { labels: HoldListLabels }): ReactNode {
  const { tracker } = useHoldListContext("HoldListBadge");
  const longest = useStore(tracker.store, ({ longestId, since }) =>
    longestId === null ? undefined : since.get(longestId),
  );
  if (longest === undefined) return null;
  return <HoldTimer since={longest} heldFor={tracker.heldFor} labels={labels} />;
}
