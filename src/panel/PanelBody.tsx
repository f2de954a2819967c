import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../gateway/HeldCall.js";
import type { AttentionLevel } from "../hold-list/attention.js";
import { useHoldListContext } from "../hold-list/HoldListContext.js";
import type { HoldList } from "../hold-list/useHoldList.js";
import { useActionSettings } from "./actions/useActionSettings.js";
import { LoadedAlerts } from "./alerts/LoadedAlerts.js";
import { useAcknowledgements } from "./alerts/useAcknowledgements.js";
import type { Announcer } from "./announcements/createAnnouncer.js";
import { createRegions } from "./announcements/createRegions.js";
import { LiveRegions } from "./announcements/LiveRegions.js";
import { clockTime } from "./format/clockTime.js";
import { masked } from "./format/maskNumber.js";
import { formatted } from "./format/numbers.js";
import type { HoldListPanelProps } from "./HoldListPanelProps.js";
import type { PanelLabels } from "./labels/PanelLabels.js";
import { FilterBox } from "./rows/FilterBox.js";
import { HeldCallList } from "./rows/HeldCallList.js";
import { RenderCallContext } from "./rows/RenderCallContext.js";
import { type CallFilter, useCallFilter } from "./rows/useCallFilter.js";
import { useRecentInput } from "./rows/useRecentInput.js";
import { useStableText } from "./rows/useStableText.js";
import { EmptyLine } from "./status/EmptyLine.js";
import { HoldListHeader } from "./status/HoldListHeader.js";
import { HoldListNotice } from "./status/HoldListNotice.js";
import { LoadingLine } from "./status/LoadingLine.js";
import { type Notice, useNotice } from "./status/useNotice.js";
import { useNoticePlacement } from "./status/useNoticePlacement.js";
import { usePanelHandle } from "./usePanelHandle.js";

const noCalls: readonly HeldCall[] = [];
const noLevels: ReadonlyMap<string, AttentionLevel> = new Map();

type PanelBodyProps = {
  list: HoldList;
  labels: PanelLabels;
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  /** The panel's props. */
  settings: HoldListPanelProps;
  /** Places the content. @default all of it in sequence */
  frame?: ((content: PanelContent) => ReactNode) | undefined;
};

/** What a panel shows, and what a frame around it needs. */
export type PanelContent = {
  readonly view: ReactNode;
  /** Sounds and notifications: they must stay mounted while the view is not. */
  readonly alerts: ReactNode;
  /** Calls that are held long and are neither acknowledged nor snoozed. */
  readonly unacknowledged: ReadonlyMap<string, AttentionLevel>;
};

