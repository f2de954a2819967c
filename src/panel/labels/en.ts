import type { HeldTime, HoldListLabels } from "./HoldListLabels.js";

const calls = (count: number) => (count === 1 ? "1 call" : `${count} calls`);

const minutesText = (count: number) => (count === 1 ? "1 minute" : `${count} minutes`);

const roundedDuration = (seconds: number) =>
  seconds < 60 ? `${seconds} seconds` : minutesText(Math.floor(seconds / 60));

function heldTimeText({ days, hours, minutes }: HeldTime): string {
  const parts = [
    days > 0 && (days === 1 ? "1 day" : `${days} days`),
    hours > 0 && (hours === 1 ? "1 hour" : `${hours} hours`),
    minutes > 0 && minutesText(minutes),
  ];
  return parts.filter(Boolean).join(" ");
}

/** The panel's texts in English. */
export const en: HoldListLabels = {
  language: "en",

  heading: "On hold",
  list: {
    "longest-first": "Calls on hold, longest first",
    "newest-first": "Calls on hold, newest first",
    gateway: "Calls on hold",
  },
  count: calls,
  empty: "No calls on hold",
  emptyInDoubt: (time) => `No calls were on hold at ${time}`,
  signedOut: "Sign in to see your calls on hold.",
  loading: "Loading calls on hold…",
  stillLoading: "Still loading…",
  unreadable: (count) => `${count} more ${count === 1 ? "call" : "calls"} could not be read. Contact support.`,

  upToDate: "Up to date",
  upToDateAgain: "Up to date again",
  tryingAgain: "Trying again",
  stopped: "Stopped",
  notSignedIn: "Not signed in",
  loadingShort: "Loading",
  lastUpdated: (time) => `Last updated at ${time}`,
  refresh: "Refresh calls on hold",

  notUpToDate: (time) => `Not updated since ${time}`,
  cannotShow: "Cannot show calls on hold",
  callersMayWait: (reason) => `Callers may be on hold. ${reason}`,
  overdue: "The phone system has not answered yet.",
  network: "No connection to the phone system. Trying again.",
  timeout: (seconds) => `The phone system did not answer within ${seconds} s. Trying again.`,
  signOnAgain: "Sign in to your company network again",
  signOnNeeded: "Your company's sign-on has expired, so the list cannot be updated. Callers may still be on hold.",
  http: (status) => `The phone system answered with an error (HTTP ${status}). Trying again.`,
  malformed: "The phone system sent something unreadable. Trying again. If this keeps happening, contact support.",
  switching: "The phone system is switching servers. The list will update when it is done.",
  fault: "The phone system reported a fault. Trying again.",
  rejected: "The phone system rejected the request. Contact support.",
  tooOften: "Too many requests. Updating less often.",
  unknownCode: () => "The phone system answered with an unknown code. Trying again.",
  refusedOnce: "The phone system did not accept this sign-in. Trying again.",
  signInAgain: "Sign in again",
  refused: "The phone system no longer accepts this sign-in. Callers may still be on hold.",
  noPermission: "No permission to see calls on hold",
  askAdministrator: "Ask your administrator. Callers may still be on hold.",
  badAgentId: "The phone system does not know this agent ID. Use another, or contact support.",
  insecurePage: "The connection to the phone system is not secure (http), so nothing was sent. Contact support.",
  noGateway: "Nothing was sent: no phone system address is set up here. Contact support.",
  code: (retcode, message) => (message === "" ? `Code ${retcode}` : `Code ${retcode}: ${message}`),
  tryNow: "Try now",
  retry: "Retry",
  signIn: "Sign in",
  panelFailed: "The list cannot be shown. Callers may be on hold. If this keeps happening, contact support.",

  callTypes: {
    incoming: "Incoming",
    internal: "Internal",
    outgoing: "Outgoing",
    reserved: "Scheduled outbound",
    preoccupied: "Pre-occupied outbound",
    predictive: "Predictive outbound",
    preview: "Preview outbound",
    callback: "Callback",
    consultation: "Consultation",
    "three-party-consultation": "Three-party consultation",
    "multi-party": "Multi-party",
  },
  unknownCallType: (callType) => (callType === null ? "Type unknown" : `Type ${callType}`),
  noNumber: "No number",
  details: (suffix) => `Details, call ID ending ${suffix}`,
  callId: "Call ID",
  caller: "Caller",
  called: "Called",
  skill: "Skill",
  copy: "Copy",
  copyCallId: (suffix) => `Copy call ID ending ${suffix}`,
  copied: "Copied",
  copyByHand: "Selected: press Ctrl+C",

  filter: "Filter by number, skill or ID",
  filterCount: (matches, count) => `${matches} of ${count}`,
  clearFilter: "Clear filter",
  noMatch: "No call matches the filter.",

  announceFirstList: (count) => (count === 0 ? "No calls on hold." : `${calls(count)} on hold.`),
  announceArrival: (ending, count) => `Call ending ${ending} on hold. ${count} on hold.`,
  announceDeparture: (ending, count) => `Call ending ${ending} no longer on hold. ${count} left.`,
  announceChanges: (arrived, left, count) =>
    `${[arrived > 0 ? `${arrived} new` : "", left > 0 ? `${left} left` : ""].filter(Boolean).join(", ")}. ${count} on hold.`,
  announceDoubt: (time) => `List not up to date since ${time}.`,
  announceRecovery: (count) => `List up to date. ${count} on hold.`,
  announceRefusal: (count) => (count === 0 ? "Sign in again." : `Sign in again. ${calls(count)} may still be on hold.`),
  announceNoPermission: (count) =>
    `No permission to see calls on hold.${count === 0 ? "" : ` ${calls(count)} may still be on hold.`}`,
  announceCannotShow: "Cannot show calls on hold. Callers may be on hold.",
  announceMatches: (matches, count) => `${matches} of ${calls(count)} ${matches === 1 ? "matches" : "match"}.`,

  days: (count) => `${count} d`,
  heldFor: (time, certainty) => {
    const text = heldTimeText(time);
    if (text === "")
      return certainty === "at-least"
        ? "on hold, time unknown, first seen under a minute ago"
        : "on hold under a minute";
    return `on hold ${certainty === "at-least" ? "at least " : certainty === "exact" ? "" : "about "}${text}`;
  },
  heldSince: (time, certainty) => {
    switch (certainty.kind) {
      case "exact":
        return `On hold since ${time}.`;
      case "observed":
        return `On hold since about ${time}, give or take ${Math.ceil(certainty.gap / 2_000)} s.`;
      case "at-least":
        return `Already on hold when first seen at ${time}. The true time may be longer.`;
      case "probable":
        return `Probably on hold since ${time}. The list was not checked for over a minute, or the clock was changed; the call may have been retrieved and held again.`;
    }
  },
  longHold: "Long hold",
  tooLong: "Too long",
  tooLongCount: (count) => `${count} too long`,
  longest: "longest",
  onHold: "On hold",
  leftBecause: {
    unknown: "Off hold",
    retrieved: "Retrieved",
    "customer-hung-up": "Customer hung up",
    "other-party-hung-up": "They hung up",
  },
  announceHangUp: (ending, count) => `Customer ending ${ending} hung up. ${count} left.`,
  announceLongHold: (ending, seconds) => `Call ending ${ending} on hold over ${roundedDuration(seconds)}.`,
  announceTooLong: (ending, seconds) => `Call ending ${ending} on hold over ${roundedDuration(seconds)}, too long.`,
  announceSeveralLong: (count) => `${calls(count)} on long hold.`,
  announceSeveralTooLong: (count) => `${calls(count)} on hold too long.`,
  numberEnding: (digits) => (digits === "" ? "hidden number" : `number ending ${digits}`),
  reveal: "Show number",
  acknowledge: "Mute",
  acknowledgeCall: (number, suffix) => `Mute reminders of ${number}, ${suffix}, until the next limit`,
  acknowledged: "Muted",
  snooze: "Remind me in 1 min",
  snoozeCall: (number, suffix) => `Remind me of ${number}, ${suffix}, in 1 minute`,
  snoozed: "Snoozed",
  soundBlocked: "Your browser is blocking sound.",
  allowSound: "Turn sound on",
  soundUnavailable: "This browser cannot play sounds.",
  notificationsOff: "Notifications are off.",
  allowNotifications: "Turn notifications on",
  notificationsUnavailable: "This browser cannot show notifications.",
  notificationTitle: (digits) => `On hold too long: ${digits}`,

  supervising: (name) => ({
    heading: `On hold: ${name}`,
    empty: `${name} has no calls on hold`,
    emptyInDoubt: (time) => `${name} had no calls on hold at ${time}`,
    signedOut: `Sign in to see calls that ${name} has on hold.`,
    fault: `The phone system could not read this list. ${name} may be on another node of the cluster. Trying again.`,
    signInAgain: "Sign-in not accepted",
    refused: `You or ${name} have been signed out. Callers may still be on hold.`,
    noPermission: `No permission to see calls that ${name} has on hold`,
    badAgentId: `The phone system does not know your agent ID or that of ${name}. Contact support.`,
    announceFirstList: (count) => `${name}: ${count === 0 ? "no calls" : calls(count)} on hold.`,
    announceRefusal: (count) =>
      `Sign-in not accepted.${count === 0 ? "" : ` ${name} may still have ${calls(count)} on hold.`}`,
  }),
};
