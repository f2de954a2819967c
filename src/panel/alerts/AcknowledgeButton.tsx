import type { ReactNode } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { type MaskNumber, numberInWords } from "../format/maskNumber.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { PanelButton } from "../parts/PanelButton.js";
import type { Acknowledgement } from "./useAcknowledgements.js";
import type { LostFocus } from "../parts/useFocusLoss.js";

type AcknowledgeButtonProps = {
  kind: Acknowledgement["kind"];
  call: HeldCall;
  acknowledgement: Acknowledgement | undefined;
  mask: MaskNumber | undefined;
  suffix: string;
  labels: HoldListLabels;
  onAcknowledge: (callId: string) => void;
  onFocusLost: (lost: LostFocus) => void;
};

/** The button that acknowledges or snoozes a call. It stays after it was pressed, and keeps the focus. */
export function AcknowledgeButton(props: AcknowledgeButtonProps): ReactNode {
  const { kind, call, acknowledgement, mask, suffix, labels, onAcknowledge, onFocusLost } = props;
  const nameOf = kind === "acknowledged" ? labels.acknowledgeCall : labels.snoozeCall;
  const [before, after] =
    kind === "acknowledged" ? [labels.acknowledge, labels.acknowledged] : [labels.snooze, labels.snoozed];
  const isPressed = acknowledgement?.kind === kind;
  return (
    <PanelButton
      className="hlp-button hlp-small hlp-plain"
      data-hlp-control={kind}
      aria-label={nameOf(numberInWords(call, mask, labels), suffix)}
      aria-pressed={isPressed}
      onClick={() => onAcknowledge(call.callId)}
      onFocusLost={onFocusLost}
    >
      {isPressed ? after : before}
    </PanelButton>
  );
}
