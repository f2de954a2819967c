import { en, enActions } from "../../index.js";
import type { SignInProblem } from "../SignInProblem.js";
import type { DemoWords } from "./DemoWords.js";

/** The demo in English. */
export const english: DemoWords = {
  panel: { ...en, ...enActions },
  title: "Hold List Panel",
  gateway: { simulated: "Demo with a simulated CC-Gateway", real: "Demo with a real CC-Gateway" },
  language: "Language",
  scheme: { name: "Colours", auto: "Auto", light: "Light", dark: "Dark" },
  width: { name: "Panel width", narrow: "Narrow", wide: "Wide" },

  signIn: "Sign in",
  signInAgain: "Sign in again",
  signInAnyway: "Sign in here instead",
  cancel: "Cancel",
  signOut: "Sign out",
  agent: (agentId) => `Agent ${agentId}`,
  agentId: "Agent ID",
  password: "Password",
  phoneNumber: "Phone number",
  signInHint: "Any agent ID from 101 to 59999, with the password demo.",
  problem,
  stillOnHold: (calls) => `${calls} still on hold`,

  events: "Events",
  listening: { yes: "Listening", no: "Not listening", failing: "Trying again" },
  noEvents: "Sign in, then add a held call: what the gateway tells the desktop appears here.",
  notes: {
    "signed-in": "Signed in",
    "signed-out": "Signed out",
    renewed: "Guid renewed",
    failed: "Event poll failed, trying again",
    recovered: "Event poll answered again",
  },

  controls: "Controls",
  panelSettings: "Panel",
  thresholds: { long: "Long hold after", tooLong: "Too long after" },
  order: { name: "Order", longest: "Longest", newest: "Newest", gateway: "Gateway’s" },
  acts: {
    name: "Actions",
    on: "Retrieve, and more in each call’s menu. Alt+R retrieves the longest held.",
    off: "The panel only reads.",
  },
  supervises: {
    name: "Supervisor’s view",
    on: "A second panel reads the calls that Li Wei, agent 292, has on hold.",
    off: "Only the agent’s own calls.",
  },
  masks: {
    name: "Mask numbers",
    on: "A call’s details show its number for 5 s.",
    off: "Numbers are shown whole.",
  },
  sound: {
    name: "Sound",
    on: "A short tone at each threshold, three times at most.",
    off: "Silent.",
  },
  notifications: {
    name: "Notifications",
    on: "One for each call held too long, while you look elsewhere.",
    off: "None.",
  },
  passesEvents: {
    name: "Pass events on",
    on: "Holds that begin now have exact times. The list is asked for at each event, and every 30 s.",
    off: "The list is asked for every 2 s, from 20 s after the last event on. Times are about (~) or at least (≥).",
  },

  simulatorGone: "The simulator cannot be reached.",
  calls: (agentId) => `Calls of agent ${agentId}`,
  addCall: "Add a held call",
  addCalls: (count) => `Add ${count} held calls`,
  heldCall: "Held call",
  longest: "Longest on hold",
  noHeldCalls: "None on hold",
  hangUp: "Customer hangs up",
  retrieve: "Agent retrieves",
  talkingTo: (number) => `Talking to ${number}`,
  hold: "Hold",
  session: "Sign-in",
  renewGuid: "Renew the Guid",
  endSession: "System signs out",
  faults: "Faults",
  faultsHint: "How the gateway answers when the panel asks for the list.",
  actionFaultsHint: "What it does with an action.",
  faultNames: {
    "100-006": "100-006 Refused",
    "300-001": "300-001 Forbidden",
    "400-003": "400-003 No calls",
    "000-004": "000-004 Switching",
    "100-007": "100-007 Internal",
    "999-999": "999-999 Unknown",
    http: "HTTP 502",
    silence: "Never answers",
    html: "HTML page",
    truncated: "Half a JSON",
    redirect: "Redirect",
    disconnect: "Disconnected",
    notDone: "Never done",
    doneLate: "Done late",
    answerLost: "Answer lost",
    "200-016": "200-016 State",
  },
  otherFault: (kind) => `On: ${kind}`,
  clearFaults: "Clear faults",
  latency: "Latency",
  noLatency: "None",
  requests: "Requests",
  noRequests: "What the gateway is asked appears here.",
  requestColumns: ["Time", "Operation", "Outcome", "Took"],
  waiting: "waiting",
};

function problem(it: SignInProblem): string {
  switch (it.kind) {
    case "unreachable":
      return "No connection to the phone system.";
    case "wrong-password":
      return "The password is wrong.";
    case "already-signed-in":
      return "This agent is already signed in elsewhere.";
    case "no-guid":
      return "Signed in, but this page may not read Set-GUID: the gateway has to expose that header.";
    case "refused":
      return `The phone system refused the sign-in (code ${it.retcode}).`;
    case "still-signed-in":
      return `Not signed out (code ${it.retcode}). With a call on hold nobody can sign out.`;
    case "lost":
      return "The phone system no longer accepts this sign-in.";
    case "ended":
      return "The phone system has signed you out.";
    default:
      return it satisfies never;
  }
}
