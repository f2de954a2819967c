import type { QueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import type { Gateway } from "../gateway/Gateway.js";
import type { AgentSessionStore } from "../session/createAgentSession.js";
import type { CallTracker } from "./createCallTracker.js";
import type { PollIntervals, PollState } from "./pollPolicy.js";
import type { Supervised } from "./Supervised.js";

/** What the provider gives to the hook. */
export type HoldListContextValue = {
  readonly gateway: Gateway;
  readonly session: AgentSessionStore;
  /** Whose list is read; null: the agent's own. */
  readonly supervised: Supervised | null;
  readonly client: QueryClient;
  readonly intervals: PollIntervals;
  /** What is known of the calls beyond the gateway's list. */
  readonly tracker: CallTracker;
  /**
   * The state of each query's polls, by query hash. Beside the query and not in it: an unchanged answer changes this and must
   * render nothing. Written just before the query settles, whose notice then renders both.
   */
  readonly polls: Map<string, PollState>;
};

const pollsByClient = new WeakMap<QueryClient, WeakMap<AgentSessionStore, Map<string, PollState>>>();

/** The states of a session's polls. Of the client, not of a provider: where two share a client, both must tell of a failure. */
export function pollStatesOf(client: QueryClient, session: AgentSessionStore): Map<string, PollState> {
  const bySession = pollsByClient.get(client) ?? new WeakMap<AgentSessionStore, Map<string, PollState>>();
  pollsByClient.set(client, bySession);
  const polls = bySession.get(session) ?? new Map<string, PollState>();
  bySession.set(session, polls);
  return polls;
}

const audiences = new WeakMap<Map<string, PollState>, Set<CallTracker>>();

/** Who hears of the answers to those polls: the tracker of each provider that shares them, whoever asked. */
export function trackersOf(polls: Map<string, PollState>): Set<CallTracker> {
  const audience = audiences.get(polls) ?? new Set<CallTracker>();
  audiences.set(polls, audience);
  return audience;
}

export const HoldListContext = createContext<HoldListContextValue | null>(null);

/** @throws {Error} outside of a provider, naming who asked. */
export function useHoldListContext(asker: string): HoldListContextValue {
  const value = useContext(HoldListContext);
  if (value === null) throw new Error(`${asker} must be used inside <HoldListProvider>.`);
  return value;
}
