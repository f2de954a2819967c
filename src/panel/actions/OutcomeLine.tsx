import type { ReactNode } from "react";
import { DoubtIcon } from "../icons.js";
import { PanelButton } from "../PanelButton.js";
import { useBusy } from "../useBusy.js";
import type { ActingLabels } from "./actionWords.js";
import type { RowOutcome } from "./rowOutcome.js";

type OutcomeLineProps = {
  outcome: RowOutcome | null;
  labels: ActingLabels;
  /** Begins the action anew; undefined where the panel has it no more. */
  onAgain: (() => void) | undefined;
  /** Why it cannot begin now; null where it can. */
  againBlocked: string | null;
  onLook: () => Promise<void>;
  onDismiss: () => void;
  /** Called when a button of the line goes with the focus on it. */
  onFocusLost: () => void;
};

/** What became of a row's last action, and what can be done now. */
export function OutcomeLine(props: OutcomeLineProps): ReactNode {
  const { outcome, labels, onAgain, againBlocked, onLook, onDismiss, onFocusLost } = props;
  const [isLooking, look] = useBusy(onLook);
  if (outcome === null) return null;
  const button = (label: string, onClick: () => void, isBusy = false, reason: string | null = null) => (
    <PanelButton
      key={label}
      className="hlp-button hlp-small"
      aria-disabled={isBusy || reason !== null}
      title={reason ?? undefined}
      data-busy={isBusy}
      onClick={onClick}
      onFocusLost={onFocusLost}
    >
      {label}
    </PanelButton>
  );
  return (
    <div className="hlp-say" data-outcome={outcome.isBad ? "bad" : "plain"}>
      <p className="hlp-say-text">
        {outcome.isBad && <DoubtIcon />}
        {outcome.text}
        {outcome.detail !== undefined && <code className="hlp-code">{outcome.detail}</code>}
      </p>
      {outcome.offers.length > 0 && (
        <div className="hlp-answers">
          {outcome.offers.includes("look") && button(labels.checkNow, look, isLooking)}
          {outcome.offers.includes("dismiss") && button(labels.dismiss, onDismiss)}
          {outcome.offers.includes("again") &&
            onAgain !== undefined &&
            button(labels.tryAgain, onAgain, false, againBlocked)}
        </div>
      )}
    </div>
  );
}
