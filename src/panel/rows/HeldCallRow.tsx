import { memo, type ReactNode, useCallback, useContext, useId, useRef } from "react";
import { useStore } from "zustand";
import { callDirection, callTypeName } from "../../gateway/callTypes.js";
import { type HeldCall, otherParty } from "../../gateway/HeldCall.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { LeftCall } from "../../hold-list/LeftCall.js";
import type { ActingPanel } from "../actions/useActionSettings.js";
import { AcknowledgeButton } from "../alerts/AcknowledgeButton.js";
import type { Acknowledgement } from "../alerts/useAcknowledgements.js";
import { departureLabel } from "../format/departureLabel.js";
import type { MaskNumber } from "../format/maskNumber.js";
import { ShownNumber } from "../format/ShownNumber.js";
import { withoutBidiControls } from "../format/withoutBidiControls.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import type { PanelLabels } from "../labels/PanelLabels.js";
import { HostSlot } from "../parts/HostSlot.js";
import { DirectionIcon, LeftIcon } from "../parts/icons.js";
import { type LostFocus, useFocusLoss } from "../parts/useFocusLoss.js";
import { CallDetails } from "./CallDetails.js";
import { LevelProgress } from "./LevelProgress.js";
import { RenderCallContext } from "./RenderCallContext.js";
import { RowTime } from "./RowTime.js";
import { useReveal } from "./useReveal.js";

/** Props that all rows share. Each keeps its identity while nothing changes, so that unchanged rows do not render. */
export type RowSettings = {
  labels: PanelLabels;
  mask: MaskNumber | undefined;
  /** Milliseconds for which a number is shown without its mask on demand; undefined for never. */
  revealFor: number | undefined;
  onAcknowledge: (callId: string) => void;
  onSnooze: (callId: string) => void;
  /** Shows or hides the details of a call. */
  onToggle: (callId: string) => void;
  /** Keeps a row drawn, wherever the list is scrolled. */
  onPin: (callId: string, isPinned: boolean) => void;
  /** Called when a control of a row is removed while it has the focus, or the row with it. */
  onFocusLost: (row: HTMLElement | null, lost: LostFocus) => void;
  /** The panel's actions; undefined where the panel only reads. */
  acting: ActingPanel | undefined;
};

type HeldCallRowProps = RowSettings & {
  call: HeldCall;
  left: LeftCall | null;
  /** The shortest suffix of the call ID that no other row has. */
  suffix: string;
  /** Whether another row shows the same number. */
  isTwin: boolean;
  isOpen: boolean;
  /** The row's place among all rows, from 1, and their number, where not all are drawn. */
  position: number | undefined;
  count: number | undefined;
  acknowledgement: Acknowledgement | undefined;
};

const longNumber = 20; // characters; a longer one may be shortened, so that its whole text is in its tooltip

/** A held call or a departed one: other party, hold time, call type, skill, call ID suffix, and details on demand. */
export const HeldCallRow = memo(function HeldCallRow(props: HeldCallRowProps): ReactNode {
  const { call, left, suffix, isTwin, isOpen, acknowledgement, labels, revealFor } = props;
  const { onAcknowledge, onSnooze, acting, onFocusLost } = props;
  const { tracker } = useHoldListContext("HoldListPanel");
  const level = useStore(tracker.store, ({ levels }) => levels.get(call.callId) ?? "none");
  const hasArrived = useStore(tracker.store, ({ arrived }) => arrived.has(call.callId));
  const row = useRef<HTMLLIElement>(null);
  const detailsId = useId();
  const [isRevealed, reveal] = useReveal(revealFor);
  const mask = isRevealed ? undefined : props.mask;
  const onLost = useCallback((lost: LostFocus) => onFocusLost(row.current, lost), [onFocusLost]);
  useFocusLoss(row, onLost);
  const isLong = left === null && level !== "none";
  const ofCall = { call, acknowledgement, mask, suffix, labels, onFocusLost: onLost };
  const number = otherParty(call);
  const meta = (
    <div className="hlp-meta">
      <span className="hlp-type">
        {left === null ? <DirectionIcon direction={callDirection(call.callType)} /> : <LeftIcon />}
        <span>
          {left === null ? (
            callTypeLabel(call, labels)
          ) : acting === undefined ? (
            departureLabel(left, labels)
          ) : (
            <acting.components.DepartureReason left={left} settings={acting.settings}>
              {departureLabel(left, labels)}
            </acting.components.DepartureReason>
          )}
        </span>
      </span>
      <button
        type="button"
        className="hlp-call-id"
        data-hlp-control="call-id"
        aria-label={labels.details(suffix)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailsId : undefined}
        onClick={() => props.onToggle(call.callId)}
      >
        <bdi translate="no">{withoutBidiControls(suffix === call.callId ? suffix : `…${suffix}`)}</bdi>
      </button>
      {call.skill !== "" && (
        <span className="hlp-skill" title={withoutBidiControls(call.skill)}>
          <bdi>{withoutBidiControls(call.skill)}</bdi>
        </span>
      )}
    </div>
  );
  return (
    <li
      className="hlp-row"
      part="row"
      ref={row}
      aria-posinset={props.position}
      aria-setsize={props.count}
      data-attention={isLong ? level : undefined}
      data-acknowledgement={acknowledgement?.kind}
      data-left={left?.reason}
      data-arrived={hasArrived || undefined}
      data-twin={isTwin || undefined}
    >
      {left === null && level !== "too-long" && <LevelProgress call={call} level={level} />}
      <div className="hlp-main">
        <span
          className="hlp-number"
          part="number"
          title={number.length > longNumber && mask === undefined ? number : undefined}
          data-none={number === "" || undefined}
        >
          <ShownNumber number={number} mask={mask} labels={labels} />
        </span>
        <RowTime callId={call.callId} left={left} level={level} labels={labels} />
      </div>
      <RowSlot call={call} />
      {acting !== undefined ? (
        <acting.components.RowActions
          {...{ call, left, suffix, mask }}
          settings={acting.settings}
          onPin={props.onPin}
          onFocusLost={onLost}
        >
          {meta}
        </acting.components.RowActions>
      ) : (
        <>
          {meta}
          {isLong && (
            <div className="hlp-actions">
              <AcknowledgeButton kind="acknowledged" onAcknowledge={onAcknowledge} {...ofCall} />
            </div>
          )}
        </>
      )}
      {isOpen && (
        <CallDetails
          id={detailsId}
          call={call}
          suffix={suffix}
          mask={mask}
          onReveal={props.mask !== undefined && revealFor !== undefined ? reveal : undefined}
          isRevealed={isRevealed}
          labels={labels}
        >
          {isLong && acting !== undefined && (
            <AcknowledgeButton kind="acknowledged" onAcknowledge={onAcknowledge} {...ofCall} />
          )}
          {isLong && <AcknowledgeButton kind="snoozed" onAcknowledge={onSnooze} {...ofCall} />}
        </CallDetails>
      )}
    </li>
  );
});

/** The host's content. A new `renderCall` renders only this, not the row. */
function RowSlot({ call }: { call: HeldCall }): ReactNode {
  const renderCall = useContext(RenderCallContext);
  return renderCall === undefined ? null : <HostSlot given={call} render={renderCall} place="row" />;
}

function callTypeLabel(call: HeldCall, labels: HoldListLabels): string {
  const name = callTypeName(call.callType);
  return name === undefined ? labels.unknownCallType(call.callType) : labels.callTypes[name];
}
