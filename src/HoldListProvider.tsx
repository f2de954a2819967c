import { QueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import type { Gateway } from "./gateway/createGateway.js";
import { HoldListContext, pollsOf } from "./hold-list/HoldListContext.js";
import { usePollTriggers } from "./hold-list/usePollTriggers.js";
import type { AgentSessionStore } from "./session/createAgentSession.js";

/** The props of {@link HoldListProvider}. */
export type HoldListProviderProps = {
  /** The gateway to ask, from `createGateway`. */
  gateway: Gateway;
  /** Who is signed in, from `createAgentSession`. */
  session: AgentSessionStore;
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
   * A QueryClient to share. Whatever the host does with it then reaches callers' numbers: `dehydrate()`, persisters, devtools.
   * @default one of the provider's own
   */
  queryClient?: QueryClient | undefined;
  children?: ReactNode;
};

/** Gives a gateway, a session and settings to the panels and hooks inside it. They share one poll and one list. */
export function HoldListProvider(props: HoldListProviderProps): ReactNode {
  const { gateway, session, queryClient, children } = props;
  const [ownClient] = useState(() => new QueryClient());
  const client = queryClient ?? ownClient;
  const visible = interval(props.pollInterval, 2_000);
  const hidden = interval(props.hiddenPollInterval, 15_000);
  const value = useMemo(
    () => ({ gateway, session, client, polls: pollsOf(client, session), intervals: { visible, hidden } }),
    [gateway, session, client, visible, hidden],
  );
  usePollTriggers(value);
  return <HoldListContext.Provider value={value}>{children}</HoldListContext.Provider>;
}

/** A number of milliseconds that a timer can keep and a gateway can bear. */
function interval(wanted: number | undefined, usual: number): number {
  return wanted === undefined || Number.isNaN(wanted) ? usual : Math.min(Math.max(wanted, 500), 3_600_000);
}
