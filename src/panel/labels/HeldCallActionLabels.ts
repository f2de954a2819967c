import type { SingleActionLabels } from "./SingleActionLabels.js";

/**
 * Every word about acting on a held call; beside `HoldListLabels`, so that a panel that only reads carries none of them.
 * Numbers come as they are shown, `ending` as the last digits of a number, spaced.
 */
export type HeldCallActionLabels = {
  readonly retrieve: SingleActionLabels;
  readonly threeParty: SingleActionLabels;
  readonly connectAndLeave: SingleActionLabels;
  readonly hangUp: SingleActionLabels;

  /** A control's name, beginning with what stands on it. */
  readonly ofCall: (label: string, number: string, suffix: string) => string;
  readonly moreActions: string;
  readonly retrieveLongest: string;

  readonly busy: (label: string) => string;
  readonly waitForThis: (busy: string) => string;
  readonly othersWait: string;
  readonly listInDoubt: string;
  readonly signInFirst: string;
  /** Nothing can be sent, for example from an insecure page. */
  readonly cannotSend: string;
  readonly notPermitted: string;
  readonly switchingServers: string;
  readonly noCurrentCall: string;
  readonly answerFirst: string;
  /** Of a button elsewhere: the action is to be had at the call's own row only, or not for this call. */
  readonly atItsRow: string;

  readonly done: string;
  readonly doneAfter: (done: string, seconds: number) => string;
  readonly accepted: string;
  readonly stillOnHold: string;
  readonly outcomeUnknown: string;
  readonly lookedStillOnHold: string;
  readonly goneBefore: string;
  readonly alreadyOff: string;
  /** `because`: why the action is blocked. */
  readonly withheld: (because: string) => string;
  readonly notDoneState: string;
  readonly notDoneNoCurrentCall: string;
  readonly notDoneSession: string;
  readonly notDone: string;
  readonly notDoneError: string;

  readonly tryAgain: string;
  readonly dismiss: string;
  readonly checkNow: string;

  readonly announceDone: (done: string) => string;
  readonly announceForCall: (ending: string, words: string) => string;
};
