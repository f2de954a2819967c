import { type ComponentPropsWithoutRef, type ReactNode, useCallback, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { isRunning } from "../../hold-list/actions/ActionState.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import { callHost } from "../../hold-list/callHost.js";
import { useHoldList } from "../../hold-list/useHoldList.js";
import { callIdSuffixes } from "../format/callIdSuffixes.js";
import { usePanelLabels } from "../labels/usePanelLabels.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { ignoreRepeat } from "../parts/PanelButton.js";
import { type MaskNumber, numberInWords } from "../format/maskNumber.js";
import { useHoverOrFocusWithin } from "../rows/useHoverOrFocusWithin.js";
import { actingLabels, actionLabels, blockLabel } from "./actionLabels.js";
import type { HeldCallAction } from "./HeldCallAction.js";
import type { HeldCallActionLabels } from "../labels/HeldCallActionLabels.js";
import { needsNoConfirmation } from "./needsNoConfirmation.js";
import { useCallActions } from "./useCallActions.js";
import type { CallActionReport } from "../../hold-list/CallActionReport.js";
import type { ActionBlock } from "../../hold-list/actions/ActionBlock.js";

/** The props of {@link RetrieveLongestHeldButton}: its own, and those of the `<button>` that it is. */
export type RetrieveLongestHeldButtonProps = Omit<ComponentPropsWithoutRef<"button">, "children" | "onClick"> & {
  /** The action `retrieve`, or the host's own in its place. */
  action: HeldCallAction;
  /**
   * As of the panel.
   * @default en
   */
  labels?: Partial<HoldListLabels & HeldCallActionLabels> | undefined;
  /** As of the panel: the button names the number that it would retrieve. */
  mask?: MaskNumber | undefined;
  /** As of the panel: called with what becomes of each press of this button. */
  onAction?: ((call: HeldCall, report: CallActionReport) => void) | undefined;
};

/**
 * Retrieves the call that waits longest, as far as that is known; for any place inside the provider. Under the pointer or with the
 * focus on it, it stays with the call that it names, and goes on to the next 1 s after that one has left. What came of it is told
 * at the call's row, in a panel with `actions`.
 *
 * @throws {Error} outside of a `HoldListProvider`.
 */
export function RetrieveLongestHeldButton(props: RetrieveLongestHeldButtonProps): ReactNode {
  const { action, labels: replaced, mask, onAction, className, ...others } = props;
  const { onPointerEnter, onPointerLeave, onKeyDown, ...rest } = others;
  const labels = actingLabels(usePanelLabels(replaced, null));
  const list = useHoldList();
  const { tracker } = useHoldListContext("RetrieveLongestHeldButton");
  const longestId = useStore(tracker.store, ({ longestId }) => longestId);
  const [underHand, { ref: handRef, ...hand }] = useHoverOrFocusWithin<HTMLButtonElement>();
  const [target, setTarget] = useState<HeldCall | null>(null);

  const calls = list.status === "ready" ? list.calls : [];
  const longest = calls.find(({ callId }) => callId === longestId) ?? null;
  const isGone = list.status !== "ready";
  if (target !== longest && (isGone || !underHand || target === null)) setTarget(longest);

  const onReport = useCallback(
    (call: HeldCall, report: CallActionReport) => {
      callHost(() => onAction?.(call, report));
    },
    [onAction],
  );
  const settings = {
    condition: list.condition,
    hasCurrentCall: undefined,
    onReport,
  };
  const isHeld = target !== null && calls.some(({ callId }) => callId === target.callId);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => setTarget(null), goneFor);
    return () => clearTimeout(timer);
  }, [isHeld]);
  const { state, blockOf, start } = useCallActions(target ?? noCall, isHeld, settings);
  const words = actionLabels(action, labels);
  const reasonWords = (block: ActionBlock | null) => block && blockLabel(block, [action], labels);
  const isBusy = state !== undefined && isRunning(state) && state.action.id === action.id;
  const reason =
    target === null
      ? labels.empty
      : isBusy
        ? null
        : !needsNoConfirmation(action, target, calls, labels)
          ? labels.atItsRow
          : reasonWords(blockOf(action));
  const label = isBusy ? words.busy : labels.retrieveLongest;
  // Also of a call that has just left: its name stays what it was.
  const callIds = new Set([...calls.map(({ callId }) => callId), ...(target === null ? [] : [target.callId])]);
  const suffix = target === null ? "" : (callIdSuffixes([...callIds]).get(target.callId) ?? target.callId);

  return (
    <button
      type="button"
      {...rest}
      ref={handRef}
      onPointerEnter={(event) => {
        hand.onPointerEnter?.(event);
        onPointerEnter?.(event);
      }}
      onPointerLeave={(event) => {
        hand.onPointerLeave?.(event);
        onPointerLeave?.(event);
      }}
      onKeyDown={(event) => {
        ignoreRepeat(event);
        onKeyDown?.(event);
      }}
      className={className === undefined ? "hlp-retrieve-longest" : `hlp-retrieve-longest ${className}`}
      aria-label={target === null ? label : labels.ofCall(label, numberInWords(target, mask, labels), suffix)}
      aria-disabled={isBusy || reason !== null}
      data-busy={isBusy}
      title={reason ?? undefined}
      onClick={() => reason === null && start(action)}
    >
      {label}
    </button>
  );
}

const goneFor = 1_000; // ms: a press that was meant for the call that has left must not hit the next one
const noCall: HeldCall = { callId: "", callType: 0, caller: "", called: "", skill: "" };
