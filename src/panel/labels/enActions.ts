import type { HeldCallActionLabels } from "./HeldCallActionLabels.js";

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The texts about acting on a held call in English. */
export const enActions: HeldCallActionLabels = {
  retrieve: {
    label: "Retrieve",
    busy: "Retrieving…",
    othersWait: "Retrieving another call",
    announceStart: (ending) => `Retrieving call ending ${ending}.`,
  },
  threeParty: {
    label: "Join to my call",
    busy: "Joining…",
    done: "Joined: you are three",
    othersWait: "Joining another call",
    announceStart: (ending) => `Joining call ending ${ending}.`,
  },
  connectAndLeave: {
    label: "Connect them and leave",
    busy: "Connecting…",
    done: "Connected. You left the call",
    othersWait: "Connecting another call",
    announceStart: (ending) => `Connecting call ending ${ending}.`,
    confirm: { question: (number) => `Connect ${number} to your current call and leave?`, no: "Cancel" },
  },
  hangUp: {
    label: "Hang up",
    busy: "Hanging up…",
    done: "Hung up",
    announceStart: (ending) => `Hanging up call ending ${ending}.`,
    confirm: { question: (number) => `Hang up ${number}? The call on hold will be cut off.`, no: "Keep on hold" },
  },

  ofCall: (label, number, suffix) => `${label} ${number}, ${suffix}`,
  moreActions: "More actions for",
  retrieveLongest: "Retrieve longest held",

  busy: (label) => `${label}…`,
  waitForThis: (busy) => `Wait: ${lowerFirst(busy)}`,
  othersWait: "Busy with another action",
  listInDoubt: "Wait until the list is up to date",
  canStillRetrieve: "You can still retrieve.",
  signInFirst: "Sign in again first",
  cannotSend: "Cannot send to the phone system",
  notPermitted: "No permission to see calls on hold",
  switchingServers: "The phone system is switching servers",
  noCurrentCall: "You have no current call to join",
  answerFirst: "Confirm or cancel first",
  atItsRow: "Use the buttons at the call",

  done: "Done",
  doneAfter: (done, seconds) => `${done} after ${seconds} s`,
  accepted: "Accepted. Waiting for the call to come off hold…",
  stillOnHold: "Accepted, but still on hold.",
  outcomeUnknown: "May not have worked. Check the list before you try again.",
  lookedStillOnHold: "Checked: the call is still on hold.",
  goneBefore: "Already off hold. Nothing was sent.",
  alreadyOff: "Already off hold.",
  withheld: (reason) => `Nothing was sent. ${reason}.`,
  notDoneState: "Not retrieved: not possible right now. Try again in a moment.",
  notDoneNoCurrentCall: "You have no current call to join.",
  notDoneSession: "The phone system did not accept this sign-in.",
  notDone: "The phone system refused.",
  notDoneError: "That did not work.",

  tryAgain: "Try again",
  dismiss: "Dismiss",
  checkNow: "Check now",

  announceDone: (done) => `${done}.`,
  announceForCall: (ending, outcome) => (ending === "" ? outcome : `Call ending ${ending}: ${outcome}`),
};
