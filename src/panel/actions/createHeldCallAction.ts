import type { ActionKit } from "./ActionKit.js";
import type { HeldCallAction, HeldCallActionDefinition } from "./HeldCallAction.js";
import { LeftWords } from "./LeftWords.js";
import { PanelActions } from "./PanelActions.js";
import { RowActions } from "./RowActions.js";

const kit: ActionKit = { RowActions, LeftWords, PanelActions };

/** Makes an action for the panel's `actions`. The ready ones are made so too. */
export function createHeldCallAction(definition: HeldCallActionDefinition): HeldCallAction {
  return { ...definition, kit };
}
