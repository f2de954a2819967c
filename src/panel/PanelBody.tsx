import { type ReactNode, type RefObject, useCallback, useState } from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../gateway/HeldCall.js";
import type { AttentionLevel } from "../hold-list/attention.js";
import { useHoldListContext } from "../hold-list/HoldListContext.js";
import type { HoldList } from "../hold-list/useHoldList.js";
import { useActionSettings } from "./actions/useActionSettings.js";
import { AttentionAlerts } from "./alerts/AttentionAlerts.js";
import { HeldCallList } from "./rows/HeldCallList.js";
import { HoldListHeader } from "./status/HoldListHeader.js";
import { HoldListNotice } from "./status/HoldListNotice.js";
import type { PanelLabels } from "./labels/HoldListLabels.js";
import { createRegions, LiveRegions } from "./announcements/LiveRegions.js";
import { LoadingLine } from "./status/LoadingLine.js";
import { usePanelHandle } from "./usePanelHandle.js";
import { type Notice, useNotice } from "./status/useNotice.js";
import { useAcknowledgements } from "./alerts/useAcknowledgements.js";
import { useNoticePlacement } from "./status/useNoticePlacement.js";
import { useHoverOrFocusWithin } from "./rows/useHoverOrFocusWithin.js";
import type { HoldListPanelProps } from "./HoldListPanelProps.js";

const noCalls: readonly HeldCall[] = [];
const noLevels: ReadonlyMap<string, AttentionLevel> = new Map();

type PanelBodyProps = Pick<
  HoldListPanelProps,
  | "onSignIn"
  | "order"
  | "mask"
  | "revealFor"
  | "sound"
  | "notifications"
  | "renderCall"
  | "renderHeader"
  | "renderEmpty"
  | "actions"
  | "hasCurrentCall"
  | "onAction"
  | "handleRef"
> & {
  list: HoldList;
  labels: PanelLabels;
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
};

/** What stands in the panel: heading, strip, rows, and what is only heard. */
export function PanelBody(props: PanelBodyProps): ReactNode {
  const { list, labels, headingId, headingRef, onSignIn, order = "longest-first", mask, revealFor, renderCall } = props;
  const { sound = false, notifications = false } = props;
  const notice = useNotice(list, labels);
  const focusHeading = useCallback(() => headingRef.current?.focus(), [headingRef]);
  const { tracker } = useHoldListContext("HoldListPanel");
  const levels = useStore(tracker.store, (state) => state.levels);
  const acknowledgements = useAcknowledgements(list.status === "ready" ? levels : noLevels);
  const [underHand, handlers] = useHoverOrFocusWithin<HTMLDivElement>();
  const { above, below } = useNoticePlacement(notice, underHand);
  const [regions] = useState(createRegions);
  const acting = useActionSettings(list, labels, props);
  const calls = list.status === "ready" ? list.calls : noCalls;
  const onRetrieveLongest = usePanelHandle(props.handleRef, list.refresh, headingRef);
  const strip = (shown: Notice) => (
    <HoldListNotice
      notice={shown}
      labels={labels}
      onRetry={list.refresh}
      onSignIn={onSignIn}
      onFocusLost={focusHeading}
    />
  );
  return (
    <>
      <HoldListHeader
        list={list}
        unacknowledged={acknowledgements.unacknowledged}
        notice={notice}
        labels={labels}
        headingId={headingId}
        headingRef={headingRef}
        renderHeader={props.renderHeader}
      />
      {above !== null && strip(above)}
      {list.status === "signed-out" && <p className="hlp-line">{labels.signedOut}</p>}
      {list.status === "loading" && <LoadingLine labels={labels} />}
      {list.status === "ready" && (
        // The hand goes from the rows to the strip below them: it must find it there.
        <div {...handlers}>
          <HeldCallList
            calls={list.calls}
            unreadable={list.unreadable}
            empty={notice?.kind === "doubt" ? notice.empty : labels.empty}
            order={order}
            mask={mask}
            revealFor={revealFor}
            renderCall={renderCall}
            renderEmpty={props.renderEmpty}
            labels={labels}
            onFocusLost={focusHeading}
            underHand={underHand}
            acknowledgements={acknowledgements}
            acting={acting}
          />
          {below !== null && strip(below)}
        </div>
      )}
      {(sound || notifications) && (
        <AttentionAlerts
          calls={calls}
          unacknowledged={acknowledgements.unacknowledged}
          sound={sound}
          notifications={notifications}
          mask={mask}
          labels={labels}
          onFocusLost={focusHeading}
        />
      )}
      <LiveRegions
        regions={regions}
        list={list}
        isInDoubt={notice?.kind === "doubt"}
        unacknowledged={acknowledgements.unacknowledged}
        mask={mask}
        labels={labels}
      />
      {acting !== undefined && (
        <acting.components.ActionAnnouncements
          calls={calls}
          mask={mask}
          settings={acting.settings}
          announcer={regions.announcer}
          onRetrieveLongest={onRetrieveLongest}
        />
      )}
    </>
  );
}
