import { type ReactNode, useRef, useState } from "react";
import { useStore } from "zustand";
import { isRunning } from "../../hold-list/actions/ActionState.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import { numberInWords, numberToShow } from "../format/maskNumber.js";
import { ActionButton, controlOf } from "./ActionButton.js";
import type { RowActionsProps } from "./ActionComponents.js";
import { ActionMenu } from "./ActionMenu.js";
import { actingLabels, actionLabels, blockLabel } from "./actionLabels.js";
import { Confirmation } from "./Confirmation.js";
import type { HeldCallAction } from "./HeldCallAction.js";
import { isShown } from "./isShown.js";
import { OutcomeLine } from "./OutcomeLine.js";
import { rowOutcome } from "./rowOutcome.js";
import { useCallActions } from "./useCallActions.js";

/** A call's buttons: the first action as a button, the others in a menu; and below them what the last one came to. */
export function RowActions(props: RowActionsProps): ReactNode {
  const { call, left, suffix, mask, settings, onFocusLost } = props;
  const labels = actingLabels(props.labels);
  const { tracker } = useHoldListContext("HoldListPanel");
  const isLongest = useStore(tracker.store, ({ longestId }) => longestId === call.callId);
  const { runner, state, blockOf, start } = useCallActions(call, left === null, settings);
  const [askedId, setAskedId] = useState<string | null>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const shown = settings.list.filter((action) => isShown(action, call, settings.held));
  const [first, ...rest] = shown;
  const asked = left === null ? shown.find(({ id }) => id === askedId) : undefined;
  if (askedId !== null && asked === undefined) setAskedId(null); // not asked again should it come back
  const number = numberInWords(call, mask, labels);
  const outcome = state && rowOutcome(state, settings.list, labels);
  const running = state !== undefined && isRunning(state) ? shown.find(({ id }) => id === state.action.id) : undefined;
  // Known beyond its state: the words of it go a moment later.
  const [lastId, setLastId] = useState(state?.action.id);
  if (state !== undefined && state.action.id !== lastId) setLastId(state.action.id);
  const again = shown.find(({ id }) => id === state?.action.id);

  const reasonOf = (action: HeldCallAction) => {
    if (asked !== undefined) return labels.answerFirst;
    const block = blockOf(action);
    return block && blockLabel(block, settings.list, labels);
  };
  const press = (action: HeldCallAction) => {
    if (reasonOf(action) !== null) return;
    if (actionLabels(action, labels).confirm === undefined) start(action);
    else setAskedId(action.id);
  };
  /** To the control that was pressed, or else to the first. */
  const focusButton = (id?: string) => {
    const controls = [...(buttons.current?.querySelectorAll<HTMLElement>("[data-hlp-control]") ?? [])];
    const wanted = id === undefined || id === first?.id ? controlOf(first?.id ?? "") : "menu";
    const control = controls.find(({ dataset }) => dataset.hlpControl === wanted);
    (control ?? controls[0])?.focus();
  };

  return (
    <>
      <div className="hlp-actions" ref={buttons}>
        {first !== undefined && (
          <ActionButton
            key={first.id} // another action is another button: a press on one never ends on the other
            action={first}
            words={actionLabels(first, labels)}
            nameOf={(label) => labels.ofCall(label, number, suffix)}
            isBusy={running === first}
            isMain={isLongest && left === null}
            reason={running === first ? null : reasonOf(first)}
            onPress={() => press(first)}
            onFocusLost={onFocusLost}
          />
        )}
        {rest.length > 0 && (
          <ActionMenu
            name={labels.ofCall(labels.moreActions, number, suffix)}
            items={rest.map((action) => ({
              id: action.id,
              label: actionLabels(action, labels).label,
              icon: action.icon,
              reason: reasonOf(action),
              onPress: () => press(action),
            }))}
            onFocusLost={onFocusLost}
          />
        )}
      </div>
      {asked !== undefined ? (
        <Confirmation
          key={asked.id}
          words={actionLabels(asked, labels)}
          number={numberToShow(call, mask, labels)}
          block={blockOf(asked)}
          blockWords={(block) => blockLabel(block, settings.list, labels)}
          onNo={() => setAskedId(null)}
          onYes={() => {
            setAskedId(null);
            start(asked);
          }}
          onFocusLost={() => focusButton(asked.id)}
        />
      ) : (
        <OutcomeLine
          inRow={buttons}
          outcome={
            running !== undefined && running !== first && !outcome ? busyLine(running, labels) : (outcome ?? null)
          }
          labels={labels}
          againBlocked={again === undefined ? null : reasonOf(again)}
          onAgain={again && (() => press(again))}
          onLook={() => runner.look(call.callId)}
          onDismiss={() => runner.dismiss(call.callId)}
          onFocusLost={() => focusButton(lastId)}
        />
      )}
    </>
  );
}

function busyLine(action: HeldCallAction, labels: ReturnType<typeof actingLabels>) {
  return { text: actionLabels(action, labels).busy, isBad: false, offers: [] };
}
