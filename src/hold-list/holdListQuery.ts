import { hashKey, queryOptions } from "@tanstack/react-query";
import { GatewayError, isGatewayError } from "../gateway/GatewayError.js";
import type { HoldListAnswer } from "../gateway/parseHoldList.js";
import { parseSetGuid } from "../session/parseSetGuid.js";
import { trackersOf, type HoldListContextValue } from "./HoldListContext.js";
import { initialPollState, nextPoll, pollAnswered, pollFailed, type Pace } from "./pollPolicy.js";
import type { Requester } from "./Requester.js";
import { shareByCallId } from "./shareByCallId.js";
import type { Supervised } from "./Supervised.js";

/** Begins every query key of this package. */
export const queryKeyRoot = "hold-list-panel";

/** Under which name the times of a list are kept. */
export function storageScope<Who extends Requester>(
  asker: Who | null,
  supervised: Supervised | null,
): Requester | null {
  if (asker === null || supervised === null) return asker;
  return { agentId: `${asker.agentId} of ${supervised.agentId}`, signIn: asker.signIn };
}

/**
 * The query's key: the package's name and what tells answers apart. Never the Guid, which is a secret, and is renewed. The
 * count of sign-ins is in it, so that a former list of the same agent never comes back.
 */
export function holdListQueryKey(baseUrl: string, asker: Requester | null, supervised: Supervised | null) {
  return [queryKeyRoot, baseUrl, asker?.agentId ?? null, supervised?.agentId ?? null, asker?.signIn ?? null] as const;
}

// Options that must stay unset even where a host's client sets them. (As an `object`: their types do not take undefined.)
const unset: object = {
  select: undefined,
  placeholderData: undefined,
  persister: undefined,
  notifyOnChangeProps: undefined,
  suspense: undefined,
};

/** Options for `useQuery`. All that we rely on is written out: a host's client has defaults of its own. */
export function holdListQueryOptions(context: HoldListContextValue, asker: Requester | null, pace: Pace) {
  const { gateway, polls, intervals, supervised } = context;
  const queryKey = holdListQueryKey(gateway.baseUrl, asker, supervised);
  const poll = () => polls.get(hashKey(queryKey)) ?? initialPollState;

  return queryOptions<HoldListAnswer | null, GatewayError, HoldListAnswer | null, typeof queryKey>({
    queryKey,
    queryKeyHashFn: hashKey,
    queryFn: ({ signal }) => ask(context, asker, signal),
    // A function (react-query 5.48): a value that turns true after the outcome of a `refresh` would ask once more, at once.
    enabled: () => asker !== null && nextPoll(poll(), intervals, pace) !== "silent",
    // "No answer yet" counts as data: a query without data would forget its error each time it asks again.
    initialData: null,
    initialDataUpdatedAt: 1,
    refetchInterval: () => {
      const next = nextPoll(poll(), intervals, pace);
      return next === "silent" ? false : next;
    },
    refetchIntervalInBackground: true,
    refetchOnMount: (query) => {
      const { failure, settledAt } = poll();
      const next = nextPoll(poll(), intervals, pace);
      const isDue = settledAt === null || (next !== "silent" && Date.now() - settledAt >= next);
      return isDue || (query.state.data === null && failure === null) ? "always" : false;
    },
    // Focus and reconnect are listened to by our own provider: a host may have set react-query's managers otherwise.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
    throwOnError: false,
    networkMode: "always",
    gcTime: 0,
    staleTime: 0,
    structuralSharing: (before, after) =>
      shareByCallId((before ?? null) as HoldListAnswer | null, after as HoldListAnswer),
    subscribed: true,
    ...unset,
  });
}

/** One poll. Its outcome is noted before the query settles; an aborted one has none. */
async function ask(
  context: HoldListContextValue,
  asker: Requester | null,
  signal: AbortSignal,
): Promise<HoldListAnswer> {
  const { gateway, session, supervised, polls, tracker } = context;
  const current = () => session.getState().session;
  const asked = current();
  if (asked === null || asked.signIn !== asker?.signIn) throw new DOMException("No longer signed in.", "AbortError");

  const hash = hashKey(holdListQueryKey(gateway.baseUrl, asker, supervised));
  const onSetGuid = (header: string) => {
    const guid = parseSetGuid(header);
    if (guid !== null) session.getState().renewGuid(guid, asked.signIn);
  };
  tracker.setScope(storageScope(asked, supervised));
  // By the clock of each: one that comes meanwhile hears of the next answer.
  const begun = new Map([tracker, ...trackersOf(polls)].map((one) => [one, one.now()]));
  const heardBefore = tracker.eventCount();
  let date: number | null = null;
  let age = 0;
  const onDate = (time: number) => (date = time);
  const onAge = (ms: number) => (age = ms);
  try {
    const { agentId, guid } = asked;
    const whose = supervised?.agentId;
    const answer = await gateway.fetchHoldList({ agentId, guid, supervised: whose, signal, onSetGuid, onDate, onAge });
    signal.throwIfAborted();
    polls.set(hash, pollAnswered(Date.now() - age, Math.random(), tracker.eventCount() > heardBefore));
    for (const [one, at] of begun)
      if (one === tracker || one.hasObservers()) one.applyList(answer.calls, age === 0 ? at : one.now() - age, date);
    return answer;
  } catch (error) {
    if (signal.aborted) throw error;
    const gatewayError = isGatewayError(error) ? error : new GatewayError({ kind: "network" }, { cause: error });
    polls.set(
      hash,
      pollFailed(polls.get(hash) ?? initialPollState, {
        failure: gatewayError.failure,
        guidRenewed: current()?.guid !== asked.guid,
        at: Date.now(),
        jitter: Math.random(),
      }),
    );
    throw gatewayError;
  }
}