/** What stands in the panel: heading, notice, rows, and what only a screen reader gets. */
export function PanelBody(props: PanelBodyProps): ReactNode {
  const { list, labels: given, headingId, headingRef, settings, frame = inSequence } = props;
  const { onSignIn, order = "longest-first", revealFor, sound = false, notifications = false } = settings;
  const { tracker, tabs } = useHoldListContext("HoldListPanel");
  const isReady = list.status === "ready";
  const calls = isReady ? list.calls : noCalls;
  const mask = useStableText(settings.mask, calls, masked);
  const formatNumber = useStableText(settings.formatNumber, calls, formatted);
  const labels = useMemo(
    () => (formatNumber === undefined ? given : { ...given, formatNumber }),
    [given, formatNumber],
  );
  const requester = useStore(tracker.store, (state) => state.requester);
  const notice = useNotice(list, labels, requester, mask);
  const focusHeading = useCallback(() => headingRef.current?.focus(), [headingRef]);
  const levels = useStore(tracker.store, (state) => state.levels);
  const acknowledgements = useAcknowledgements(isReady ? levels : noLevels, tabs);
  const { unacknowledged } = acknowledgements;
  const [isFrozen, inputRef] = useRecentInput<HTMLDivElement>();
  const { above, below } = useNoticePlacement(notice, isFrozen);
  const [regions] = useState(createRegions);
  const isEnabled = settings.filter !== false && isReady;
  const filter = useCallFilter({ isEnabled, calls, requester, isFrozen, mask, labels });
  useMatchAnnouncement(filter, calls.length, labels, regions.announcer);
  const acting = useActionSettings(list, labels, settings);
  const onRetrieveLongest = usePanelHandle(settings.handleRef, list.refresh, headingRef);
  const onFocusLost = focusHeading;
  // In doubt only the final actions are disabled.
  const hint =
    list.condition === "in-doubt" && calls.length > 0 && acting?.settings.list.some(({ id }) => id === "retrieve")
      ? acting.settings.labels.canStillRetrieve
      : undefined;
  const noticeAt = (shown: Notice | null) =>
    shown !== null && (
      <HoldListNotice notice={shown} onRetry={list.refresh} {...{ hint, labels, onSignIn, onFocusLost }} />
    );
  const view = (
    <>
      <div className="hlp-top">
        <HoldListHeader
          {...{ list, unacknowledged, labels, headingId, headingRef }}
          renderHeader={settings.renderHeader}
        />
        {filter.isShown && <FilterBox {...{ filter, labels, onFocusLost }} total={calls.length} />}
        {noticeAt(above)}
      </div>
      {list.status === "signed-out" && <p className="hlp-line">{labels.signedOut}</p>}
      {list.status === "loading" && <LoadingLine labels={labels} />}
      {isReady && (
        // The pointer may go from the rows to the notice below them without unfreezing the list.
        <div ref={inputRef}>
          <RenderCallContext.Provider value={settings.renderCall}>
            <HeldCallList
              {...{
                calls,
                order,
                matches: filter.matches,
                mask,
                revealFor,
                labels,
                onFocusLost,
                isFrozen,
                acknowledgements,
                acting,
              }}
            />
          </RenderCallContext.Provider>
          {filter.count === 0 && calls.length > 0 && <p className="hlp-line">{labels.noMatch}</p>}
          {calls.length === 0 && list.unreadable.length === 0 && (
            <EmptyList notice={notice} updatedAt={list.updatedAt} labels={labels} renderEmpty={settings.renderEmpty} />
          )}
          {list.unreadable.length > 0 && (
            <p className="hlp-line" data-line="unreadable">
              <span>{labels.unreadable(list.unreadable.length)}</span>{" "}
              <code className="hlp-code" translate="no" dir="auto">
                {list.unreadable[0]}
              </code>
            </p>
          )}
          {noticeAt(below)}
        </div>
      )}
    </>
  );
  const alerts = <LoadedAlerts {...{ calls, unacknowledged, sound, notifications, mask, labels, onFocusLost }} />;
  return (
    <>
      {frame({ view, alerts, unacknowledged })}
      <LiveRegions {...{ regions, list, unacknowledged, mask, labels }} />
      {acting !== undefined && (
        <acting.components.ActionAnnouncements
          {...{ calls, mask, onRetrieveLongest }}
          settings={acting.settings}
          announcer={regions.announcer}
        />
      )}
    </>
  );
}

const inSequence = ({ view, alerts }: PanelContent): ReactNode => (
  <>
    {view}
    {alerts}
  </>
);

type EmptyListProps = {
  notice: Notice | null;
  /** ms since 1970 */
  updatedAt: number;
  labels: PanelLabels;
  renderEmpty: (() => ReactNode) | undefined;
};

/** In doubt the panel itself says when no calls were on hold, unless the notice does; the host's content is for certainty. */
function EmptyList({ notice, updatedAt, labels, renderEmpty }: EmptyListProps): ReactNode {
  if (notice?.kind !== "doubt") return <EmptyLine label={labels.empty} renderEmpty={renderEmpty} />;
  if (notice.saysEmpty) return null;
  return <EmptyLine label={labels.emptyInDoubt(clockTime(updatedAt, labels.language))} renderEmpty={undefined} />;
}

/** Announces how many calls the filter leaves, each time that it changes. */
function useMatchAnnouncement(
  { text, count }: CallFilter,
  total: number,
  labels: PanelLabels,
  { announce }: Announcer,
): void {
  const latest = useRef({ count, total, labels });
  useEffect(() => {
    latest.current = { count, total, labels };
  });
  useEffect(() => {
    if (text === "") return;
    announce("filter", () => {
      const { count, total, labels } = latest.current;
      return { text: labels.announceMatches(count, total), urgent: false };
    });
    return () => announce("filter", null);
  }, [text, announce]);
}
