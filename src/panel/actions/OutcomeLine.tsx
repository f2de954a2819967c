import type { ReactNode, RefObject } from "react";
import { DoubtIcon } from "../parts/icons.js";
import { PanelButton } from "../parts/PanelButton.js";
import { useBusy } from "../parts/useBusy.js";
import type { ActingLabels } from "../labels/PanelLabels.js";
import type { RowOutcome } from "./rowOutcome.js";
import type { LostFocus } from "../parts/useFocusLoss.js";

type OutcomeLineProps = {
  /** Receives the line. */
  lineRef: RefObject<HTMLDivElement | null>;
  outcome: RowOutcome;
  /** The control of the row that the buttons stand for. */
  control: string;
  labels: ActingLabels;
  /** Starts the action again; undefined where the panel no longer has it. */
  onRetry: (() => void) | undefined;
  /** Why it cannot start now; null where it can. */
  retryBlock: string | null;
  onCheck: () => Promise<void>;
  onDismiss: () => void;
  /** Called when a button of the line is removed while it has the focus. */
  onFocusLost: (lost: LostFocus) => void;
};

/** The outcome of a row's last action, with buttons, in place of the row's second line. */
export function OutcomeLine(props: OutcomeLineProps): ReactNode {
  const { lineRef, outcome, control, labels, onRetry, retryBlock, onCheck, onDismiss, onFocusLost } = props;
  const { text, detail, isFailure, offers } = outcome;
  const [isChecking, check] = useBusy(onCheck);
  const button = (label: string, onClick: () => void, isBusy = false, block: string | null = null) => (
    <PanelButton
      key={label}
      className="hlp-button hlp-small"
      data-hlp-control={control}
      aria-disabled={isBusy || block !== null}
      title={block ?? undefined}
      data-busy={isBusy}
      onClick={onClick}
      onFocusLost={onFocusLost}
    >
      {label}
    </PanelButton>
  );
  return (
    <div
      className="hlp-outcome"
      ref={lineRef}
      data-outcome={isFailure ? "bad" : "plain"}
      data-offers={offers.length > 0 ? "" : undefined}
    >
      <p className="hlp-outcome-text" title={detail === undefined ? text : `${text} ${detail}`}>
        {isFailure && <DoubtIcon />}
        {/* In an element of its own: a page translator may have replaced the text node. */}
        <span>{text}</span>
        {detail !== undefined && (
          <code className="hlp-code" translate="no">
            {detail}
          </code>
        )}
      </p>
      {offers.length > 0 && (
        <div className="hlp-answers">
          {offers.includes("check") && button(labels.checkNow, check, isChecking)}
          {offers.includes("dismiss") && button(labels.dismiss, onDismiss)}
          {offers.includes("retry") && onRetry !== undefined && button(labels.tryAgain, onRetry, false, retryBlock)}
        </div>
      )}
    </div>
  );
}
