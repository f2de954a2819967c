import type { ReactNode, RefObject } from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { HoldList } from "../../hold-list/useHoldList.js";
import { clockTime } from "../format/clockTime.js";
import { HostSlot } from "../parts/HostSlot.js";
import { HoldTimer } from "../rows/HoldTimer.js";
import { RefreshIcon } from "../parts/icons.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { PanelButton } from "../parts/PanelButton.js";
import { useBusy } from "../parts/useBusy.js";
import type { Notice } from "./useNotice.js";
import type { HeldSince } from "../../hold-list/time/HeldSince.js";

type HoldListHeaderProps = {
  list: HoldList;
  /** Calls that are held long and have not been acknowledged. */
  unacknowledged: ReadonlyMap<string, AttentionLevel>;
  notice: Notice | null;
  labels: HoldListLabels;
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  /** The host's own content. */
  renderHeader: ((calls: readonly HeldCall[]) => ReactNode) | undefined;
};

const noCalls: readonly HeldCall[] = [];

/** Heading, how many wait, and whether that is up to date. */
export function HoldListHeader(props: HoldListHeaderProps): ReactNode {
  const { list, unacknowledged, notice, labels, headingId, headingRef, renderHeader } = props;
  const [busy, refresh] = useBusy(list.refresh);
  const calls = list.status === "ready" ? list.calls : noCalls;
  const waiting = calls.length;
  const tooLong = [...unacknowledged.values()].filter((level) => level === "too-long").length;
  const { sign, word, updated } = freshness(list, notice, labels);
  return (
    <header className="hlp-header" part="header">
      {/* Focus comes here when the control that had it is gone. */}
      <h2 className="hlp-heading" part="heading" id={headingId} ref={headingRef} tabIndex={-1}>
        {labels.heading}
      </h2>
      {waiting > 0 && (
        <>
          <span className="hlp-count" part="count" aria-hidden="true">
            {waiting}
          </span>
          <span className="hlp-hidden">{labels.count(waiting)}</span>
        </>
      )}
      {waiting > 0 && tooLong > 0 && (
        <span className="hlp-alarm">
          <span>{labels.tooLongCount(tooLong)}</span>
          <LongestWait labels={labels} />
        </span>
      )}
      {renderHeader !== undefined && <HostSlot given={calls} render={renderHeader} place="header" />}
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
    </header>
  );
}

/** How long the call waits that was put on hold first. For the eye alone: its row says it too. */
function LongestWait({ labels }: { labels: HoldListLabels }): ReactNode {
  const { tracker } = useHoldListContext("HoldListPanel");
  const longest = useStore(tracker.store, ({ since }) =>
    [...since.values()].reduce<HeldSince | undefined>((a, b) => (a !== undefined && a.at <= b.at ? a : b), undefined),
  );
  if (longest === undefined) return null;
  return (
    <span className="hlp-longest" aria-hidden="true">
      {labels.longest} <HoldTimer since={longest} heldFor={tracker.heldFor} labels={labels} />
    </span>
  );
}

/** The header's word. A clock time appears in doubt only: "up to date" has none, since its time is now. */
function freshness(
  list: HoldList,
  notice: Notice | null,
  labels: HoldListLabels,
): { sign: "good" | "doubt" | "waiting"; word: string; updated?: string } {
  if (list.status === "signed-out") return { sign: "waiting", word: labels.notSignedIn };
  if (list.status === "loading") return { sign: "waiting", word: labels.loadingShort };
  if (notice?.kind !== "doubt") return { sign: "good", word: labels.upToDate };
  if (list.status === "error") return { sign: "doubt", word: notice.stopped ? labels.stopped : labels.tryingAgain };
  const time = clockTime(list.updatedAt, labels.language);
  return { sign: "doubt", word: notice.stopped ? labels.stopped : time, updated: labels.lastUpdated(time) };
}
