import type { GatewayFailure } from "../gateway/GatewayError.js";
import { needsSignOn } from "../gateway/needsSignOn.js";
import { retcodeMeaning } from "../gateway/retcodes.js";

/** The state of the polls of one sign-in. Each outcome makes a new one. */
export type PollState = {
  /** The failure of the last poll; null after a good answer and before any outcome. */
  readonly failure: GatewayFailure | null;
  /** Failures in a row, and how many of the last ones in a row refused the session. */
  readonly failures: number;
  readonly refusals: number;
  /** Whether the Guid was renewed while the last request was under way. */
  readonly guidRenewed: boolean;
  /** Whether an event has proven, since the last refusal, that the session lives. It allows one more poll. */
  readonly isProvenAlive: boolean;
  /** Whether the next poll follows at once. Never twice in a row, whatever a gateway answers. */
  readonly askAtOnce: boolean;
  /** When the first failure in a row came, and when the last good answer was true: ms since 1970. */
  readonly failingSince: number | null;
  readonly answeredAt: number | null;
  /** When the last outcome came: a moment of the hold clock, which a change of the wall clock does not move. */
  readonly settledAt: number | null;
  /** A random number from 0 to 1, drawn once for each outcome. */
  readonly jitter: number;
};

/** Why polls come as often as they do: the page is visible, it is hidden, or events report changes and polls are a safety net. */
export type Pace = "visible" | "hidden" | "events";

/** Milliseconds between polls, at each pace. */
export type PollIntervals = Readonly<Record<Pace, number>>;

/** Milliseconds until the next poll, or `silent`: none until there is a new Guid or the agent asks. */
export type NextPoll = number | "silent";

const atOnce = 1; // react-query takes 0 as never
const afterEvent = 250; // events may come in quick succession
const refusalPause = 1_000;
const proofSpread = 4_000;
const signOnPause = 60_000;
const leastBackOff = 500;
const mostBackOff = 30_000;
/** The longest `Retry-After` that is honoured, ms. A longer one would silence the panel although the gateway may be back. */
export const maxRetryAfter = 5 * 60_000;

/** Before the first outcome. */
export const initialPollState: PollState = {
  failure: null,
  failures: 0,
  refusals: 0,
  guidRenewed: false,
  isProvenAlive: false,
  askAtOnce: false,
  failingSince: null,
  answeredAt: null,
  settledAt: null,
  jitter: 0.5,
};

/** After a good answer. `isOutdated`: an event came while the request was under way, so the answer may not contain its change. */
export function pollAnswered(outcome: {
  answeredAt: number;
  settledAt: number;
  jitter: number;
  isOutdated: boolean;
}): PollState {
  const { answeredAt, settledAt, jitter, isOutdated } = outcome;
  return { ...initialPollState, answeredAt, settledAt, jitter, askAtOnce: isOutdated };
}

/** After a failed poll. `at`: ms since 1970. */
export function pollFailed(
  state: PollState,
  outcome: { failure: GatewayFailure; guidRenewed: boolean; at: number; settledAt: number; jitter: number },
): PollState {
  const { failure, guidRenewed, at, settledAt, jitter } = outcome;
  const isStop = stopsPolling(failure);
  const isRefusal = isStop && !guidRenewed;
  return {
    ...state,
    failure,
    guidRenewed,
    isProvenAlive: false,
    askAtOnce: !state.askAtOnce && (isStop ? guidRenewed : isRestored(failure)),
    failures: state.failures + 1,
    refusals: isRefusal ? state.refusals + 1 : 0,
    failingSince: state.failingSince ?? at,
    settledAt,
    jitter,
  };
}

/** After a new Guid: the refusals of the old one do not count for it. */
export function pollResumed(state: PollState): PollState {
  return { ...state, guidRenewed: true, refusals: 0 };
}

/** After events that prove that a refused session lives. The poll that follows is the only one until the next outcome. */
export function pollProvenAlive(state: PollState): PollState {
  return { ...state, isProvenAlive: true };
}

/** Milliseconds until the poll that a living session allows: spread, since all desktops may learn of it at the same moment. */
export function waitAfterProof(): number {
  return refusalPause + Math.random() * proofSpread;
}

/** Whether proof that the session lives would allow one more poll. */
export function wantsProof(state: PollState): boolean {
  const { failure } = state;
  return failure?.kind === "retcode" && retcodeMeaning(failure.retcode) === "refused" && isSilent(state);
}

