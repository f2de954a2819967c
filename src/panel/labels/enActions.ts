import type { HeldCallActionLabels } from "./HeldCallActionLabels.js";

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** The words about acting on a held call in English. */
export const enActions: HeldCallActionLabels = {
  retrieve: {
    label: "Retrieve",
    busy: "Retrieving…",
    othersWait: "Wait: another call is being retrieved",
    announceStart: (ending) => `Retrieving call ending ${ending}.`,
  },
  threeParty: {
    label: "Three-party",
    busy: "Joining…",
    done: "In three-party call",
    othersWait: "Wait: another call is being joined",
    announceStart: (ending) => `Joining call ending ${ending}.`,
  },
  connectAndLeave: {
    label: "Connect and leave",
    busy: "Connecting…",
    done: "Connected, you left",
    othersWait: "Wait: another call is being connected",
    announceStart: (ending) => `Connecting call ending ${ending}.`,
    confirm: { question: (number) => `Connect ${number} to your current call and leave?`, no: "Stay" },
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
  othersWait: "Wait: another action is under way",
  listInDoubt: "List not up to date",
  signInFirst: "Sign in again first",
  cannotSend: "Cannot send to the phone system",
  notPermitted: "No permission to see calls on hold",
  switchingServers: "The phone system is switching servers",
  noCurrentCall: "You have no current call to join",
  answerFirst: "Answer the question first",
  atItsRow: "Not from here: see the call in the list",

  done: "Done",
  doneAfter: (done, seconds) => `${done} after ${seconds} s`,
  accepted: "Accepted, waiting for the call to leave hold…",
  stillOnHold: "Accepted, but still on hold.",
  outcomeUnknown: "Unknown whether it worked. Look at the list before trying again.",
  lookedStillOnHold: "Checked: the call is still on hold.",
  goneBefore: "Already off hold. Nothing was sent.",
  alreadyOff: "Already off hold.",
  withheld: (because) => `Nothing was sent. ${because}.`,
  notDoneState: "Not retrieved: the call cannot be retrieved right now.",
  notDoneNoCurrentCall: "Not done: you have no current call to join.",
  notDoneSession: "Not done: the phone system did not accept this sign-in.",
  notDone: "Not done: the phone system refused.",
  notDoneError: "Not done.",

  tryAgain: "Try again",
  dismiss: "Dismiss",
  checkNow: "Check now",

  announceDone: (done) => `${done}.`,
  announceForCall: (ending, words) => (ending === "" ? words : `Call ending ${ending}: ${words}`),
};
