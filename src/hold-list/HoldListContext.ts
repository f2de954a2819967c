import { createContext, useContext } from "react";
import type { Gateway } from "../gateway/Gateway.js";
import type { AgentSessionStore } from "../session/createAgentSession.js";
import type { ProviderActions } from "./actions/ProviderActions.js";
import type { CallTracker } from "./createCallTracker.js";
import type { HoldListPoller } from "./createHoldListPoller.js";
import type { Tabs } from "./tabs/createTabs.js";
import type { Supervised } from "./Supervised.js";

/** What the provider gives to hooks and panels. */
export type HoldListContextValue = {
  readonly gateway: Gateway;
  readonly session: AgentSessionStore;
  /** Whose list is read; null for the agent's own. */
  readonly supervised: Supervised | null;
  readonly tracker: CallTracker;
  readonly poller: HoldListPoller;
  readonly tabs: Tabs;
  /** The provider's actions, created by the first panel that acts: a bundle that only reads contains no action code. */
  readonly provideActions: (create: () => ProviderActions) => ProviderActions;
};

export const HoldListContext = createContext<HoldListContextValue | null>(null);

/** @throws {Error} outside of a provider, naming the component or hook that asked. */
export function useHoldListContext(user: string): HoldListContextValue {
  const value = useContext(HoldListContext);
  if (value === null) throw new Error(missingProvider(user));
  return value;
}

/** Why a component or hook has no context: each copy of the package has a context of its own. */
export function missingProvider(user: string): string {
  return `${user} must be used inside <HoldListProvider>: there is none around it, or the page has two copies of hold-list-panel.`;
}
