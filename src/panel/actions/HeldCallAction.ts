import type { ReactNode } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { CallAction } from "../../hold-list/actions/CallAction.js";
import type { ActionComponents } from "./ActionComponents.js";
import type { HeldCallActionLabels } from "../labels/HeldCallActionLabels.js";

/** The words of an action. Only its label must be given. */
export type SingleActionLabels = {
  /** On its button: `Retrieve`. */
  readonly label: string;
  /** On its button while it runs. @default the label and an ellipsis */
  readonly busy?: string | undefined;
  /** On the row of a call that it took off hold. @default why the call left, as far as an event told it */
  readonly done?: string | undefined;
  /** Why the actions of other calls wait while it moves the voice path. @default "Wait: another action is under way" */
  readonly othersWait?: string | undefined;
  /** Said to a screen reader when it was sent. `ending`: the number's last digits, spaced. @default the busy words */
  readonly announceStart?: ((ending: string) => string) | undefined;
  /** Asks before it runs, in the row itself. @default it runs at once */
  readonly confirm?: HeldCallConfirmation | undefined;
};

/** A question, and the button that answers it with no. The button that answers it with yes has the action's label. */
export type HeldCallConfirmation = { readonly question: (number: string) => string; readonly no: string };

/** What can be done with a call on hold, and how it looks. */
export type HeldCallActionDefinition = CallAction & {
  /** What it is called, or a function that takes it from the panel's words. */
  readonly labels: SingleActionLabels | ((labels: HeldCallActionLabels) => SingleActionLabels);
  /** Before its label: an icon of 16 px. */
  readonly icon?: ReactNode;
  /** Whether a call shows it, by the call and by all that is on hold. @default every call does */
  readonly isFor?: ((call: HeldCall, held: readonly HeldCall[]) => boolean) | undefined;
};

/** An action for the panel's `actions`, from `createHeldCallAction`. It brings with it what the panel needs to show it. */
export type HeldCallAction = HeldCallActionDefinition & { readonly components: ActionComponents };
