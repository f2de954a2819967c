import type { CallAction } from "../../hold-list/actions/CallAction.js";
import type { PanelLabels } from "../labels/PanelLabels.js";
import { resolveActionLabels } from "../labels/resolveActionLabels.js";
import type { HeldCallAction } from "./HeldCallAction.js";
import type { HeldCallActionLabels } from "../labels/HeldCallActionLabels.js";
import type { LeftReason } from "../../hold-list/LeftCall.js";
import type { ActionBlock } from "../../hold-list/actions/ActionBlock.js";
import type { SingleActionLabels } from "../labels/SingleActionLabels.js";

/** All words of a panel that acts. */
export type ActingLabels = PanelLabels & HeldCallActionLabels;

export const actingLabels = resolveActionLabels;
/** An action's words, the usual ones where it has none of its own. */
export type ActionLabels = SingleActionLabels & {
  readonly busy: string;
  readonly othersWait: string;
  readonly announceStart: (ending: string) => string;
};

export function actionLabels(action: HeldCallAction, labels: ActingLabels): ActionLabels {
  const { labels: given, id } = action;
  const own = typeof given === "function" ? orElse(() => given(labels), { label: id }) : given;
  const busy = own.busy ?? labels.busy(own.label);
  const { confirm } = own;
  return {
    ...own,
    busy,
    othersWait: own.othersWait ?? labels.othersWait,
    announceStart: own.announceStart ?? (() => busy),
    confirm: confirm && { ...confirm, question: (number) => orElse(() => confirm.question(number), own.label) },
  };
}

/** A host's words that throw must not take the list away. */
function orElse<T>(make: () => T, usual: T): T {
  try {
    return make();
  } catch (error) {
    reportError(error);
    return usual;
  }
}

/** The words of the action that the runner names, by the panel's list of now. */
export function labelsOf(
  action: CallAction,
  list: readonly HeldCallAction[],
  labels: ActingLabels,
): ActionLabels | undefined {
  const listed = list.find(({ id }) => id === action.id);
  return listed && actionLabels(listed, labels);
}

/**
 * What an action that took a call off hold has done, if it says so. Where events told of the customer's release alone, it was the
 * customer: what the agent does to a call is told by another event too.
 */
export function doneLabel(reason: LeftReason, words: ActionLabels | undefined): string | undefined {
  return reason === "customer-hung-up" ? undefined : words?.done;
}

/** Why an action is blocked, in the agent's words. */
export function blockLabel(block: ActionBlock, list: readonly HeldCallAction[], labels: ActingLabels): string {
  switch (block.kind) {
    case "left":
      return labels.leftBecause.unknown;
    case "busy": {
      const busy = labelsOf(block.action, list, labels)?.busy;
      return busy === undefined ? labels.othersWait : labels.waitForThis(busy);
    }
    case "voice":
      return labelsOf(block.action, list, labels)?.othersWait ?? labels.othersWait;
    case "in-doubt":
      return labels.listInDoubt;
    case "switching":
      return labels.switchingServers;
    case "cannot-send":
    case "refused":
      return labels.signInFirst;
    case "no-permission":
      return labels.notPermitted;
    case "no-current-call":
      return labels.noCurrentCall;
    default:
      return block satisfies never;
  }
}
