import { memo, type ReactNode, useId, useRef, useState } from "react";
import { useStore } from "zustand";
import { callDirection, callTypeName } from "../gateway/callTypes.js";
import { type HeldCall, otherParty } from "../gateway/HeldCall.js";
import type { LeftCall } from "../hold-list/createHoldWatch.js";
import { useHoldListContext } from "../hold-list/HoldListContext.js";
import type { ActionSettings } from "./actions/ActionKit.js";
import { CallDetails } from "./CallDetails.js";
import { clockTime } from "./clockTime.js";
import { digits } from "./duration.js";
import { HoldTimer } from "./HoldTimer.js";
import { DirectionIcon, LeftIcon } from "./icons.js";
import { HostSlot } from "./HostSlot.js";
import type { HoldListLabels, PanelLabels } from "./labels/HoldListLabels.js";
import { QuietButton } from "./QuietButton.js";
import { type MaskNumber, ShownNumber } from "./ShownNumber.js";
import { useFocusLoss } from "./useFocusLoss.js";
import type { Quiet } from "./useQuiet.js";
import { useReveal } from "./useReveal.js";

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
  acting: ActionSettings | undefined;
};

type HeldCallRowProps = RowSettings & {
  call: HeldCall;
  left: LeftCall | null;
  /** The end of the call ID that tells it from all others. */
  tail: string;
  /** What the agent asked of it, if it is held long. */
  quiet: Quiet | undefined;
};

/** One call: who it is, how long it waits, what kind, and its ID, whole on demand. Or, for a moment, that it is gone. */
export const HeldCallRow = memo(function HeldCallRow(props: HeldCallRowProps): ReactNode {
  const { call, left, tail, quiet, renderCall, labels, revealFor, onAcknowledge, onSnooze } = props;
  const { acting, onFocusLost } = props;
  const { watch } = useHoldListContext("HoldListPanel");
  const level = useStore(watch.store, ({ levels }) => levels.get(call.callId) ?? "none");
  const hasArrived = useStore(watch.store, ({ arrived }) => arrived.has(call.callId));
  const row = useRef<HTMLLIElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  const [isRevealed, reveal] = useReveal(revealFor);
  const mask = isRevealed ? undefined : props.mask;
  useFocusLoss(row, onFocusLost);
  const isLong = left === null && level !== "none";
  const kit = acting?.list[0]?.kit;
  const quieted = { call, quiet, mask, tail, labels, onFocusLost };
  return (
    <li
      className="hlp-row"
      part="row"
      ref={row}
      data-attention={isLong ? level : undefined}
      data-quiet={quiet?.kind}
      data-left={left === null ? undefined : left.reason}
      data-arrived={hasArrived || undefined}
    >
      <div className="hlp-who">
        {left === null ? <DirectionIcon direction={callDirection(call.callType)} /> : <LeftIcon />}
        <span className="hlp-number" part="number">
          <ShownNumber number={otherParty(call)} mask={mask} labels={labels} />
        </span>
      </div>
      <div className="hlp-what">
        <span className="hlp-type">
          {left === null ? (
            typeWords(call, labels)
          ) : acting === undefined || kit === undefined ? (
            leftWords(left, labels)
          ) : (
            <kit.LeftWords left={left} labels={labels} settings={acting}>
              {leftWords(left, labels)}
            </kit.LeftWords>
          )}
        </span>
        <button
          type="button"
          className="hlp-call-id"
          data-hlp-control="call-id"
          aria-label={labels.details(tail)}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          <bdi>{tail === call.callId ? tail : `…${tail}`}</bdi>
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
          tail={tail}
          mask={mask}
          onReveal={props.mask !== undefined && revealFor !== undefined ? reveal : undefined}
          isRevealed={isRevealed}
          labels={labels}
        >
          {isLong && kit !== undefined && <QuietButton kind="acknowledged" onQuiet={onAcknowledge} {...quieted} />}
          {isLong && <QuietButton kind="snoozed" onQuiet={onSnooze} {...quieted} />}
        </CallDetails>
      )}
      {acting !== undefined && kit !== undefined ? (
        <kit.RowActions {...{ call, left, tail, mask, labels, onFocusLost }} settings={acting} />
      ) : (
        isLong && (
          <div className="hlp-acts">
            <QuietButton kind="acknowledged" onQuiet={onAcknowledge} {...quieted} />
          </div>
        )
      )}
      {renderCall !== undefined && <HostSlot given={call} render={renderCall} place="row" />}
    </li>
  );
});

type RowTimeProps = { callId: string; left: LeftCall | null; level: string; labels: HoldListLabels };

function RowTime({ callId, left, level, labels }: RowTimeProps): ReactNode {
  const { watch } = useHoldListContext("HoldListPanel");
  // A call that leaves is told of a moment before its row is that of one that has left.
  const since = useStore(watch.store, (state) => state.since.get(callId) ?? state.left.get(callId)?.since);
  if (left !== null)
    return (
      <div className="hlp-time" part="time">
        <span className="hlp-digits">{digits(Math.floor(left.heldFor / 1_000), labels.days)}</span>
      </div>
    );
  if (since === undefined) return null;
  const began = clockTime(watch.wallTime(since), labels.language);
  return (
    <div className="hlp-time" part="time" title={labels.heldSince(began, since.certainty)}>
      <HoldTimer since={since} heldFor={watch.heldFor} labels={labels} />
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
