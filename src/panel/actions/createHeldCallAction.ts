import type { ActionComponents } from "./ActionComponents.js";
import type { HeldCallAction } from "./HeldCallAction.js";
import { DepartureReason } from "./DepartureReason.js";
import { ActionAnnouncements } from "./ActionAnnouncements.js";
import { RowActions } from "./RowActions.js";
import type { HeldCallActionDefinition } from "./HeldCallActionDefinition.js";

const components: ActionComponents = { RowActions, DepartureReason, ActionAnnouncements };

/** Makes an action for the panel's `actions`. The ready ones are made so too. */
export function createHeldCallAction(definition: HeldCallActionDefinition): HeldCallAction {
  return { ...definition, components };
}
