import type { GatewayFailure } from "../gateway/GatewayError.js";
import { retcodeMeaning } from "../gateway/retcodes.js";

/** What the polls of one sign-in have come to. Each outcome makes a new one; nothing else does. */
export type PollState = {
  /** The last outcome's failure; null after a good answer and before any outcome. */
  readonly failure: GatewayFailure | null;
  /** Failures in a row, and how many of them, up to now, said that the session is refused. */
  readonly failures: number;
  readonly refusals: number;
  /** Whether the Guid was renewed while the last request was under way. */
  readonly guidRenewed: boolean;
  /** Whether the last outcome asks to ask again at once. Never twice in a row, whatever a gateway goes on saying. */
  readonly askAtOnce: boolean;
  /** When the first failure in a row came, and when the last good answer did: ms since 1970. */
  readonly failingSince: number | null;
  readonly answeredAt: number | null;
  /** When the last outcome came: ms since 1970. */
  readonly settledAt: number | null;
  /** A random number from 0 to 1, drawn once an outcome: the jitter. */
  readonly jitter: number;
};

/**
 * How eagerly to poll: as for an agent who looks, for a page that is hidden, or for a host that passes on the agent's events,
 * so that a poll is only there to be safe.
 */
export type Pace = "visible" | "hidden" | "events";

/** Milliseconds between polls, at each pace. */
export type PollIntervals = Readonly<Record<Pace, number>>;

/** When to poll next: in some milliseconds, or not until there is a new Guid or the agent asks. */
export type NextPoll = number | "silent";

const atOnce = 1; // 0 means never to react-query
const afterEvent = 250; // events may come in a row
const refusalPause = 1_000;
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
  askAtOnce: false,
  failingSince: null,
  answeredAt: null,
  settledAt: null,
  jitter: 0.5,
};

/** After a good answer. `isLate`: an event came while it was under way, so that it may not tell of it yet. */
export function pollAnswered(at: number, jitter: number, isLate = false): PollState {
  return { ...initialPollState, answeredAt: at, settledAt: at, jitter, askAtOnce: isLate };
}

/** After a failure. */
export function pollFailed(
  state: PollState,
  outcome: { failure: GatewayFailure; guidRenewed: boolean; at: number; jitter: number },
): PollState {
  const { failure, guidRenewed, at, jitter } = outcome;
  const isStop = stopsPolling(failure);
  const isRefusal = isStop && !guidRenewed;
  return {
    ...state,
    failure,
    guidRenewed,
    askAtOnce: !state.askAtOnce && (isStop ? guidRenewed : isRestored(failure)),
    failures: state.failures + 1,
    refusals: isRefusal ? state.refusals + 1 : 0,
    failingSince: state.failingSince ?? at,
    settledAt: at,
    jitter,
  };
}

/** After a new Guid arrived: what the old one was refused says nothing of the new one. */
export function pollResumed(state: PollState): PollState {
  return { ...state, guidRenewed: true, refusals: 0 };
}

/** The policy: when to ask again, if at all. Pure, so that it gives the same number until the next outcome. */
export function nextPoll(state: PollState, intervals: PollIntervals, pace: Pace): NextPoll {
  const interval = intervals[pace] * (0.9 + 0.2 * state.jitter);
  const { failure } = state;
  if (failure === null) return state.askAtOnce ? afterEvent : interval;
  const asked = retryAfterOf(failure) * (1 + 0.1 * state.jitter);
  if (state.askAtOnce) return Math.max(atOnce, asked);
  if (stopsPolling(failure) && !state.guidRenewed)
    return isFirstRefusal(state, failure) ? Math.max(refusalPause, asked) : "silent";
  const wait = Math.max(afterFailure(state, failure, intervals.visible), asked);
  return pace === "hidden" ? Math.max(wait, interval) : wait;
}

function afterFailure(state: PollState, failure: GatewayFailure, interval: number): number {
  const backOff = fullJitterBackOff(state, interval);
  const isTooOften = failure.kind === "retcode" && retcodeMeaning(failure.retcode) === "too-often";
  return isTooOften ? Math.max(backOff, interval) : backOff;
}

/** The wait that the gateway asks for with `Retry-After`, ms: 0 when there is none, at most {@link maxRetryAfter}. */
function retryAfterOf(failure: GatewayFailure): number {
  const asked = failure.kind === "http" || failure.kind === "retcode" ? (failure.retryAfter ?? 0) : 0;
  return Math.min(asked, maxRetryAfter);
}

/** Full jitter: anywhere between now and a ceiling that doubles with each failure, so that no crowd returns at one moment. */
function fullJitterBackOff({ failures, jitter }: PollState, interval: number): number {
  const ceiling = Math.min(mostBackOff, interval * 2 ** failures);
  return Math.max(leastBackOff, jitter * ceiling);
}

/** Whether a move to another gateway is over, so that there is no reason to wait. */
function isRestored(failure: GatewayFailure): boolean {
  return failure.kind === "retcode" && retcodeMeaning(failure.retcode) === "restored";
}

/** A stale Guid is refused just as a lost session is, so one refusal proves nothing. */
function isFirstRefusal(state: PollState, failure: GatewayFailure): boolean {
  return failure.kind === "retcode" && retcodeMeaning(failure.retcode) === "refused" && state.refusals === 1;
}

/** Whether a failure asks for silence, unless the Guid was renewed since the request left. */
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

/** Whether a poll may come before its time, as on focus: never into silence, nor sooner than the gateway asked for. */
export function mayAskEarly(state: PollState, intervals: PollIntervals, now: number): boolean {
  const { failure, settledAt } = state;
  if (nextPoll(state, intervals, "visible") === "silent") return false;
  if (failure === null || settledAt === null) return true;
  const isTooOften = failure.kind === "retcode" && retcodeMeaning(failure.retcode) === "too-often";
  return now - settledAt >= Math.max(retryAfterOf(failure), isTooOften ? intervals.visible : 0);
}

/** In how many ms a poll may come for an event: not on the heels of the last one, and after a failure no sooner than usual. */
export function waitAfterEvent({ failure, settledAt }: PollState, intervals: PollIntervals, now: number): number {
  const least = failure === null ? afterEvent : intervals.visible;
  return settledAt === null ? 0 : Math.min(Math.max(0, settledAt + least - now), least);
}

/** Whether the gateway says that the agent is signed out. */
export function signsOut({ failure }: PollState): boolean {
  return failure?.kind === "retcode" && retcodeMeaning(failure.retcode) === "signed-out";
}

/** Whether the failure may mean nothing: a stop that has not been asked twice about, or whose Guid has been replaced since. */
export function isProvisional(state: PollState): boolean {
  const { failure } = state;
  return failure !== null && stopsPolling(failure) && (state.guidRenewed || isFirstRefusal(state, failure));
}
