import type { ActionBlock } from "../../hold-list/actions/ActionBlock.js";
import type { CallAction } from "../../hold-list/actions/CallAction.js";
import type { LeftReason } from "../../hold-list/LeftCall.js";
import { enActions } from "../labels/enActions.js";
import type { HeldCallActionLabels } from "../labels/HeldCallActionLabels.js";
import type { PanelLabels } from "../labels/HoldListLabels.js";
import type { HeldCallActionDefinition } from "./HeldCallActionDefinition.js";
import type { ActionLabels, ResolvedAction } from "./ResolvedAction.js";

/** The labels of a panel with actions. */
export type ActingLabels = PanelLabels & HeldCallActionLabels;

/** What the texts of an action are found in. */
type ActionTexts = { readonly list: readonly ResolvedAction[]; readonly labels: ActingLabels };

/** Adds the English texts about acting where the host gave none, and gives each action its texts. */
export function resolveActions(list: readonly HeldCallActionDefinition[], labels: PanelLabels): ActionTexts {
  const acting = resolveLabels(labels);
  return { labels: acting, list: list.map((action) => resolveAction(action, acting)) };
}

/** Adds the English texts about acting where the host gave none. */
export function resolveLabels(labels: PanelLabels): ActingLabels {
  return { ...enActions, ...labels };
}

export function resolveAction(action: HeldCallActionDefinition, labels: ActingLabels): ResolvedAction {
  return { ...action, labels: actionLabels(action, labels) };
}

function actionLabels({ labels: given, id }: HeldCallActionDefinition, labels: ActingLabels): ActionLabels {
  const own = typeof given === "function" ? orElse(() => given(labels), { label: id }) : given;
  const { label, confirm } = own;
  const busy = own.busy ?? labels.busy(label);
  return {
    ...own,
    busy,
    othersWait: own.othersWait ?? labels.othersWait,
    announceStart: own.announceStart ?? (() => busy),
    confirm: confirm && { ...confirm, question: (number) => orElse(() => confirm.question(number), label) },
  };
}

/** Text of the host that throws is replaced, and its error is reported. */
export function orElse<T>(make: () => T, fallback: T): T {
  try {
    return make();
  } catch (error) {
    reportError(error);
    return fallback;
  }
}

/** The texts of a running action; undefined where another panel started it and this one does not have it. */
export function labelsOf(action: CallAction, list: readonly ResolvedAction[]): ActionLabels | undefined {
  return list.find(({ id }) => id === action.id)?.labels;
}

/**
 * The "done" text of an action that ended a hold; undefined if it has none. "Customer hung up" takes precedence: only the
 * customer's release came, while an agent's action causes another event as well.
 */
export function doneLabel(reason: LeftReason, labels: ActionLabels | undefined): string | undefined {
  return reason === "customer-hung-up" ? undefined : labels?.done;
}

/** Why an action is disabled, for the agent. */
export function blockLabel(block: ActionBlock, { list, labels }: ActionTexts): string {
  switch (block.kind) {
    case "left":
      return labels.leftBecause.unknown;
    case "busy": {
      const busy = labelsOf(block.action, list)?.busy;
      return busy === undefined ? labels.othersWait : labels.waitForThis(busy);
    }
    case "voice":
      return labelsOf(block.action, list)?.othersWait ?? labels.othersWait;
    case "in-doubt":
      return labels.listInDoubt;
    case "switching":
      return labels.switchingServers;
    case "refused":
      return labels.signInFirst;
    case "cannot-send":
      return labels.cannotSend;
    case "no-permission":
      return labels.notPermitted;
    case "no-current-call":
      return labels.noCurrentCall;
    default:
      return block satisfies never;
  }
}
