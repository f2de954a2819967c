import type { ActionComponents } from "./ActionComponents.js";
import type { HeldCallActionDefinition } from "./HeldCallActionDefinition.js";

/** An action for the panel's `actions`, made by `createHeldCallAction`. It carries the components that show it. */
export type HeldCallAction = HeldCallActionDefinition & { readonly components: ActionComponents };
