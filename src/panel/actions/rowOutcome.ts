import type { GatewayFailure } from "../../gateway/GatewayError.js";
import { operationRefusal } from "../../gateway/operationRefusals.js";
import { retcodeMeaning } from "../../gateway/retcodes.js";
import type { ActionState } from "../../hold-list/actions/ActionState.js";
import { failureDetail, failureLabels } from "../labels/failureLabels.js";
import type { MaskNumber } from "../format/maskNumber.js";
import type { ActingLabels } from "../labels/PanelLabels.js";
import { blockLabel, labelsOf } from "./actionLabels.js";
import type { ResolvedAction } from "./ResolvedAction.js";

/** What a row shows about its last action. */
export type RowOutcome = {
  readonly text: string;
  /** The code and the gateway's own message. */
  readonly detail?: string | undefined;
  /** Whether the action was not done, or may not have been. */
  readonly isFailure: boolean;
  /** The buttons: start the action again, read the list, remove the outcome. */
  readonly offers: readonly ("retry" | "check" | "dismiss")[];
};

/** What the row shows, or null where its buttons show enough. */
export function rowOutcome(
  state: ActionState,
  { list, labels }: { list: readonly ResolvedAction[]; labels: ActingLabels },
  mask?: MaskNumber,
): RowOutcome | null {
  switch (state.phase) {
    case "checking":
    case "sent":
      return null;
    case "accepted":
      return state.late ? progress(labels.accepted) : null;
    case "done":
      return state.action.endsHold === true ? null : progress(labelsOf(state.action, list)?.done ?? labels.done);
    case "still-held":
      return { text: labels.stillOnHold, isFailure: true, offers: ["retry", "dismiss"] };
    case "gone":
      return progress(state.sent ? labels.alreadyOff : labels.goneBefore);
    case "withheld": {
      const text = labels.withheld(blockLabel(state.block, { list, labels }));
      return { text, isFailure: true, offers: ["dismiss"] };
    }
    case "unknown":
      return state.checked
        ? { text: labels.lookedStillOnHold, isFailure: true, offers: ["retry", "dismiss"] }
        : { text: labels.outcomeUnknown, isFailure: true, offers: ["check"] };
    case "refused": {
      const { failure } = state;
      const [text, detail] = [refusalLabel(failure, labels), refusalDetail(failure, labels, mask)];
      return { text, detail, isFailure: true, offers: ["dismiss"] };
    }
    default:
      return state satisfies never;
  }
}

function progress(text: string): RowOutcome {
  return { text, isFailure: false, offers: [] };
}

function refusalLabel(failure: GatewayFailure | null, labels: ActingLabels): string {
  if (failure === null) return labels.notDoneError;
  if (failure.kind === "not-sent") return failureLabels(failure, true, labels).reason;
  if (failure.kind !== "retcode") return labels.notDone;
  const refusal = operationRefusal(failure.retcode);
  if (refusal === "wrong-state") return labels.notDoneState;
  if (refusal === "no-current-call") return labels.notDoneNoCurrentCall;
  const meaning = retcodeMeaning(failure.retcode);
  return meaning === "refused" || meaning === "sign-in-again" || meaning === "signed-out"
    ? labels.notDoneSession
    : labels.notDone;
}

function refusalDetail(
  failure: GatewayFailure | null,
  labels: ActingLabels,
  mask: MaskNumber | undefined,
): string | undefined {
  if (failure?.kind === "http") return `HTTP ${failure.status}`;
  return failure === null ? undefined : failureDetail(failure, labels, mask);
}
