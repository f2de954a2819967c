import type { ActionComponents } from "./ActionComponents.js";
import type { HeldCallAction, HeldCallActionDefinition } from "./HeldCallAction.js";
import { DepartureReason } from "./DepartureReason.js";
import { ActionAnnouncements } from "./ActionAnnouncements.js";
import { RowActions } from "./RowActions.js";

const components: ActionComponents = { RowActions, DepartureReason, ActionAnnouncements };

/** Makes an action for the panel's `actions`. The ready ones are made so too. */
export function createHeldCallAction(definition: HeldCallActionDefinition): HeldCallAction {
  return { ...definition, components };
}
