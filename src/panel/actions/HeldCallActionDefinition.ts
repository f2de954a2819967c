import type { ReactNode } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { CallAction } from "../../hold-list/actions/CallAction.js";
import type { HeldCallActionLabels } from "../labels/HeldCallActionLabels.js";
import type { SingleActionLabels } from "../labels/SingleActionLabels.js";

/** An action on a held call, with its labels and icon. */
export type HeldCallActionDefinition = CallAction & {
  /** Its texts, or a function that chooses them from the panel's labels. */
  readonly labels: SingleActionLabels | ((labels: HeldCallActionLabels) => SingleActionLabels);
  /** An icon of 16 px, before the label. */
  readonly icon?: ReactNode;
  /** Whether the row of a call offers it. `held`: all held calls. @default every row does */
  readonly isFor?: ((call: HeldCall, held: readonly HeldCall[]) => boolean) | undefined;
};
