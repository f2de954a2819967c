import { type ReactElement, type ReactNode, useEffect, useMemo } from "react";
import { useStore } from "zustand";
import type { Gateway } from "./gateway/Gateway.js";
import type { HeldCall } from "./gateway/HeldCall.js";
import { type AttentionLevel, type AttentionSetting, defaultThresholds } from "./hold-list/attention.js";
import type { HeldDuration } from "./hold-list/HeldDuration.js";
import { HoldListContext } from "./hold-list/HoldListContext.js";
import type { RequesterSource } from "./hold-list/Requester.js";
import { useTabSharing } from "./hold-list/tabs/useTabSharing.js";
import type { LeftReason } from "./hold-list/LeftCall.js";
import type { PollIntervals } from "./hold-list/pollPolicy.js";
import type { Supervised } from "./hold-list/Supervised.js";
import { useIsomorphicLayoutEffect } from "./hold-list/useIsomorphicLayoutEffect.js";
import { usePolling } from "./hold-list/usePolling.js";
import { usePollTriggers } from "./hold-list/usePollTriggers.js";
import { type ProviderParts, useProviderParts } from "./hold-list/useProviderParts.js";
import { useSessionChanges } from "./hold-list/useSessionChanges.js";
import type { AgentSessionStore } from "./session/createAgentSession.js";

/** The props of {@link HoldListProvider}. */
export type HoldListProviderProps = {
  /** The gateway to ask, from `createGateway`. */
  gateway: Gateway;
  /** Who is signed in, from `createAgentSession`. */
  session: AgentSessionStore;
  /**
   * Reads the list of another agent, for a supervisor: the panels inside only read. The gateway decides who may; both agents must
   * be of one VDN and, in a cluster, of one node. Events and `setHeldSince` are the signed-in agent's and do not count here.
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
   * The same while the host passes on the agent's events (`applyAgentEvent`), each of which polls by itself.
   * @default 30_000
   */
  safetyInterval?: number | undefined;
  /**
   * How long a call is held before it counts as held long, and as held too long: ms, for all calls or for each. Crossings are
   * noticed in a hidden page too, as late as the browser's throttling makes it: up to a minute.
   * @default { long: 60_000, tooLong: 180_000 }
   */
  attention?: AttentionSetting | undefined;
  /** Called when a call is put on hold. Not for the calls of the first list. */
  onHeld?: ((call: HeldCall) => void) | undefined;
  /**
   * Called when a call has left the list, with the reason as far as an event told it, and with how long the call was held, in ms,
   * and how well that is known; null where nothing is known.
   */
  onLeft?: ((call: HeldCall, reason: LeftReason, held: HeldDuration | null) => void) | undefined;
  /** Called once when a call is held long, and once when it is held too long. */
  onAttention?: ((call: HeldCall, level: AttentionLevel) => void) | undefined;
  /**
   * Whether one of the tabs that show the same list of the same gateway polls for all of them, and sounds, notifies and guards for all.
   * It takes effect where the browser has Web Locks and BroadcastChannel and the list comes from a gateway: a `createHoldListFeed` and
   * a simulator are each page's own.
   * @default true
   */
  shareBetweenTabs?: boolean | undefined;
  children?: ReactNode;
};

/** Gives a gateway, a session and settings to the panels and hooks inside it. They share one poll and one list. */
export function HoldListProvider(props: HoldListProviderProps): ReactElement | null {
  const { gateway, session, attention = defaultThresholds, onHeld, onLeft, onAttention, children } = props;
  const visible = intervalOf(props.pollInterval, 2_000);
  const hidden = Math.max(visible, intervalOf(props.hiddenPollInterval, 15_000));
  const events = intervalOf(props.safetyInterval, 30_000);
  const { agentId = null, name } = props.supervised ?? {};
  const supervised = useMemo(() => (agentId === null ? null : { agentId, name: name ?? agentId }), [agentId, name]);
  const intervals = useMemo(() => ({ visible, hidden, events }), [visible, hidden, events]);
  const source = { gateway, session, supervised: agentId };
  const parts = useProviderParts(source, intervals, attention);
  const { tracker, poller, tabs, triggers, provideActions } = parts;
  useIsomorphicLayoutEffect(() => poller.set({ gateway, session, intervals }));
  useEffect(() => tracker.setSettings({ attention, onHeld, onLeft, onAttention, onDoubt: triggers.ask }));
  usePollTriggers(triggers, gateway);
  useSessionChanges(source, parts);

  const value = useMemo(
    () => ({ gateway, session, supervised, tracker, poller, tabs, provideActions }),
    [gateway, session, supervised, tracker, poller, tabs, provideActions],
  );
  return (
    <HoldListContext.Provider value={value}>
      {children}
      <Polling {...{ parts, source, intervals }} sharesTabs={props.shareBetweenTabs ?? true} />
    </HoldListContext.Provider>
  );
}

type PollingProps = {
  parts: ProviderParts;
  source: RequesterSource;
  intervals: PollIntervals;
  sharesTabs: boolean;
};

/** Polls while a component shows the list. */
function Polling(props: PollingProps): ReactElement | null {
  const isObserved = useStore(props.parts.tracker.store, (state) => state.isObserved);
  return isObserved ? <ActivePolling {...props} /> : null;
}

function ActivePolling({ parts, source, intervals, sharesTabs }: PollingProps): null {
  useTabSharing(parts, source, intervals, sharesTabs);
  usePolling(parts.poller, parts.tracker, parts.tabs, intervals);
  return null;
}

/** Milliseconds that a timer can keep and a gateway can bear. */
function intervalOf(wanted: number | undefined, usual: number): number {
  return typeof wanted !== "number" || Number.isNaN(wanted) ? usual : Math.min(Math.max(wanted, 500), 3_600_000);
}
