import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { LeftCall } from "../../hold-list/LeftCall.js";
import { clockTime } from "../format/clockTime.js";
import { digits } from "../format/duration.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { HoldTimer } from "./HoldTimer.js";

type RowTimeProps = { callId: string; left: LeftCall | null; level: AttentionLevel; labels: HoldListLabels };

/** The hold time of a call with its attention level, or the final hold time of a departed call. */
export function RowTime({ callId, left, level, labels }: RowTimeProps): ReactNode {
  const { tracker } = useHoldListContext("HoldListPanel");
  const since = useStore(tracker.store, (state) => state.since.get(callId));
  if (left !== null)
    return (
      <div className="hlp-time" part="time">
        <span className="hlp-digits">{digits(Math.floor(left.heldFor / 1_000), labels.days)}</span>
      </div>
    );
  if (since === undefined) return null;
  const began = clockTime(tracker.wallTime(since), labels.language);
  return (
    <div className="hlp-time" part="time" title={labels.heldSince(began, since.certainty)}>
      <HoldTimer since={since} heldFor={tracker.heldFor} labels={labels} />
      {level === "long" && <em className="hlp-level">{labels.longHold}</em>}
      {level === "too-long" && <em className="hlp-level">{labels.tooLong}</em>}
    </div>
  );
}
