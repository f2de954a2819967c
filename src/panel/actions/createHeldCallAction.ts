import { HoldListContext } from "../../hold-list/HoldListContext.js";
import { ActionAnnouncements } from "./ActionAnnouncements.js";
import type { ActionComponents } from "./ActionComponents.js";
import { resolveActions } from "./actionLabels.js";
import { DepartureReason } from "./DepartureReason.js";
import type { HeldCallAction } from "./HeldCallAction.js";
import type { HeldCallActionDefinition } from "./HeldCallActionDefinition.js";
import { RowActions } from "./RowActions.js";

const components: ActionComponents = {
  context: HoldListContext,
  RowActions,
  DepartureReason,
  ActionAnnouncements,
  resolveActions,
};

/** Creates an action for the panel's `actions`. The included actions are created by it too. */
export function createHeldCallAction(definition: HeldCallActionDefinition): HeldCallAction {
  return { ...definition, components };
}
