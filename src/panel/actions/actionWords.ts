import type { CallAction } from "../../hold-list/actions/CallAction.js";
import type { Block } from "../../hold-list/actions/actionBlock.js";
import type { LeftReason } from "../../hold-list/createHoldWatch.js";
import type { PanelLabels } from "../labels/HoldListLabels.js";
import { enActions } from "./enActions.js";
import type { HeldCallAction, HeldCallActionWords } from "./HeldCallAction.js";
import type { HeldCallActionLabels } from "./HeldCallActionLabels.js";

/** All words of a panel that acts. */
export type ActingLabels = PanelLabels & HeldCallActionLabels;

const acting = new WeakMap<PanelLabels, ActingLabels>();

/** The panel's words with those about acting: English where the host gave none. Made once for each set of labels. */
export function actingLabels(labels: PanelLabels): ActingLabels {
  const made = acting.get(labels) ?? { ...enActions, ...labels };
  acting.set(labels, made);
  return made;
}

/** An action's words, the usual ones where it has none of its own. */
export type ActionWords = HeldCallActionWords & {
  readonly busy: string;
  readonly othersWait: string;
  readonly said: (ending: string) => string;
};

export function actionWords(action: HeldCallAction, labels: ActingLabels): ActionWords {
  const { words, id } = action;
  const own = typeof words === "function" ? orElse(() => words(labels), { label: id }) : words;
  const busy = own.busy ?? labels.busy(own.label);
  const { confirm } = own;
  return {
    ...own,
    busy,
    othersWait: own.othersWait ?? labels.othersWait,
    said: own.said ?? (() => busy),
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
export function wordsOf(
  action: CallAction,
  list: readonly HeldCallAction[],
  labels: ActingLabels,
): ActionWords | undefined {
  const listed = list.find(({ id }) => id === action.id);
  return listed && actionWords(listed, labels);
}

/**
 * What an action that took a call off hold has done, if it says so. Where events told of the customer's release alone, it was the
 * customer: what the agent does to a call is told by another event too.
 */
export function doneWords(reason: LeftReason, words: ActionWords | undefined): string | undefined {
  return reason === "customer-hung-up" ? undefined : words?.done;
}

/** Why an action is blocked, in the agent's words. */
export function blockWords(block: Block, list: readonly HeldCallAction[], labels: ActingLabels): string {
  switch (block.kind) {
    case "left":
      return labels.leftBecause.unknown;
    case "busy": {
      const busy = wordsOf(block.action, list, labels)?.busy;
      return busy === undefined ? labels.othersWait : labels.waitForThis(busy);
    }
    case "voice":
      return wordsOf(block.action, list, labels)?.othersWait ?? labels.othersWait;
    case "doubt":
      return labels.listInDoubt;
    case "switching":
      return labels.switchingServers;
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
