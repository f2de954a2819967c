import type { HeldCallActionLabels } from "./HeldCallActionLabels.js";
import type { CallTypeName } from "../../gateway/callTypes.js";
import type { Certainty } from "../../hold-list/time/HeldSince.js";
import type { LeftReason } from "../../hold-list/LeftCall.js";
import type { HoldListOrder } from "../HoldListOrder.js";

/** A time on hold in whole units. */
export type HeldTime = { readonly days: number; readonly hours: number; readonly minutes: number };

/**
 * Every word that the panel shows or says. `en` and `zhCN` are ready; any key can be replaced. Times come as clock times such
 * as `10:42:07`, numbers of calls as numbers, `ending` as the last digits of a number, spaced to be read one by one.
 */
export type HoldListLabels = {
  /** The language of these words as a BCP 47 tag. */
  readonly language: string;

  readonly heading: string;
  readonly list: Readonly<Record<HoldListOrder, string>>;
  readonly count: (calls: number) => string;
  readonly empty: string;
  readonly emptyInDoubt: (time: string) => string;
  readonly signedOut: string;
  readonly loading: string;
  readonly stillLoading: string;
  readonly notShown: (calls: number) => string;
  readonly unreadable: (calls: number) => string;

  readonly upToDate: string;
  readonly upToDateAgain: string;
  readonly tryingAgain: string;
  readonly stopped: string;
  readonly notSignedIn: string;
  readonly loadingShort: string;
  readonly lastUpdated: (time: string) => string;
  readonly refresh: string;

  readonly notUpToDate: (time: string) => string;
  readonly cannotShow: string;
  readonly callersMayWait: (reason: string) => string;
  readonly overdue: string;
  readonly network: string;
  readonly timeout: (seconds: number) => string;
  readonly http: (status: number) => string;
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
  readonly code: (retcode: string, message: string) => string;
  readonly tryNow: string;
  readonly retry: string;
  readonly signIn: string;
  readonly panelFailed: string;

  readonly callTypes: Readonly<Record<CallTypeName, string>>;
  readonly unknownCallType: (callType: number | null) => string;
  readonly noNumber: string;
  readonly details: (suffix: string) => string;
  readonly callId: string;
  readonly caller: string;
  readonly called: string;
  readonly skill: string;
  readonly copy: string;
  readonly copyCallId: (suffix: string) => string;
  readonly copied: string;
  readonly copyByHand: string;

  readonly announceFirstList: (calls: number) => string;
  readonly announceArrival: (ending: string, calls: number) => string;
  readonly announceDeparture: (ending: string, calls: number) => string;
  readonly announceChanges: (arrived: number, left: number, calls: number) => string;
  readonly announceDoubt: (time: string) => string;
  readonly announceRecovery: (calls: number) => string;
  readonly announceRefusal: (calls: number) => string;
  readonly announceNoPermission: (calls: number) => string;
  readonly announceCannotShow: string;

  /** Days before the digits of a long hold. */
  readonly days: (count: number) => string;
  /** How long a call has been held, by the minute and as well as it is known, for those who cannot see the digits. */
  readonly heldFor: (time: HeldTime, certainty: Certainty["kind"]) => string;
  /** Since when, and how that is known. */
  readonly heldSince: (time: string, certainty: Certainty) => string;
  readonly longHold: string;
  readonly tooLong: string;
  readonly tooLongCount: (calls: number) => string;
  readonly longest: string;
  readonly onHold: string;
  readonly leftBecause: Readonly<Record<LeftReason | "other-party-hung-up", string>>;
  readonly announceHangUp: (ending: string, calls: number) => string;
  readonly announceLongHold: (ending: string, seconds: number) => string;
  readonly announceTooLong: (ending: string, seconds: number) => string;
  readonly announceSeveralLong: (calls: number) => string;
  readonly announceSeveralTooLong: (calls: number) => string;
  /** A masked number, by the digits that the mask leaves; "" where it leaves none. */
  readonly numberEnding: (digits: string) => string;
  readonly reveal: string;
  readonly acknowledge: string;
  readonly acknowledgeCall: (number: string, suffix: string) => string;
  readonly acknowledged: string;
  readonly snooze: string;
  readonly snoozeCall: (number: string, suffix: string) => string;
  readonly snoozed: string;
  readonly soundBlocked: string;
  readonly allowSound: string;
  readonly notificationsOff: string;
  readonly allowNotifications: string;
  readonly notificationTitle: (digits: string) => string;

  /** What takes the place of the words above where a supervisor reads the list of another agent, called `name`. */
  readonly supervising: (name: string) => Partial<HoldListLabels>;
};

/** All words of a panel; those about acting only where the host gave them. */
export type PanelLabels = HoldListLabels & Partial<HeldCallActionLabels>;
