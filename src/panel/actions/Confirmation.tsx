import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { ignoreRepeat } from "../parts/PanelButton.js";
import { useFocusLoss } from "../parts/useFocusLoss.js";
import type { ActionLabels } from "./actionLabels.js";
import type { ActionBlock } from "../../hold-list/actions/ActionBlock.js";

type ConfirmationProps = {
  words: ActionLabels;
  number: string;
  /** Why yes cannot be said now. */
  block: ActionBlock | null;
  blockWords: (block: ActionBlock) => string;
  onNo: () => void;
  onYes: () => void;
  /** Called when the question goes with the focus in it. */
  onFocusLost: () => void;
};

/** Asks in the row itself. The focus is on the safe answer, and so is Escape. */
export function Confirmation(props: ConfirmationProps): ReactNode {
  const { words, number, block, blockWords, onNo, onYes, onFocusLost } = props;
  const questionId = useId();
  const reasonId = useId();
  const group = useRef<HTMLDivElement>(null);
  const safe = useRef<HTMLButtonElement>(null);
  useFocusLoss(group, onFocusLost);
  useEffect(() => safe.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    ignoreRepeat(event);
    if (event.key !== "Escape") return;
    event.stopPropagation(); // it answers this question, not a dialog of the host's around the panel
    onNo();
  };
  // The second half of a double click was meant for what stood there before.
  const sayYes = (event: MouseEvent) => {
    if (event.detail <= 1 && block === null) onYes();
  };
  return (
    // The keys are the buttons': they bubble up to the one place that knows the answer.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className="hlp-outcome" role="group" aria-labelledby={questionId} ref={group} onKeyDown={onKeyDown}>
      <p className="hlp-outcome-text" id={questionId}>
        {words.confirm?.question(number)}
      </p>
      {block !== null && (
        <p className="hlp-outcome-reason" id={reasonId}>
          {blockWords(block)}
        </p>
      )}
      <div className="hlp-answers">
        <button type="button" className="hlp-button" ref={safe} onClick={onNo}>
          {words.confirm?.no}
        </button>
        <button
          type="button"
          className="hlp-button hlp-button-critical"
          aria-disabled={block !== null}
          aria-describedby={block === null ? undefined : reasonId}
          onClick={sayYes}
        >
          {words.label}
        </button>
      </div>
    </div>
  );
}
