import { memo, type ReactNode, useId, useRef, useState } from "react";
import { callDirection, callTypeName } from "../gateway/callTypes.js";
import { type HeldCall, otherParty } from "../gateway/HeldCall.js";
import { CallDetails } from "./CallDetails.js";
import { DirectionIcon } from "./icons.js";
import type { HoldListLabels } from "./labels/HoldListLabels.js";
import { writtenNumber } from "./numbers.js";
import { RowSlot } from "./RowSlot.js";
import { useFocusLoss } from "./useFocusLoss.js";

type HeldCallRowProps = {
  call: HeldCall;
  /** The end of the call ID that tells it from all others. */
  tail: string;
  renderCall: ((call: HeldCall) => ReactNode) | undefined;
  labels: HoldListLabels;
  onFocusLost: () => void;
};

/** One call: who it is, what kind, and its ID, whole on demand. */
export const HeldCallRow = memo(function HeldCallRow({
  call,
  tail,
  renderCall,
  labels,
  onFocusLost,
}: HeldCallRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  useFocusLoss(row, onFocusLost);
  const typeName = callTypeName(call.callType);
  const type = typeName === undefined ? labels.unknownCallType(call.callType) : labels.callTypes[typeName];
  const shortened = tail === call.callId ? tail : `…${tail}`;
  return (
    <li className="hlp-row" ref={row}>
      <div className="hlp-who">
        <DirectionIcon direction={callDirection(call.callType)} />
        <bdi className="hlp-number">{writtenNumber(otherParty(call)) || labels.noNumber}</bdi>
      </div>
      <div className="hlp-what">
        <span className="hlp-type">{type}</span>
        <button
          type="button"
          className="hlp-call-id"
          data-hlp-control="call-id"
          aria-label={labels.details(tail)}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          <bdi>{shortened}</bdi>
        </button>
        {call.skill !== "" && (
          <bdi className="hlp-skill" title={call.skill}>
            {call.skill}
          </bdi>
        )}
      </div>
      {renderCall !== undefined && <RowSlot call={call} render={renderCall} />}
      {isOpen && <CallDetails id={detailsId} call={call} tail={tail} labels={labels} />}
    </li>
  );
});
