import type { ReactNode, RefObject } from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { HoldList } from "../../hold-list/useHoldList.js";
import { HostSlot } from "../parts/HostSlot.js";
import { HoldTimer } from "../rows/HoldTimer.js";
import { RefreshIcon } from "../parts/icons.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { PanelButton } from "../parts/PanelButton.js";
import { useBusy } from "../parts/useBusy.js";
import { freshness } from "./freshness.js";

type HoldListHeaderProps = {
  list: HoldList;
  /** Calls that are held long and are neither acknowledged nor snoozed. */
  unacknowledged: ReadonlyMap<string, AttentionLevel>;
  labels: HoldListLabels;
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  /** The host's content. */
  renderHeader: ((calls: readonly HeldCall[]) => ReactNode) | undefined;
};

const noCalls: readonly HeldCall[] = [];

/** The heading, the number of calls, the host's content, the list's freshness, and the refresh button. */
export function HoldListHeader(props: HoldListHeaderProps): ReactNode {
  const { list, unacknowledged, labels, headingId, headingRef, renderHeader } = props;
  const [busy, refresh] = useBusy(list.refresh);
  const calls = list.status === "ready" ? list.calls : noCalls;
  const waiting = calls.length;
  const tooLong = [...unacknowledged.values()].filter((level) => level === "too-long").length;
  const { sign, word, updated } = freshness(list, labels);
  return (
    <header className="hlp-header" part="header" data-slotted={renderHeader !== undefined || undefined}>
      {/* Receives the focus when the focused control is removed. */}
      <h2 className="hlp-heading" part="heading" id={headingId} ref={headingRef} tabIndex={-1}>
        {labels.heading}
      </h2>
      {waiting > 0 && (
        <>
          <span className="hlp-count" part="count" aria-hidden="true" translate="no">
            {waiting}
          </span>
          <span className="hlp-hidden">{labels.count(waiting)}</span>
        </>
      )}
      {waiting > 0 && tooLong > 0 && (
        <span className="hlp-alarm" part="alarm" title={labels.tooLongCount(tooLong)}>
          {/* The short form of a narrow header. Its words stay for screen readers. */}
          <bdi className="hlp-alarm-short" aria-hidden="true" translate="no">
            {`${tooLong} !`}
          </bdi>
          <bdi className="hlp-alarm-words">{labels.tooLongCount(tooLong)}</bdi>
          <LongestHold labels={labels} />
        </span>
      )}
      {renderHeader !== undefined && <HostSlot given={calls} render={renderHeader} place="header" />}
      <span className="hlp-status">
        <span className="hlp-freshness" part="freshness" title={updated ?? word} data-freshness={sign}>
          <span className="hlp-dot" aria-hidden="true" />
          <span className="hlp-freshness-word" aria-hidden={updated?.endsWith(word) ?? false}>
            {word}
          </span>
          {updated !== undefined && <span className="hlp-hidden">{updated}</span>}
        </span>
        {list.status !== "signed-out" && (
          <PanelButton
            className="hlp-icon-button"
            aria-label={labels.refresh}
            title={labels.refresh}
            aria-disabled={busy}
            data-busy={busy}
            onClick={refresh}
            onFocusLost={() => headingRef.current?.focus()}
          >
            <RefreshIcon />
          </PanelButton>
        )}
      </span>
    </header>
  );
}

/** The longest hold time. Hidden from screen readers, since the row of that call has it too. */
function LongestHold({ labels }: { labels: HoldListLabels }): ReactNode {
  const { tracker } = useHoldListContext("HoldListPanel");
  const longest = useStore(tracker.store, ({ longestId, since }) =>
    longestId === null ? undefined : since.get(longestId),
  );
  if (longest === undefined) return null;
  return (
    <span className="hlp-longest" aria-hidden="true">
      <span>{`· ${labels.longest}`}</span> <HoldTimer since={longest} heldFor={tracker.heldFor} labels={labels} />
    </span>
  );
}
