import type { ReactNode } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { PanelButton } from "../parts/PanelButton.js";
import { type MaskNumber, numberInWords } from "../format/maskNumber.js";
import type { Acknowledgement } from "./useAcknowledgements.js";

type AcknowledgeButtonProps = {
  kind: Acknowledgement["kind"];
  call: HeldCall;
  acknowledgement: Acknowledgement | undefined;
  mask: MaskNumber | undefined;
  suffix: string;
  labels: HoldListLabels;
  onAcknowledge: (callId: string) => void;
  onFocusLost: () => void;
};

/** "Got it", or "in a minute", for a call that is held long. Once pressed it stays, and with it the focus. */
export function AcknowledgeButton(props: AcknowledgeButtonProps): ReactNode {
  const { kind, call, acknowledgement, mask, suffix, labels, onAcknowledge, onFocusLost } = props;
  const nameOf = kind === "acknowledged" ? labels.acknowledgeCall : labels.snoozeCall;
  const [before, after] =
    kind === "acknowledged" ? [labels.acknowledge, labels.acknowledged] : [labels.snooze, labels.snoozed];
  return (
    <PanelButton
      className="hlp-button hlp-small hlp-plain"
      data-hlp-control={kind}
      aria-label={nameOf(numberInWords(call, mask, labels), suffix)}
      aria-pressed={acknowledgement?.kind === kind}
      onClick={() => onAcknowledge(call.callId)}
      onFocusLost={onFocusLost}
    >
      {acknowledgement?.kind === kind ? after : before}
    </PanelButton>
  );
}
