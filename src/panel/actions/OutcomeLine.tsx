import { type ReactNode, type RefObject, useRef, useState } from "react";
import { DoubtIcon } from "../parts/icons.js";
import { PanelButton } from "../parts/PanelButton.js";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";
import { focusedIn } from "../parts/useFocusLoss.js";
import { useBusy } from "../parts/useBusy.js";
import type { ActingLabels } from "./actionLabels.js";
import type { RowOutcome } from "./rowOutcome.js";
import { useOutcomePlacement } from "./useOutcomePlacement.js";

type OutcomeLineProps = {
  outcome: RowOutcome | null;
  /** Anything in the row. */
  inRow: RefObject<Element | null>;
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
  const { outcome, inRow, labels, onAgain, againBlocked, onLook, onDismiss, onFocusLost } = props;
  const [isLooking, look] = useBusy(onLook);
  const place = useOutcomePlacement(outcome !== null, inRow);
  const [shown, setShown] = useState(outcome);
  if (outcome !== null && outcome !== shown) setShown(outcome);
  const line = useRef<HTMLDivElement>(null);
  useIsomorphicLayoutEffect(() => {
    // What is hidden cannot keep the focus.
    if (place === "blank" && line.current?.contains(focusedIn(line.current)) === true) onFocusLost();
  });
  if (shown === null || place === "none") return null;
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
    <div className="hlp-outcome" ref={line} data-place={place} data-outcome={shown.isBad ? "bad" : "plain"}>
      <OutcomeText outcome={shown} />
      {place !== "brief" && shown.offers.length > 0 && (
        <div className="hlp-answers">
          {shown.offers.includes("look") && button(labels.checkNow, look, isLooking)}
          {shown.offers.includes("dismiss") && button(labels.dismiss, onDismiss)}
          {shown.offers.includes("again") &&
            onAgain !== undefined &&
            button(labels.tryAgain, onAgain, false, againBlocked)}
        </div>
      )}
    </div>
  );
}

function OutcomeText({ outcome }: { outcome: RowOutcome }): ReactNode {
  return (
    <p className="hlp-outcome-text" title={outcome.text}>
      {outcome.isBad && <DoubtIcon />}
      {outcome.text}
      {outcome.detail !== undefined && <code className="hlp-code">{outcome.detail}</code>}
    </p>
  );
}
