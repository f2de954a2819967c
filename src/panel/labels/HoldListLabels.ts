import type { CallTypeName } from "../../gateway/callTypes.js";
import type { Certainty } from "../../hold-list/time/HeldSince.js";
import type { LeftReason } from "../../hold-list/LeftCall.js";
import type { HoldListOrder } from "../HoldListOrder.js";

/** A hold time in whole units, rounded down to the minute. */
export type HeldTime = { readonly days: number; readonly hours: number; readonly minutes: number };

/**
 * All texts of a panel. `en` and `zhCN` are included, and each key can be replaced. A text that is missing, of the wrong type or
 * throws is replaced by English and reported with `reportError`.
 *
 * Parameters: `time` is a clock time such as `10:42:07`; `calls` is a number of calls; `ending` is the end of a phone number with
 * a space between its digits, for screen readers; `number` is a phone number as the panel shows it; `suffix` is the end of a call
 * ID. Keys that begin with `announce` are spoken in a live region and not shown.
 */
export type HoldListLabels = {
  /** The language of these texts as a BCP 47 tag, for the `lang` attribute and for dates. `zh_CN` is read as `zh-CN`. */
  readonly language: string;

  readonly heading: string;
  readonly list: Readonly<Record<HoldListOrder, string>>;
  readonly count: (calls: number) => string;
  readonly empty: string;
  readonly emptyInDoubt: (time: string) => string;
  readonly signedOut: string;
  readonly loading: string;
  readonly stillLoading: string;
  /** Rows of the gateway's answer that are no call. */
  readonly unreadable: (calls: number) => string;

  /** In the header: the state of the list. */
  readonly upToDate: string;
  readonly upToDateAgain: string;
  readonly tryingAgain: string;
  readonly stopped: string;
  readonly notSignedIn: string;
  readonly loadingShort: string;
  readonly lastUpdated: (time: string) => string;
  readonly refresh: string;

  /** In the notice: its titles, reasons and buttons. */
  readonly notUpToDate: (time: string) => string;
  readonly cannotShow: string;
  readonly callersMayWait: (reason: string) => string;
  /** No failure yet, but the answer is late. */
  readonly overdue: string;
  readonly network: string;
  readonly timeout: (seconds: number) => string;
  readonly http: (status: number) => string;
  /** A sign-on proxy in front of the phone system refuses: a title, and what it means. */
  readonly signOnAgain: string;
  readonly signOnNeeded: string;
  readonly malformed: string;
  readonly switching: string;
  readonly fault: string;
  readonly rejected: string;
  readonly tooOften: string;
  readonly unknownCode: (retcode: string) => string;
  readonly refusedOnce: string;
  readonly signInAgain: string;
  readonly refused: string;
  readonly noPermission: string;
  readonly askAdministrator: string;
  readonly badAgentId: string;
  readonly insecurePage: string;
  readonly noGateway: string;
  /** The gateway's own message; "" where it sent none. */
  readonly code: (retcode: string, message: string) => string;
  readonly tryNow: string;
  readonly retry: string;
  readonly signIn: string;
  /** Replaces the list after an error of the panel itself. */
  readonly panelFailed: string;

  readonly callTypes: Readonly<Record<CallTypeName, string>>;
  readonly unknownCallType: (callType: number | null) => string;
  readonly noNumber: string;
  /** The name of the button that opens a row's details. */
  readonly details: (suffix: string) => string;
  readonly callId: string;
  readonly caller: string;
  readonly called: string;
  readonly skill: string;
  readonly copy: string;
  readonly copyCallId: (suffix: string) => string;
  readonly copied: string;
  /** The browser refused access to the clipboard. */
  readonly copyByHand: string;

  /** The field that filters a long list, and how many of the calls on hold it shows. */
  readonly filter: string;
  readonly filterCount: (matches: number, calls: number) => string;
  readonly clearFilter: string;
  readonly noMatch: string;

  readonly announceFirstList: (calls: number) => string;
  readonly announceArrival: (ending: string, calls: number) => string;
  readonly announceDeparture: (ending: string, calls: number) => string;
  readonly announceChanges: (arrived: number, left: number, calls: number) => string;
  readonly announceDoubt: (time: string) => string;
  readonly announceRecovery: (calls: number) => string;
  readonly announceRefusal: (calls: number) => string;
  readonly announceNoPermission: (calls: number) => string;
  readonly announceCannotShow: string;
  readonly announceMatches: (matches: number, calls: number) => string;

  /** The days of a hold of 24 hours or more, before its digits. */
  readonly days: (count: number) => string;
  /** The hold time for screen readers, updated each minute. */
  readonly heldFor: (time: HeldTime, certainty: Certainty["kind"]) => string;
  /** The begin of the hold and how it is known, in a row's details. */
  readonly heldSince: (time: string, certainty: Certainty) => string;
  readonly longHold: string;
  readonly tooLong: string;
  readonly tooLongCount: (calls: number) => string;
  readonly longest: string;
  readonly onHold: string;
  /** Why a call is no longer on hold. */
  readonly leftBecause: Readonly<Record<LeftReason | "other-party-hung-up", string>>;
  readonly announceHangUp: (ending: string, calls: number) => string;
  readonly announceLongHold: (ending: string, seconds: number) => string;
  readonly announceTooLong: (ending: string, seconds: number) => string;
  readonly announceSeveralLong: (calls: number) => string;
  readonly announceSeveralTooLong: (calls: number) => string;
  /** A masked number for screen readers. `digits` is "" where the mask leaves none. */
  readonly numberEnding: (digits: string) => string;
  readonly reveal: string;
  readonly acknowledge: string;
  readonly acknowledgeCall: (number: string, suffix: string) => string;
  readonly acknowledged: string;
  readonly snooze: string;
  readonly snoozeCall: (number: string, suffix: string) => string;
  readonly snoozed: string;
  /** The browser does not play sounds before a click. */
  readonly soundBlocked: string;
  readonly allowSound: string;
  readonly soundUnavailable: string;
  readonly notificationsOff: string;
  readonly allowNotifications: string;
  readonly notificationsUnavailable: string;
  /** The title of a desktop notification. `digits`: the hold time, such as `3:07`. */
  readonly notificationTitle: (digits: string) => string;

  /** The texts that a supervisor sees instead, who reads the list of another agent. `name`: that agent's name. */
  readonly supervising: (name: string) => Partial<HoldListLabels>;
};
