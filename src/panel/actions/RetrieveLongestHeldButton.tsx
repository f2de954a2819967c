import { type ComponentPropsWithoutRef, type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { isRunning } from "../../hold-list/actions/ActionState.js";
import type { CallActionReport } from "../../hold-list/actions/CallAction.js";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { standingOf } from "../../hold-list/doubt.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import { longestHeld } from "../../hold-list/longestHeld.js";
import { useHoldList } from "../../hold-list/useHoldList.js";
import { callIdTails } from "../callIdTails.js";
import { en } from "../labels/en.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { type MaskNumber, numberInWords } from "../ShownNumber.js";
import { useUnderHand } from "../useUnderHand.js";
import { actingLabels, actionWords, blockWords } from "./actionWords.js";
import type { HeldCallAction } from "./HeldCallAction.js";
import type { HeldCallActionLabels } from "./HeldCallActionLabels.js";
import { useCallActions } from "./useCallActions.js";

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
 * focus on it, it stays with the call that it names, and goes on to the next 1 s after that one has left. What came of it is told at the call's row, in a panel with `actions`.
 *
 * @throws {Error} outside of a `HoldListProvider`.
 */
export function RetrieveLongestHeldButton(props: RetrieveLongestHeldButtonProps): ReactNode {
  const { action, labels: replaced, mask, onAction, className, ...rest } = props;
  const labels = useMemo(() => actingLabels({ ...en, ...replaced }), [replaced]);
  const list = useHoldList();
  const { watch } = useHoldListContext("RetrieveLongestHeldButton");
  const longestId = useStore(watch.store, ({ since }) => longestHeld(since));
  const [underHand, handlers] = useUnderHand<HTMLButtonElement>();
  const [target, setTarget] = useState<HeldCall | null>(null);

  const calls = list.status === "ready" ? list.calls : [];
  const longest = calls.find(({ callId }) => callId === longestId) ?? null;
  const isGone = list.status !== "ready";
  if (target !== longest && (isGone || !underHand || target === null)) setTarget(longest);

  const onReport = useCallback(
    (call: HeldCall, report: CallActionReport) => {
      watch.measure({ kind: "action", report });
      onAction?.(call, report);
    },
    [watch, onAction],
  );
  const settings = {
    standing: list.status === "ready" ? standingOf(list.doubt, list.overdue) : ("good" as const),
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
  const words = actionWords(action, labels);
  const isBusy = state !== undefined && isRunning(state) && state.action.id === action.id;
  const block = target === null ? null : blockOf(action);
  const reason = target === null ? labels.empty : block && !isBusy ? blockWords(block, [action], labels) : null;
  const label = isBusy ? words.busy : labels.retrieveLongest;
  // Also of a call that has just left: its name stays what it was.
  const callIds = new Set([...calls.map(({ callId }) => callId), ...(target === null ? [] : [target.callId])]);
  const tail = target === null ? "" : (callIdTails([...callIds]).get(target.callId) ?? target.callId);

  return (
    <button
      type="button"
      {...rest}
      {...handlers}
      className={className === undefined ? "hlp-retrieve-longest" : `hlp-retrieve-longest ${className}`}
      aria-label={target === null ? label : labels.ofCall(label, numberInWords(target, mask, labels), tail)}
      aria-disabled={isBusy || reason !== null}
      data-busy={isBusy}
      title={reason ?? undefined}
      onClick={() => start(action)}
    >
      {label}
    </button>
  );
}

const goneFor = 1_000; // ms: a press that was meant for the call that has left must not hit the next one
const noCall: HeldCall = { callId: "", callType: 0, caller: "", called: "", skill: "" };
