import type { ReactNode } from "react";
import type { HeldCall } from "../gateway/HeldCall.js";
import type { HoldListLabels } from "./labels/HoldListLabels.js";
import { PanelButton } from "./PanelButton.js";
import { type MaskNumber, numberInWords } from "./ShownNumber.js";
import type { Quiet } from "./useQuiet.js";

type QuietButtonProps = {
  kind: Quiet["kind"];
  call: HeldCall;
  quiet: Quiet | undefined;
  mask: MaskNumber | undefined;
  tail: string;
  labels: HoldListLabels;
  onQuiet: (callId: string) => void;
  onFocusLost: () => void;
};

/** "Got it", or "in a minute", for a call that is held long. Once pressed it stays, and with it the focus. */
export function QuietButton(props: QuietButtonProps): ReactNode {
  const { kind, call, quiet, mask, tail, labels, onQuiet, onFocusLost } = props;
  const nameOf = kind === "acknowledged" ? labels.acknowledgeCall : labels.snoozeCall;
  const [before, after] =
    kind === "acknowledged" ? [labels.acknowledge, labels.acknowledged] : [labels.snooze, labels.snoozed];
  return (
    <PanelButton
      className="hlp-button hlp-small hlp-plain"
      data-hlp-control={kind}
      aria-label={nameOf(numberInWords(call, mask, labels), tail)}
      aria-pressed={quiet?.kind === kind}
      onClick={() => onQuiet(call.callId)}
      onFocusLost={onFocusLost}
    >
      {quiet?.kind === kind ? after : before}
    </PanelButton>
  );
}
