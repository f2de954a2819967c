import { type PointerEvent, type ReactNode, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { AttentionLevel } from "../../hold-list/attention.js";
import type { CallTracker } from "../../hold-list/createCallTracker.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { LeftCall } from "../../hold-list/LeftCall.js";
import type { HeldSince } from "../../hold-list/time/HeldSince.js";
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
        <span className="hlp-digits" translate="no">
          {digits(Math.floor(left.heldFor / 1_000), labels.days)}
        </span>
      </div>
    );
  return since === undefined ? null : <HeldTime {...{ since, level, labels, tracker }} />;
}

type HeldTimeProps = { since: HeldSince; level: AttentionLevel; labels: HoldListLabels; tracker: CallTracker };

function HeldTime({ since, level, labels, tracker }: HeldTimeProps): ReactNode {
  const format = useDigitFormat(since, tracker.heldFor);
  // Only when it is needed: to format a date costs more than all else in a row. Not on `pointerenter`, which React does not dispatch
  // for a row that appears under a resting pointer.
  const setTitle = ({ currentTarget }: PointerEvent<HTMLElement>) => {
    currentTarget.title = labels.heldSince(clockTime(tracker.wallTime(since), labels.language), since.certainty);
  };
  return (
    <div className="hlp-time" part="time" data-digits={format} onPointerOver={setTitle}>
      <HoldTimer since={since} heldFor={tracker.heldFor} labels={labels} />
      {level === "long" && <em className="hlp-level">{labels.longHold}</em>}
      {level === "too-long" && <em className="hlp-level">{labels.tooLong}</em>}
    </div>
  );
}

/** How long a time can be in each format, ms. */
const formats = [
  ["m:ss", 600_000],
  ["mm:ss", 3_600_000],
  ["h:mm:ss", 36_000_000],
  ["hh:mm:ss", 86_400_000],
  ["days", Infinity],
] as const;

/** The format of the digits, from which the styles take their width. Renders only when it changes. */
function useDigitFormat(since: HeldSince, heldFor: (since: HeldSince) => number): string {
  const [, setChanges] = useState(0);
  const ms = heldFor(since) + 1_000; // a time that is rounded up
  const [format, limit] = formats.find(([, limit]) => ms < limit) ?? formats[4];
  useEffect(() => {
    if (limit === Infinity) return;
    const timer = setTimeout(() => setChanges((count) => count + 1), limit - heldFor(since) - 1_000);
    return () => clearTimeout(timer);
  }, [since, heldFor, limit]);
  return format;
}
