import { memo, type ReactNode, useId, useRef, useState } from "react";
import { useStore } from "zustand";
import { callDirection, callTypeName } from "../../gateway/callTypes.js";
import { type HeldCall, otherParty } from "../../gateway/HeldCall.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { ActingPanel } from "../actions/useActionSettings.js";
import { CallDetails } from "./CallDetails.js";
import { clockTime } from "../format/clockTime.js";
import { digits } from "../format/duration.js";
import { HoldTimer } from "./HoldTimer.js";
import { DirectionIcon, LeftIcon } from "../parts/icons.js";
import { HostSlot } from "../parts/HostSlot.js";
import type { HoldListLabels, PanelLabels } from "../labels/HoldListLabels.js";
import { AcknowledgeButton } from "../alerts/AcknowledgeButton.js";
import { type MaskNumber, ShownNumber } from "../format/ShownNumber.js";
import { useFocusLoss } from "../parts/useFocusLoss.js";
import type { Acknowledgement } from "../alerts/useAcknowledgements.js";
import { useReveal } from "./useReveal.js";
import type { LeftCall } from "../../hold-list/LeftCall.js";

/** What all rows of a list have in common. */
export type RowSettings = {
  labels: PanelLabels;
  mask: MaskNumber | undefined;
  /** For how many ms a number is shown without its mask on demand; undefined: never. */
  revealFor: number | undefined;
  renderCall: ((call: HeldCall) => ReactNode) | undefined;
  onAcknowledge: (callId: string) => void;
  onSnooze: (callId: string) => void;
  onFocusLost: () => void;
  /** What can be done with a call; undefined where the panel only reads. */
  acting: ActingPanel | undefined;
};

type HeldCallRowProps = RowSettings & {
  call: HeldCall;
  left: LeftCall | null;
  /** The end of the call ID that tells it from all others. */
  suffix: string;
  /** What the agent asked of it, if it is held long. */
  acknowledgement: Acknowledgement | undefined;
};

/** One call: who it is, how long it waits, what kind, and its ID, whole on demand. Or, for a moment, that it is gone. */
export const HeldCallRow = memo(function HeldCallRow(props: HeldCallRowProps): ReactNode {
  const { call, left, suffix, acknowledgement, renderCall, labels, revealFor, onAcknowledge, onSnooze } = props;
  const { acting, onFocusLost } = props;
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
  const acknowledgeProps = { call, acknowledgement, mask, suffix, labels, onFocusLost };
  return (
    <li
      className="hlp-row"
      part="row"
      ref={row}
      data-attention={isLong ? level : undefined}
      data-acknowledgement={acknowledgement?.kind}
      data-left={left === null ? undefined : left.reason}
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
            typeWords(call, labels)
          ) : acting === undefined ? (
            leftWords(left, labels)
          ) : (
            <acting.components.DepartureReason left={left} settings={acting.settings}>
              {leftWords(left, labels)}
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
          <bdi>{suffix === call.callId ? suffix : `…${suffix}`}</bdi>
        </button>
        {call.skill !== "" && (
          <bdi className="hlp-skill" title={call.skill}>
            {call.skill}
          </bdi>
        )}
      </div>
      <RowTime callId={call.callId} left={left} level={level} labels={labels} />
      {/* Before the buttons, though it stands below them: Tab goes from its opener into it, and to no call. */}
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
            <AcknowledgeButton kind="acknowledged" onAcknowledge={onAcknowledge} {...acknowledgeProps} />
          )}
          {isLong && <AcknowledgeButton kind="snoozed" onAcknowledge={onSnooze} {...acknowledgeProps} />}
        </CallDetails>
      )}
      {acting !== undefined ? (
        <acting.components.RowActions {...{ call, left, suffix, mask, onFocusLost }} settings={acting.settings} />
      ) : (
        isLong && (
          <div className="hlp-actions">
            <AcknowledgeButton kind="acknowledged" onAcknowledge={onAcknowledge} {...acknowledgeProps} />
          </div>
        )
      )}
      {renderCall !== undefined && <HostSlot given={call} render={renderCall} place="row" />}
    </li>
  );
});

type RowTimeProps = { callId: string; left: LeftCall | null; level: string; labels: HoldListLabels };

function RowTime({ callId, left, level, labels }: RowTimeProps): ReactNode {
  const { tracker } = useHoldListContext("HoldListPanel");
  // A call that leaves is told of a moment before its row is that of one that has left.
  const since = useStore(tracker.store, (state) => state.since.get(callId) ?? state.left.get(callId)?.since);
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

function typeWords(call: HeldCall, labels: HoldListLabels): string {
  const name = callTypeName(call.callType);
  return name === undefined ? labels.unknownCallType(call.callType) : labels.callTypes[name];
}

function leftWords({ call, reason }: LeftCall, labels: HoldListLabels): string {
  const isInternal = callDirection(call.callType) === "internal";
  return labels.leftBecause[reason === "customer-hung-up" && isInternal ? "other-party-hung-up" : reason];
}
