import { type ReactNode, type RefObject, useRef, useState } from "react";
import { DoubtIcon } from "../parts/icons.js";
import { PanelButton } from "../parts/PanelButton.js";
import { useBusy } from "../parts/useBusy.js";
import { focusedIn } from "../parts/useFocusLoss.js";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";
import type { ActingLabels } from "../labels/PanelLabels.js";
import type { RowOutcome } from "./rowOutcome.js";
import { useOutcomePlacement } from "./useOutcomePlacement.js";

type OutcomeLineProps = {
  outcome: RowOutcome | null;
  /** Any element of the row. */
  inRow: RefObject<Element | null>;
  labels: ActingLabels;
  /** Starts the action again; undefined where the panel no longer has it. */
  onRetry: (() => void) | undefined;
  /** Why it cannot start now; null where it can. */
  retryBlock: string | null;
  onCheck: () => Promise<void>;
  onDismiss: () => void;
  /** Called when a button of the line is removed while it has the focus. */
  onFocusLost: () => void;
};

/** The outcome of a row's last action, with buttons. */
export function OutcomeLine(props: OutcomeLineProps): ReactNode {
  const { outcome, inRow, labels, onRetry, retryBlock, onCheck, onDismiss, onFocusLost } = props;
  const [isChecking, check] = useBusy(onCheck);
  const placement = useOutcomePlacement(outcome !== null, inRow);
  const [shown, setShown] = useState(outcome);
  if (outcome !== null && outcome !== shown) setShown(outcome);
  const line = useRef<HTMLDivElement>(null);
  useIsomorphicLayoutEffect(() => {
    // An invisible element cannot keep the focus.
    if (placement === "reserved" && line.current?.contains(focusedIn(line.current)) === true) onFocusLost();
  });
  if (shown === null || placement === "none") return null;
  const button = (label: string, onClick: () => void, isBusy = false, block: string | null = null) => (
    <PanelButton
      key={label}
      className="hlp-button hlp-small"
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
    <div className="hlp-outcome" ref={line} data-place={placement} data-outcome={shown.isFailure ? "bad" : "plain"}>
      <OutcomeText outcome={shown} />
      {placement !== "inline" && shown.offers.length > 0 && (
        <div className="hlp-answers">
          {shown.offers.includes("check") && button(labels.checkNow, check, isChecking)}
          {shown.offers.includes("dismiss") && button(labels.dismiss, onDismiss)}
          {shown.offers.includes("retry") &&
            onRetry !== undefined &&
            button(labels.tryAgain, onRetry, false, retryBlock)}
        </div>
      )}
    </div>
  );
}

function OutcomeText({ outcome: { text, detail, isFailure } }: { outcome: RowOutcome }): ReactNode {
  return (
    <p className="hlp-outcome-text" title={text}>
      {isFailure && <DoubtIcon />}
      {text}
      {detail !== undefined && <code className="hlp-code">{detail}</code>}
    </p>
  );
}
