import { GatewayError, type GatewayFailure, isGatewayError } from "../gateway/GatewayError.js";
import type { Gateway } from "../gateway/Gateway.js";
import type { HoldListAnswer } from "../gateway/parseHoldList.js";
import { withTimeout } from "../gateway/withTimeout.js";
import type { AgentSessionStore } from "../session/createAgentSession.js";
import { currentRequest } from "../session/currentRequest.js";
import type { CallTracker } from "./createCallTracker.js";
import type { Requester } from "./Requester.js";

/**
 * The query's key: the package's name and what tells answers apart. Never the Guid, which is a secret and is renewed. The count
 * of sign-ins is part of it, so that a former list of the same agent never comes back.
 */
export function holdListQueryKey(requester: Requester | null) {
  const { baseUrl, agentId, supervised, signIn } = requester ?? {};
  return ["hold-list-panel", baseUrl ?? null, agentId ?? null, supervised ?? null, signIn ?? null] as const;
}

/** Milliseconds that any gateway has for an answer: one of the host's own may never settle, and then no other poll could start. */
const longestPoll = 30_000;

type Poll = {
  readonly gateway: Gateway;
  readonly session: AgentSessionStore;
  readonly tracker: CallTracker;
  readonly requester: Requester | null;
  readonly signal: AbortSignal;
};

/**
 * One poll. Its outcome, a list or a failure, goes into the tracker, which is the only place that keeps it: the query itself holds
 * neither. An aborted poll has no outcome.
 *
 * @throws the abort reason where `signal` was aborted.
 */
export async function pollHoldList({ gateway, session, tracker, requester, signal }: Poll): Promise<null> {
  const request = currentRequest(session, signal);
  const isCurrent = () => !signal.aborted && tracker.store.getState().requester === requester;
  if (requester === null || request?.signIn !== requester.signIn)
    throw new DOMException("No longer signed in.", "AbortError");

  const eventsBefore = tracker.eventCount();
  let requestedAt = tracker.now();
  tracker.applyRequest();
  let date: number | null = null;
  let age = 0;
  try {
    const answer: unknown = await withTimeout(longestPoll, signal, (inTime) =>
      gateway.fetchHoldList({
        ...request,
        signal: inTime,
        supervised: requester.supervised ?? undefined,
        known: tracker.received() ?? undefined,
        onDate: (time) => (date = time),
        onAge: (ms) => (age = ms),
      }),
    );
    if (!isAnswer(answer)) throw new GatewayError({ kind: "malformed", path: "body" });
    if (age > 0) requestedAt = tracker.now() - age;
    const isOutdated = tracker.eventCount() > eventsBefore;
    if (isCurrent()) tracker.applyList(answer, { requestedAt, date, age, isOutdated });
    return null;
  } catch (error) {
    if (signal.aborted) throw error;
    const failure: GatewayFailure = isGatewayError(error) ? error.failure : { kind: "network" };
    if (isCurrent()) tracker.applyFailure(failure, session.getState().session?.guid !== request.guid);
    return null;
  }
}

/** Whether a gateway of the host's own gave what `fetchHoldList` promises. */
function isAnswer(value: unknown): value is HoldListAnswer {
  if (typeof value !== "object" || value === null) return false;
  const { calls, unreadable } = value as Partial<Record<keyof HoldListAnswer, unknown>>;
  return Array.isArray(calls) && Array.isArray(unreadable);
}
