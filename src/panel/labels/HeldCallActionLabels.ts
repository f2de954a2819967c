import type { SingleActionLabels } from "./SingleActionLabels.js";

/**
 * All texts about acting on a held call. They are separate from `HoldListLabels`, so that the bundle of a panel that only reads
 * contains none of them. `enActions` and `zhCNActions` are included.
 *
 * Parameters: `number` is a phone number as the panel shows it; `ending` is its end with a space between the digits, for screen
 * readers, and "" where the number is withheld; `suffix` is the end of a call ID.
 */
export type HeldCallActionLabels = {
  readonly retrieve: SingleActionLabels;
  readonly threeParty: SingleActionLabels;
  readonly connectAndLeave: SingleActionLabels;
  readonly hangUp: SingleActionLabels;

  /** The accessible name of a control. It begins with the control's visible label. */
  readonly ofCall: (label: string, number: string, suffix: string) => string;
  readonly moreActions: string;
  readonly retrieveLongest: string;

  /** An action that runs and has no `busy` text of its own. */
  readonly busy: (label: string) => string;
  /** Why a button is disabled. `busy`: the text of the action that runs on the same call. */
  readonly waitForThis: (busy: string) => string;
  readonly othersWait: string;
  readonly listInDoubt: string;
  /** In the notice of a list that is not up to date. */
  readonly canStillRetrieve: string;
  readonly signInFirst: string;
  /** Nothing can be sent, for example from an insecure page. */
  readonly cannotSend: string;
  readonly notPermitted: string;
  readonly switchingServers: string;
  readonly noCurrentCall: string;
  readonly answerFirst: string;
  /** On `RetrieveLongestHeldButton`: the action asks for a confirmation in the row, or is not offered for this call. */
  readonly atItsRow: string;

  /** The outcome of an action. */
  readonly done: string;
  readonly doneAfter: (done: string, seconds: number) => string;
  readonly accepted: string;
  readonly stillOnHold: string;
  readonly outcomeUnknown: string;
  readonly lookedStillOnHold: string;
  readonly goneBefore: string;
  readonly alreadyOff: string;
  /** `reason`: why the action is blocked, one of the texts above. */
  readonly withheld: (reason: string) => string;
  readonly notDoneState: string;
  readonly notDoneNoCurrentCall: string;
  readonly notDoneSession: string;
  readonly notDone: string;
  readonly notDoneError: string;

  readonly tryAgain: string;
  readonly dismiss: string;
  readonly checkNow: string;

  readonly announceDone: (done: string) => string;
  /** `outcome`: one of the texts above. */
  readonly announceForCall: (ending: string, outcome: string) => string;
};