/** When to poll next, counted from the last outcome. Pure: the result stays the same until the next outcome. */
export function nextPoll(state: PollState, intervals: PollIntervals, pace: Pace): NextPoll {
  const interval = intervals[pace] * (0.9 + 0.2 * state.jitter);
  const { failure } = state;
  if (failure === null) return state.askAtOnce ? afterEvent : interval;
  const asked = retryAfterOf(failure) * (1 + 0.1 * state.jitter);
  if (state.askAtOnce) return Math.max(atOnce, asked);
  if (isSilent(state)) return "silent";
  if (stopsPolling(failure) && isFirstRefusal(state, failure)) return Math.max(refusalPause, asked);
  const wait = Math.max(afterFailure(state, failure, intervals.visible), asked);
  return pace === "hidden" ? Math.max(wait, interval) : wait;
}

/** Whether polling has stopped until there is a new Guid, another sign-in, or a call of `refresh`. */
export function isSilent(state: PollState): boolean {
  const { failure, askAtOnce, guidRenewed, isProvenAlive } = state;
  if (failure === null || askAtOnce || guidRenewed || isProvenAlive) return false;
  return stopsPolling(failure) && !isFirstRefusal(state, failure);
}

function afterFailure(state: PollState, failure: GatewayFailure, interval: number): number {
  // Only the user can end it, and then comes back to the page, which polls at once.
  if (needsSignOn(failure) && state.failures > 1) return signOnPause * (0.9 + 0.2 * state.jitter);
  const isTooOften = failure.kind === "retcode" && retcodeMeaning(failure.retcode) === "too-often";
  const wait = fullJitterBackOff(state, interval);
  return isTooOften && wait < interval ? wait + interval : wait;
}

/** The wait that the gateway asks for with `Retry-After`, ms: 0 when there is none, at most {@link maxRetryAfter}. */
function retryAfterOf(failure: GatewayFailure): number {
  const asked = failure.kind === "http" || failure.kind === "retcode" ? (failure.retryAfter ?? 0) : 0;
  return Math.min(asked, maxRetryAfter);
}

/** Exponential back-off with full jitter: spreads the desktops that return after an outage. */
function fullJitterBackOff({ failures, jitter }: PollState, interval: number): number {
  const ceiling = Math.min(mostBackOff, interval * 2 ** failures);
  // The least wait is faded in. As a lower limit it would be the wait of many desktops, which then come at the same moment.
  return jitter * ceiling + leastBackOff * Math.max(0, 1 - 2 * jitter);
}

/** Whether a switch-over to another gateway has finished. */
function isRestored(failure: GatewayFailure): boolean {
  return failure.kind === "retcode" && retcodeMeaning(failure.retcode) === "restored";
}

/** A stale Guid gets the same refusal as a lost session, so a single refusal proves nothing. */
function isFirstRefusal(state: PollState, failure: GatewayFailure): boolean {
  return failure.kind === "retcode" && retcodeMeaning(failure.retcode) === "refused" && state.refusals === 1;
}

/** Whether a failure stops polling, unless the Guid was renewed after the request left. */
function stopsPolling(failure: GatewayFailure): boolean {
  if (failure.kind === "not-sent") return true;
  if (failure.kind !== "retcode") return false;
  const meaning = retcodeMeaning(failure.retcode);
  switch (meaning) {
    case "refused":
    case "sign-in-again":
    case "signed-out":
    case "no-permission":
      return true;
    case "switching":
    case "restored":
    case "too-often":
    case "fault":
    case "rejected":
    case "unknown":
      return false;
    default:
      return meaning satisfies never;
  }
}

/**
 * Whether a poll may come early, as on focus: never in silence, nor sooner than the gateway asked for.
 * @param now - a moment of the hold clock
 */
export function mayAskEarly(state: PollState, intervals: PollIntervals, now: number): boolean {
  const { failure, settledAt } = state;
  if (isSilent(state)) return false;
  if (failure === null || settledAt === null) return true;
  const isTooOften = failure.kind === "retcode" && retcodeMeaning(failure.retcode) === "too-often";
  return now - settledAt >= Math.max(retryAfterOf(failure), isTooOften ? intervals.visible : 0);
}

/**
 * Milliseconds until a poll may follow an event: at least 250 ms after the last outcome, after a failure the usual interval.
 * @param now - a moment of the hold clock
 */
export function waitAfterEvent({ failure, settledAt }: PollState, intervals: PollIntervals, now: number): number {
  const least = failure === null ? afterEvent : intervals.visible;
  return settledAt === null ? 0 : Math.min(Math.max(0, settledAt + least - now), least);
}

/** Whether the gateway says that the agent is signed out. */
export function signsOut({ failure }: PollState): boolean {
  return failure?.kind === "retcode" && retcodeMeaning(failure.retcode) === "signed-out";
}

/** Whether the failure is not proven yet: a first refusal, or one of a Guid that has been replaced since. */
export function isProvisional(state: PollState): boolean {
  const { failure } = state;
  return failure !== null && stopsPolling(failure) && (state.guidRenewed || isFirstRefusal(state, failure));
}
