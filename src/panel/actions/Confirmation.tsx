import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { isolatedIn } from "../format/isolatedIn.js";
import { ignoreRepeat } from "../parts/PanelButton.js";
import { type LostFocus, useFocusLoss } from "../parts/useFocusLoss.js";
import type { ActionLabels } from "./ResolvedAction.js";

type ConfirmationProps = {
  labels: ActionLabels;
  number: string;
  /** Why the action cannot start now; null where it can. */
  block: string | null;
  onCancel: () => void;
  onConfirm: () => void;
  /** Called when the question is removed while it contains the focus. */
  onFocusLost: (lost: LostFocus) => void;
};

/** Asks in the row before an action runs. The focus starts on the button that cancels, and Escape cancels. */
export function Confirmation(props: ConfirmationProps): ReactNode {
  const { labels, number, block, onCancel, onConfirm, onFocusLost } = props;
  const questionId = useId();
  const blockId = useId();
  const group = useRef<HTMLDivElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useFocusLoss(group, onFocusLost);
  useEffect(() => cancel.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    ignoreRepeat(event);
    if (event.key !== "Escape") return;
    event.stopPropagation(); // or it would also close a dialog of the host around the panel
    onCancel();
  };
  const onConfirmClick = (event: MouseEvent) => {
    // The second click of a double click was meant for the control that was here before.
    if (event.detail <= 1 && block === null) onConfirm();
  };
  const ask = (about: string) => labels.confirm?.question(about) ?? "";
  return (
    // Handles keys that bubble up from the buttons.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className="hlp-confirmation" role="group" aria-labelledby={questionId} ref={group} onKeyDown={onKeyDown}>
      <p id={questionId}>{ask(isolatedIn(ask(""), number))}</p>
      {block !== null && (
        <p className="hlp-confirmation-reason" id={blockId}>
          {block}
        </p>
      )}
      <div className="hlp-answers">
        <button type="button" className="hlp-button" ref={cancel} onClick={onCancel}>
          {labels.confirm?.no}
        </button>
        <button
          type="button"
          className="hlp-button hlp-button-critical"
          aria-disabled={block !== null}
          aria-describedby={block === null ? undefined : blockId}
          onClick={onConfirmClick}
        >
          {labels.label}
        </button>
      </div>
    </div>
  );
}
