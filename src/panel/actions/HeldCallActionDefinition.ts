import type { ReactNode } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { CallAction } from "../../hold-list/actions/CallAction.js";
import type { HeldCallActionLabels } from "../labels/HeldCallActionLabels.js";
import type { SingleActionLabels } from "../labels/SingleActionLabels.js";

/** What can be done with a call on hold, and how it looks. */
export type HeldCallActionDefinition = CallAction & {
  /** What it is called, or a function that takes it from the panel's words. */
  readonly labels: SingleActionLabels | ((labels: HeldCallActionLabels) => SingleActionLabels);
  /** Before its label: an icon of 16 px. */
  readonly icon?: ReactNode;
  /** Whether a call shows it, by the call and by all that is on hold. @default every call does */
  readonly isFor?: ((call: HeldCall, held: readonly HeldCall[]) => boolean) | undefined;
};
