import { type ComponentPropsWithoutRef, type ReactElement, useCallback, useMemo } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { isRunning } from "../../hold-list/actions/ActionState.js";
import type { CallActionReport } from "../../hold-list/CallActionReport.js";
import { callHost } from "../../session/callHost.js";
import { useHoldList } from "../../hold-list/useHoldList.js";
import { callIdSuffixes } from "../format/callIdSuffixes.js";
import { type MaskNumber, numberInWords } from "../format/maskNumber.js";
import type { FormatNumber } from "../format/numbers.js";
import { enActions } from "../labels/enActions.js";
import type { HeldCallActionLabels } from "../labels/HeldCallActionLabels.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { resolveActionLabels } from "../labels/resolveActionLabels.js";
import { usePanelLabels } from "../labels/usePanelLabels.js";
import { ignoreRepeat } from "../parts/PanelButton.js";
import { useHoverOrFocusWithin } from "./useHoverOrFocusWithin.js";
import { blockLabel, resolveAction } from "./actionLabels.js";
import { ErrorBoundary } from "../parts/ErrorBoundary.js";
import { RequireProvider } from "../parts/RequireProvider.js";
import type { HeldCallAction } from "./HeldCallAction.js";
import { needsNoConfirmation } from "./needsNoConfirmation.js";
import { useCallActions } from "./useCallActions.js";
import { useLongestHeldTarget } from "./useLongestHeldTarget.js";

/** The props of {@link RetrieveLongestHeldButton}: its own and those of its `<button>`. */
export type RetrieveLongestHeldButtonProps = Omit<ComponentPropsWithoutRef<"button">, "children" | "onClick"> & {
  /** The action `retrieve`, or a replacement by the host. */
  action: HeldCallAction;
  /**
   * As for the panel.
   * @default en
   */
  labels?: Partial<HoldListLabels & HeldCallActionLabels> | undefined;
  /** As for the panel. The button's accessible name contains the number of the call that it would retrieve. */
  mask?: MaskNumber | undefined;
  /** As for the panel, for the number in that name. */
  formatNumber?: FormatNumber | undefined;
  /** As for the panel. Called with the reports of attempts that this button started. */
  onAction?: ((call: HeldCall, report: CallActionReport) => void) | undefined;
};

/**
 * Retrieves the call that has been held longest, as far as that is known. It can be placed anywhere inside the provider. While it
 * is hovered or focused, it keeps its call, and changes to the next one 1 s after that call has left. The outcome is shown in the
 * call's row, in a panel with `actions`. An error while it renders leaves a disabled button, and so does a missing
 * `HoldListProvider`, and shows the cause.
 */
export function RetrieveLongestHeldButton(props: RetrieveLongestHeldButtonProps): ReactElement | null {
  const { action, labels, mask } = props;
  const disabledButton = (fault?: string) => (
    <button type="button" className="hlp-retrieve-longest" aria-disabled>
      {plainLabel(labels)} {fault !== undefined && <code className="hlp-code">{fault}</code>}
    </button>
  );
  return (
    <RequireProvider user="RetrieveLongestHeldButton" fallback={disabledButton}>
      <ErrorBoundary fallback={disabledButton()} resetKeys={[action, labels, mask]}>
        <LongestHeldButton {...props} />
      </ErrorBoundary>
    </RequireProvider>
  );
}

/** The button's label, also where the host's labels cannot be read. */
function plainLabel(labels: RetrieveLongestHeldButtonProps["labels"]): string {
  const label: unknown = callHost(() => labels?.retrieveLongest);
  return typeof label === "string" ? label : enActions.retrieveLongest;
}

function LongestHeldButton(props: RetrieveLongestHeldButtonProps): ReactElement | null {
  const { action: definition, labels: given, mask, formatNumber, onAction, className, ...others } = props;
  const { onPointerEnter, onPointerLeave, onKeyDown, ...rest } = others;
  const labels = resolveActionLabels(usePanelLabels(given, null));
  const action = useMemo(() => resolveAction(definition, labels), [definition, labels]);
  const list = useHoldList();
  const [isInUse, { ref, ...handlers }] = useHoverOrFocusWithin<HTMLButtonElement>();
  const { target, isHeld } = useLongestHeldTarget(list, isInUse);
  const onReport = useCallback(
    (call: HeldCall, report: CallActionReport) => callHost(() => onAction?.(call, report)),
    [onAction],
  );
  const settings = { condition: list.condition, hasCurrentCall: undefined, onReport };
  const { state, blockOf, start } = useCallActions(target ?? noCall, isHeld, settings);
  const isBusy = state !== undefined && isRunning(state) && state.action.id === action.id;
  const calls = list.status === "ready" ? list.calls : [];
  const blockNow = () => {
    if (target === null) return labels.empty;
    if (isBusy) return null;
    if (!needsNoConfirmation(action, target, calls)) return labels.atItsRow;
    const block = blockOf(action);
    return block && blockLabel(block, { list: [action], labels });
  };
  const block = blockNow();
  const label = isBusy ? action.labels.busy : labels.retrieveLongest;

  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      onPointerEnter={(event) => {
        handlers.onPointerEnter?.(event);
        onPointerEnter?.(event);
      }}
      onPointerLeave={(event) => {
        handlers.onPointerLeave?.(event);
        onPointerLeave?.(event);
      }}
      onKeyDown={(event) => {
        ignoreRepeat(event);
        onKeyDown?.(event);
      }}
      className={className === undefined ? "hlp-retrieve-longest" : `hlp-retrieve-longest ${className}`}
      aria-label={
        target === null
          ? label
          : labels.ofCall(label, numberInWords(target, mask, { ...labels, formatNumber }), suffixOf(target, calls))
      }
      aria-disabled={isBusy || block !== null}
      data-busy={isBusy}
      title={block ?? undefined}
      onClick={() => block === null && start(action)}
    >
      {label}
    </button>
  );
}

/** The end of a call's ID, unique among the calls also after it has left them, so that the name does not change then. */
function suffixOf({ callId }: HeldCall, calls: readonly HeldCall[]): string {
  const callIds = new Set([...calls.map((call) => call.callId), callId]);
  return callIdSuffixes([...callIds]).get(callId) ?? callId;
}

const noCall: HeldCall = { callId: "", callType: 0, caller: "", called: "", skill: "" };
