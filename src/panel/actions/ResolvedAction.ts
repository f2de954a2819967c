import type { SingleActionLabels } from "../labels/SingleActionLabels.js";
import type { HeldCallActionDefinition } from "./HeldCallActionDefinition.js";

/** The texts of an action, with defaults in place of those that it does not have. */
export type ActionLabels = SingleActionLabels & {
  readonly busy: string;
  readonly othersWait: string;
  readonly announceStart: (ending: string) => string;
};

/** An action with its texts in the panel's language. */
export type ResolvedAction = Omit<HeldCallActionDefinition, "labels"> & { readonly labels: ActionLabels };
