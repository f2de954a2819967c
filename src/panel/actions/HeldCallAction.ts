import type { ActionComponents } from "./ActionComponents.js";
import type { HeldCallActionDefinition } from "./HeldCallActionDefinition.js";

/** An action for the panel's `actions`, from `createHeldCallAction`. It brings with it what the panel needs to show it. */
export type HeldCallAction = HeldCallActionDefinition & { readonly components: ActionComponents };
