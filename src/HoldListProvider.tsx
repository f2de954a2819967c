import { QueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import type { HeldCall } from "./gateway/HeldCall.js";
import { type AttentionLevel, type AttentionSetting, usualThresholds } from "./hold-list/attention.js";
import type { HoldMeasure } from "./hold-list/HoldMeasure.js";
import type { PollState } from "./hold-list/pollPolicy.js";
import { HoldListContext, pollStatesOf } from "./hold-list/HoldListContext.js";
import { useCallTracker } from "./hold-list/useCallTracker.js";
import { usePollTriggers } from "./hold-list/usePollTriggers.js";
import type { AgentSessionStore } from "./session/createAgentSession.js";
import type { LeftReason } from "./hold-list/LeftCall.js";
import type { Gateway } from "./gateway/Gateway.js";
import type { Supervised } from "./hold-list/Supervised.js";

/** The props of {@link HoldListProvider}. */
export type HoldListProviderProps = {
  /** The gateway to ask, from `createGateway`. */
  gateway: Gateway;
  /** Who is signed in, from `createAgentSession`. */
  session: AgentSessionStore;
  /**
   * Reads the list of another agent, for a supervisor: the panels inside only read. The gateway decides who may; both have to be of
   * one VDN and, in a cluster, of one node. Events and `setHeldSince` are the signed-in agent's, and do not count here.
   * @default the list of the agent who is signed in
   */
  supervised?: Supervised | undefined;
  /**
   * Milliseconds from the end of one poll to the start of the next while the page is visible, ±10 %. At least 500.
   * @default 2_000
   */
  pollInterval?: number | undefined;
  /**
   * The same while the page is hidden. A browser may stretch it: after five minutes to one poll a minute.
   * @default 15_000
   */
  hiddenPollInterval?: number | undefined;
  /**
   * The same while the host passes on the agent's events (`applyAgentEvent`), which ask for the list by themselves.
   * @default 30_000
   */
  safetyInterval?: number | undefined;
  /**
   * From when on a call is held long, and too long: ms, for all calls or for each. Crossings are noticed in a hidden page too,
   * as late as the browser's throttling makes it: up to a minute.
   * @default { long: 60_000, tooLong: 180_000 }
   */
  attention?: AttentionSetting | undefined;
  /** Called when a call comes on hold. Not for the calls of the first list. */
  onHeld?: ((call: HeldCall) => void) | undefined;
  /** Called when a call has left the list, with the reason as far as an event told it. */
  onLeft?: ((call: HeldCall, reason: LeftReason) => void) | undefined;
  /** Called once when a call is held long, and once when too long. */
  onAttention?: ((call: HeldCall, level: AttentionLevel) => void) | undefined;
  /** Called with each measure worth counting: PII-free, for the host's monitoring. */
  onMeasure?: ((measure: HoldMeasure) => void) | undefined;
  /**
   * A QueryClient to share. Whatever the host does with it then reaches callers' numbers: `dehydrate()`, persisters, devtools.
   * @default one of the provider's own
   */
  queryClient?: QueryClient | undefined;
  children?: ReactNode;
};

/** Gives a gateway, a session and settings to the panels and hooks inside it. They share one poll and one list. */
export function HoldListProvider(props: HoldListProviderProps): ReactNode {
  const { gateway, session, queryClient, attention = usualThresholds, children } = props;
  const [ownClient] = useState(() => new QueryClient());
  const client = queryClient ?? ownClient;
  const visible = interval(props.pollInterval, 2_000);
  const hidden = Math.max(visible, interval(props.hiddenPollInterval, 15_000));
  const events = interval(props.safetyInterval, 30_000);
  const { onHeld, onLeft, onAttention, onMeasure } = props;
  const tracker = useCallTracker({ attention, onHeld, onLeft, onAttention, onMeasure });
  const { agentId, name } = props.supervised ?? {};
  const supervised = useMemo(
    () => (agentId === undefined ? null : { agentId, name: name ?? agentId }),
    [agentId, name],
  );
  // Nothing of a former visit to the same agent's list comes back.
  const polls = useMemo(
    () => (agentId === undefined ? pollStatesOf(client, session) : new Map<string, PollState>()),
    [agentId, client, session],
  );
  const value = useMemo(
    () => ({ gateway, session, supervised, client, tracker, polls, intervals: { visible, hidden, events } }),
    [gateway, session, supervised, client, tracker, polls, visible, hidden, events],
  );
  usePollTriggers(value);
  return <HoldListContext.Provider value={value}>{children}</HoldListContext.Provider>;
}

/** A number of milliseconds that a timer can keep and a gateway can bear. */
function interval(wanted: number | undefined, usual: number): number {
  return wanted === undefined || Number.isNaN(wanted) ? usual : Math.min(Math.max(wanted, 500), 3_600_000);
}
