import type { GatewayFailure } from "../../gateway/GatewayError.js";
import { operationRefusal } from "../../gateway/operationRefusals.js";
import { retcodeMeaning } from "../../gateway/retcodes.js";
import type { ActionState } from "../../hold-list/actions/ActionState.js";
import { failureDetail, failureLabels } from "../labels/failureLabels.js";
import { type ActingLabels, blockLabel, labelsOf } from "./actionLabels.js";
import type { HeldCallAction } from "./HeldCallAction.js";

/** What a row says of its last action. */
export type RowOutcome = {
  readonly text: string;
  /** The code and the gateway's own message. */
  readonly detail?: string | undefined;
  /** Whether the agent has to know that it was not done. */
  readonly isBad: boolean;
  /** What can be pressed: to begin the action anew, to read the list, to put the words away. */
  readonly offers: readonly ("again" | "look" | "dismiss")[];
};

/** What the row says, or null where its buttons say all. */
export function rowOutcome(
  state: ActionState,
  list: readonly HeldCallAction[],
  labels: ActingLabels,
): RowOutcome | null {
  switch (state.phase) {
    case "checking":
    case "sent":
      return null;
    case "accepted":
      return state.late ? { text: labels.accepted, isBad: false, offers: [] } : null;
    case "done":
      return state.action.endsHold === true
        ? null
        : { text: labelsOf(state.action, list, labels)?.done ?? labels.done, isBad: false, offers: [] };
    case "still-held":
      return { text: labels.stillOnHold, isBad: true, offers: ["again", "dismiss"] };
    case "gone":
      return { text: state.sent ? labels.alreadyOff : labels.goneBefore, isBad: false, offers: [] };
    case "withheld":
      return { text: labels.withheld(blockLabel(state.block, list, labels)), isBad: true, offers: ["dismiss"] };
    case "unknown":
      return state.looked
        ? { text: labels.lookedStillOnHold, isBad: true, offers: ["again", "dismiss"] }
        : { text: labels.outcomeUnknown, isBad: true, offers: ["look"] };
    case "refused":
      return {
        text: refusalWords(state.failure, labels),
        detail: refusalDetail(state.failure, labels),
        isBad: true,
        offers: ["dismiss"],
      };
    default:
      return state satisfies never;
  }
}

function refusalWords(failure: GatewayFailure | null, labels: ActingLabels): string {
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

function refusalDetail(failure: GatewayFailure | null, labels: ActingLabels): string | undefined {
  if (failure?.kind === "http") return `HTTP ${failure.status}`;
  return failure === null ? undefined : failureDetail(failure, labels);
}
