import { enActions } from "./enActions.js";
import type { ActingLabels, LabelSource, PanelLabels } from "./PanelLabels.js";
import { createAttempt, mergeLabels } from "./mergeLabels.js";
import { mergeSingleActionLabels } from "./resolveSingleActionLabels.js";

/**
 * The labels of a panel together with those about acting, resolved by the same rules. The same object for the same labels. Only
 * code of actions calls this, so that a panel that only reads carries no texts about acting.
 */
export function resolveActionLabels(labels: PanelLabels): ActingLabels {
  const source: LabelSource = labels.source ?? { layers: [labels], attempt: createAttempt() };
  source.acting ??= actingLabels(labels, source);
  return source.acting;
}

function actingLabels(labels: PanelLabels, source: LabelSource): ActingLabels {
  const { retrieve, threeParty, connectAndLeave, hangUp, ...usual } = enActions;
  const single = (key: string, action: typeof retrieve) => mergeSingleActionLabels(action, source, [key]);
  return {
    ...labels,
    ...mergeLabels(usual, source),
    retrieve: single("retrieve", retrieve),
    threeParty: single("threeParty", threeParty),
    connectAndLeave: single("connectAndLeave", connectAndLeave),
    hangUp: single("hangUp", hangUp),
  };
}
