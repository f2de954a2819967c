/** The texts of one action. Only `label` is required. */
export type SingleActionLabels = {
  /** The text of its button, such as `Retrieve`. */
  readonly label: string;
  /** The text of its button while it runs. @default the label followed by an ellipsis */
  readonly busy?: string | undefined;
  /** In the row of a call that it took off hold. @default the reason that an event gave for the departure */
  readonly done?: string | undefined;
  /** Why other calls' actions are disabled while it moves the voice path. @default "Wait: another action is under way" */
  readonly othersWait?: string | undefined;
  /** Announced when the request is sent. `ending`: the end of the number, its digits separated by spaces. @default `busy` */
  readonly announceStart?: ((ending: string) => string) | undefined;
  /** A question that the row asks before the action runs. @default the action runs at once */
  readonly confirm?: HeldCallConfirmation | undefined;
};

/** A question and the button that cancels. The button that confirms has the action's label. */
export type HeldCallConfirmation = { readonly question: (number: string) => string; readonly no: string };
