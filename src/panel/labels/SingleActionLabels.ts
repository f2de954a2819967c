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
