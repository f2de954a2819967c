import type { StoreApi } from "zustand/vanilla";
import type { AgentSessionStore } from "../../session/createAgentSession.js";
import type { Supervised } from "../Supervised.js";
import type { Gateway } from "../../gateway/Gateway.js";
import type { ActionRunner } from "./createActionRunner.js";
import type { CurrentCall } from "./currentCall.js";

/** What a provider gives to its actions. */
export type ActionSource = {
  readonly gateway: Gateway;
  readonly session: AgentSessionStore;
  readonly supervised: Supervised | null;
};

/** The actions of one provider, shared by all of its panels. */
export type ProviderActions = {
  readonly runner: ActionRunner;
  readonly currentCall: StoreApi<CurrentCall>;
  /** Takes the provider's present settings. */
  readonly set: (source: ActionSource) => void;
  /** Registers an observer, which follows the session's events, and returns its release function. */
  readonly retain: (session: AgentSessionStore) => () => void;
};
