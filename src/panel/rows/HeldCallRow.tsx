import { memo, type ReactNode, useContext, useId, useRef, useState } from "react";
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
import { useFocusLoss } from "../parts/useFocusLoss.js";
import { CallDetails } from "./CallDetails.js";
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
  /** Called when a control that has the focus is removed. */
  onFocusLost: () => void;
  /** The panel's actions; undefined where the panel only reads. */
  acting: ActingPanel | undefined;
};

type HeldCallRowProps = RowSettings & {
  call: HeldCall;
  left: LeftCall | null;
  /** The shortest suffix of the call ID that no other row has. */
  suffix: string;
  acknowledgement: Acknowledgement | undefined;
};

/** A held call or a departed one: other party, hold time, call type, call ID suffix, and details on demand. */
export const HeldCallRow = memo(function HeldCallRow(props: HeldCallRowProps): ReactNode {
  const { call, left, suffix, acknowledgement, labels, revealFor, onAcknowledge, onSnooze, acting, onFocusLost } =
    props;
  const { tracker } = useHoldListContext("HoldListPanel");
  const level = useStore(tracker.store, ({ levels }) => levels.get(call.callId) ?? "none");
  const hasArrived = useStore(tracker.store, ({ arrived }) => arrived.has(call.callId));
  const row = useRef<HTMLLIElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  const [isRevealed, reveal] = useReveal(revealFor);
  const mask = isRevealed ? undefined : props.mask;
  useFocusLoss(row, onFocusLost);
  const isLong = left === null && level !== "none";
  const ofCall = { call, acknowledgement, mask, suffix, labels, onFocusLost };
  return (
    <li
      className="hlp-row"
      part="row"
      ref={row}
      data-attention={isLong ? level : undefined}
      data-acknowledgement={acknowledgement?.kind}
      data-left={left?.reason}
      data-arrived={hasArrived || undefined}
    >
      <div className="hlp-party">
        {left === null ? <DirectionIcon direction={callDirection(call.callType)} /> : <LeftIcon />}
        <span className="hlp-number" part="number">
          <ShownNumber number={otherParty(call)} mask={mask} labels={labels} />
        </span>
      </div>
      <div className="hlp-meta">
        <span className="hlp-type">
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
        <button
          type="button"
          className="hlp-call-id"
          data-hlp-control="call-id"
          aria-label={labels.details(suffix)}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          <bdi>{withoutBidiControls(suffix === call.callId ? suffix : `…${suffix}`)}</bdi>
        </button>
        {call.skill !== "" && (
          <bdi className="hlp-skill" title={withoutBidiControls(call.skill)}>
            {withoutBidiControls(call.skill)}
          </bdi>
        )}
      </div>
      <RowTime callId={call.callId} left={left} level={level} labels={labels} />
      {/* Before the buttons in the DOM, though it is shown below them, so that Tab moves from the button that opens it into it. */}
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
      {acting !== undefined ? (
        <acting.components.RowActions {...{ call, left, suffix, mask, onFocusLost }} settings={acting.settings} />
      ) : (
        isLong && (
          <div className="hlp-actions">
            <AcknowledgeButton kind="acknowledged" onAcknowledge={onAcknowledge} {...ofCall} />
          </div>
        )
      )}
      <RowSlot call={call} />
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
