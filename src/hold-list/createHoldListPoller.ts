import { QueryClient, type UseQueryOptions } from "@tanstack/react-query";
import type { Gateway } from "../gateway/Gateway.js";
import type { AgentSessionStore } from "../session/createAgentSession.js";
import type { CallTracker } from "./createCallTracker.js";
import { holdListQueryKey, pollHoldList } from "./holdListQuery.js";
import type { Tabs } from "./tabs/createTabs.js";
import { isSilent, mayAskEarly, nextPoll, type Pace, type PollIntervals, waitAfterEvent } from "./pollPolicy.js";

/** What the provider's props give to polling. */
export type PollerSettings = {
  readonly gateway: Gateway;
  readonly session: AgentSessionStore;
  readonly intervals: PollIntervals;
};

/** Asks for the list of the tracker's requester. react-query fetches, deduplicates and times; the tracker keeps the outcome. */
export type HoldListPoller = {
  readonly client: QueryClient;
  readonly set: (settings: PollerSettings) => void;
  /** Options for `useQuery`. */
  readonly options: (pace: Pace) => Options;
  /** Polls now, also in silence; where another tab polls, through that tab. Joins a poll under way. Never rejects. */
  readonly refresh: () => Promise<void>;
  /** The same from this tab. */
  readonly poll: () => Promise<void>;
  /** Whether the gateway may be polled before the next poll is due. */
  readonly mayRefresh: () => boolean;
  /** Milliseconds until a poll may follow an event. */
  readonly waitAfterEvent: () => number;
  /** Aborts the poll under way and drops the query, before the tracker gets another requester. */
  readonly cancel: () => void;
};

type Part = { readonly tracker: CallTracker; readonly tabs: Tabs; readonly settings: () => PollerSettings };

export function createHoldListPoller(tracker: CallTracker, tabs: Tabs, initial: PollerSettings): HoldListPoller {
  // Its own client: with a shared one, a host's defaults, persister or dehydration would reach the list.
  const client = new QueryClient();
  let settings = initial;
  const part: Part = { tracker, tabs, settings: () => settings };
  const pollState = () => tracker.store.getState().poll;

  async function poll(): Promise<void> {
    if (tracker.store.getState().requester === null) return;
    const options = client.defaultQueryOptions(createOptions(part, "visible"));
    // How it ends is in the tracker.
    await client
      .getQueryCache()
      .build(client, options)
      .fetch()
      .catch(() => {});
  }

  return {
    client,
    poll,
    set: (next) => void (settings = next),
    options: (pace) => createOptions(part, pace),
    refresh: () => (tabs.mayPoll() ? poll() : tabs.refresh()),
    mayRefresh: () => mayAskEarly(pollState(), settings.intervals, tracker.now()),
    waitAfterEvent: () => waitAfterEvent(pollState(), settings.intervals, tracker.now()),
    cancel() {
      void client.cancelQueries();
      client.removeQueries();
    },
  };
}

/** Written out: the type that `queryOptions` returns differs between the versions of react-query. */
type Options = UseQueryOptions<null, Error, null, ReturnType<typeof holdListQueryKey>>;

function createOptions({ tracker, tabs, settings }: Part, pace: Pace): Options {
  const { requester } = tracker.store.getState();
  const poll = () => tracker.store.getState().poll;

  /** Milliseconds until the next poll is due, from the last outcome on, whenever and however often this is asked. */
  function timeLeft(): number | false {
    const next = nextPoll(poll(), settings().intervals, pace);
    if (next === "silent" || !tabs.store.getState().polls) return false;
    const { settledAt } = poll();
    return settledAt === null ? next : Math.max(1, settledAt + next - tracker.now());
  }

  return {
    queryKey: holdListQueryKey(requester),
    queryFn: ({ signal }) => {
      const { gateway, session } = settings();
      // A tab that was frozen is no longer the one that polls, and another may already be.
      if (!tabs.mayPoll()) throw new DOMException("Another tab polls.", "AbortError");
      return pollHoldList({ gateway, session, tracker, requester, signal });
    },
    // A function (react-query 5.48): a value that turns true after a `refresh` would poll once more, at once.
    enabled: () => requester !== null && !isSilent(poll()) && tabs.store.getState().polls,
    // The list is in the tracker. With data, though it be null, react-query asks `refetchOnMount` whether to poll on mount.
    initialData: null,
    refetchOnMount: () => (poll().failure === null || timeLeft() === 1 ? "always" : false),
    refetchInterval: ({ state }) => (state.fetchStatus === "fetching" ? settings().intervals[pace] : timeLeft()),
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: false, // usePollTriggers does it by the poll policy
    refetchOnReconnect: false,
    notifyOnChangeProps: [],
    retry: false,
    networkMode: "always",
    gcTime: Infinity, // the query holds no list, and each end of a fetch would start a timer to drop it
    staleTime: 0,
  };
}
