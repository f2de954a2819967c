import { type ReactNode, type RefObject, useCallback, useState } from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../gateway/HeldCall.js";
import type { AttentionLevel } from "../hold-list/attention.js";
import { useHoldListContext } from "../hold-list/HoldListContext.js";
import type { HoldList } from "../hold-list/useHoldList.js";
import { useActionSettings } from "./actions/useActionSettings.js";
import { AttentionAlerts } from "./AttentionAlerts.js";
import { HeldCallList } from "./HeldCallList.js";
import { HoldListHeader } from "./HoldListHeader.js";
import { HoldListNotice } from "./HoldListNotice.js";
import type { HoldListPanelProps } from "./HoldListPanel.js";
import type { PanelLabels } from "./labels/HoldListLabels.js";
import { createRegions, LiveRegions } from "./LiveRegions.js";
import { LoadingLine } from "./LoadingLine.js";
import { useHandle } from "./useHandle.js";
import { type Notice, useNotice } from "./useNotice.js";
import { useQuiet } from "./useQuiet.js";
import { useSteadyNotice } from "./useSteadyNotice.js";
import { useUnderHand } from "./useUnderHand.js";

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
  const { watch } = useHoldListContext("HoldListPanel");
  const levels = useStore(watch.store, (state) => state.levels);
  const quieting = useQuiet(list.status === "ready" ? levels : noLevels);
  const [underHand, handlers] = useUnderHand<HTMLDivElement>();
  const { above, below } = useSteadyNotice(notice, underHand);
  const [regions] = useState(createRegions);
  const acting = useActionSettings(list, props);
  const kit = acting?.list[0]?.kit;
  const calls = list.status === "ready" ? list.calls : noCalls;
  const onRetrieveLongest = useHandle(props.handleRef, list.refresh, headingRef);
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
        loud={quieting.loud}
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
            quieting={quieting}
            acting={acting}
          />
          {below !== null && strip(below)}
        </div>
      )}
      {(sound || notifications) && (
        <AttentionAlerts
          calls={calls}
          loud={quieting.loud}
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
        loud={quieting.loud}
        mask={mask}
        labels={labels}
      />
      {acting !== undefined && kit !== undefined && (
        <kit.PanelActions
          calls={calls}
          labels={labels}
          mask={mask}
          settings={acting}
          announcer={regions.announcer}
          onRetrieveLongest={onRetrieveLongest}
        />
      )}
    </>
  );
}
