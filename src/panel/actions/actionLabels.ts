import type { ActionBlock } from "../../hold-list/actions/ActionBlock.js";
import type { CallAction } from "../../hold-list/actions/CallAction.js";
import { callHost } from "../../session/callHost.js";
import type { LeftReason } from "../../hold-list/LeftCall.js";
import type { ActingLabels, PanelLabels } from "../labels/PanelLabels.js";
import { resolveActionLabels } from "../labels/resolveActionLabels.js";
import { resolveSingleActionLabels } from "../labels/resolveSingleActionLabels.js";
import type { HeldCallActionDefinition } from "./HeldCallActionDefinition.js";
import type { ActionLabels, ResolvedAction } from "./ResolvedAction.js";

/** What the texts of an action are found in. */
type ActionTexts = { readonly list: readonly ResolvedAction[]; readonly labels: ActingLabels };

/** Resolves the labels about acting, and gives each action its texts. */
export function resolveActions(list: readonly HeldCallActionDefinition[], labels: PanelLabels): ActionTexts {
  const acting = resolveActionLabels(labels);
  return { labels: acting, list: list.map((action) => resolveAction(action, acting)) };
}

export function resolveAction(action: HeldCallActionDefinition, labels: ActingLabels): ResolvedAction {
  return { ...action, labels: actionLabels(action, labels) };
}

function actionLabels({ labels: given, id }: HeldCallActionDefinition, labels: ActingLabels): ActionLabels {
  const own = resolveSingleActionLabels(typeof given === "function" ? callHost(() => given(labels)) : given, id);
  const busy = own.busy ?? labels.busy(own.label);
  return {
    ...own,
    busy,
    othersWait: own.othersWait ?? labels.othersWait,
    announceStart: own.announceStart ?? (() => busy),
  };
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
