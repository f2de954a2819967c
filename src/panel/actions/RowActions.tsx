import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { isRunning } from "../../hold-list/actions/ActionState.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import { numberInWords, numberToShow } from "../format/maskNumber.js";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";
import type { LostFocus } from "../parts/useFocusLoss.js";
import { ActionButton, controlOf } from "./ActionButton.js";
import type { RowActionsProps } from "./ActionComponents.js";
import { ActionMenu } from "./ActionMenu.js";
import { blockLabel } from "./actionLabels.js";
import { Confirmation } from "./Confirmation.js";
import { isShown } from "./isShown.js";
import { OutcomeLine } from "./OutcomeLine.js";
import type { ResolvedAction } from "./ResolvedAction.js";
import { rowOutcome } from "./rowOutcome.js";
import { useCallActions } from "./useCallActions.js";

/**
 * A row's second line, with the call's actions: the first as a button, the others in a menu. The outcome of the last attempt takes
 * the place of the line, and of the buttons too while it needs an answer.
 */
export const RowActions = memo(function RowActions(props: RowActionsProps): ReactNode {
  const { call, left, suffix, mask, settings, onFocusLost, onPin, children } = props;
  const { labels } = settings;
  const { tracker } = useHoldListContext("HoldListPanel");
  const isLongest = useStore(tracker.store, ({ longestId }) => longestId === call.callId);
  const { runner, state, blockOf, start } = useCallActions(call, left === null, settings);
  const [confirmingId, setConfirmingId] = useState<string | null>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const lost = useRef<{ focus: LostFocus; actionId: string | undefined }>(null);
  const shown = settings.list.filter((action) => isShown(action, call, settings.held));
  const [first, ...rest] = shown;
  const confirming = left === null ? shown.find(({ id }) => id === confirmingId) : undefined;
  if (confirmingId !== null && confirming === undefined) setConfirmingId(null); // so that it does not come back with the call
  const isConfirming = confirming !== undefined;
  useEffect(() => {
    if (!isConfirming) return;
    onPin(call.callId, true);
    return () => onPin(call.callId, false);
  }, [isConfirming, onPin, call.callId]);
  const number = numberInWords(call, mask, labels);
  const running = state !== undefined && isRunning(state) ? shown.find(({ id }) => id === state.action.id) : undefined;
  const last = shown.find(({ id }) => id === state?.action.id);
  // Kept after the state: the outcome line is removed a moment later.
  const [lastId, setLastId] = useState(state?.action.id);
  if (state !== undefined && state.action.id !== lastId) setLastId(state.action.id);

  const ownBlockOf = (action: ResolvedAction) => {
    const block = blockOf(action);
    return block && blockLabel(block, settings);
  };
  const blockNow = (action: ResolvedAction) => (confirming === undefined ? ownBlockOf(action) : labels.answerFirst);
  const press = (action: ResolvedAction) => {
    if (blockNow(action) !== null) return;
    if (action.labels.confirm === undefined) start(action);
    else setConfirmingId(action.id);
  };
  const controlFor = (actionId: string | undefined) =>
    actionId === undefined || actionId === first?.id ? controlOf(first?.id ?? "") : "menu";
  const lose = (focus: LostFocus, actionId = lastId) => void (lost.current = { focus, actionId });
  // After the commit, when it is known what has taken the place of the control that had the focus.
  useIsomorphicLayoutEffect(() => {
    if (lost.current === null) return;
    const { focus, actionId } = lost.current;
    lost.current = null;
    const controls = [...(buttons.current?.querySelectorAll<HTMLElement>("[data-hlp-control]") ?? [])];
    const wanted = controlFor(actionId);
    const next =
      line.current?.querySelector("button") ??
      controls.find(({ dataset }) => dataset.hlpControl === wanted) ??
      controls[0];
    if (next === undefined) onFocusLost(focus);
    else next.focus();
  });
  const outcome = (state && rowOutcome(state, settings, mask)) ?? null;
  const isRunningInMenu = running !== undefined && running !== first;
  const ownOutcome = outcome ?? (isRunningInMenu ? { text: running.labels.busy, isFailure: false, offers: [] } : null);
  // Why a call left hold replaces the outcome of an action that did not end the hold.
  const shownOutcome = left === null || state?.phase === "gone" ? ownOutcome : null;
  const needsAnswer = confirming === undefined && shownOutcome !== null && shownOutcome.offers.length > 0;

  return (
    <>
      {shownOutcome === null || (confirming !== undefined && !isRunningInMenu) ? (
        children
      ) : (
        <OutcomeLine
          lineRef={line}
          outcome={shownOutcome}
          control={controlFor(lastId)}
          labels={labels}
          retryBlock={last === undefined ? null : blockNow(last)}
          onRetry={last && (() => press(last))}
          onCheck={() => runner.check(call.callId)}
          onDismiss={() => runner.dismiss(call.callId)}
          onFocusLost={lose}
        />
      )}
      {left === null && !needsAnswer && (
        <div className="hlp-actions" ref={buttons}>
          {first !== undefined && (
            <ActionButton
              key={first.id} // so that a click cannot begin on one action and end on another
              action={first}
              nameFor={(label) => labels.ofCall(label, number, suffix)}
              isBusy={running === first}
              isMain={isLongest}
              block={running === first ? null : blockNow(first)}
              onPress={() => press(first)}
              onFocusLost={lose}
            />
          )}
          {rest.length > 0 && (
            <ActionMenu
              name={labels.ofCall(labels.moreActions, number, suffix)}
              items={rest.map((action) => ({
                id: action.id,
                label: action.labels.label,
                icon: action.icon,
                block: blockNow(action),
                onPress: () => press(action),
              }))}
              onFocusLost={lose}
            />
          )}
        </div>
      )}
      {confirming !== undefined && (
        <Confirmation
          key={confirming.id}
          labels={confirming.labels}
          number={numberToShow(call, mask, labels)}
          block={ownBlockOf(confirming)}
          onCancel={() => setConfirmingId(null)}
          onConfirm={() => {
            setConfirmingId(null);
            start(confirming);
          }}
          onFocusLost={(focus) => lose(focus, confirming.id)}
        />
      )}
    </>
  );
});
