import type { Gateway } from "../gateway/Gateway.js";
import type { AgentSessionStore } from "../session/createAgentSession.js";

/** Whose list is asked for, by whom, at which gateway. Another one begins with nothing of the former. */
export type Requester = {
  /** The gateway's `baseUrl`. */
  readonly baseUrl: string;
  readonly agentId: string;
  /** Tells this sign-in from every other on the page. */
  readonly signIn: number;
  /** ID of the agent whose list a supervisor reads; null for the agent's own. */
  readonly supervised: string | null;
};

export function isSameRequester(a: Requester | null, b: Requester | null): boolean {
  if (a === null || b === null) return a === b;
  return a.baseUrl === b.baseUrl && a.agentId === b.agentId && a.signIn === b.signIn && a.supervised === b.supervised;
}

/** Where a provider's requester comes from. */
export type RequesterSource = {
  readonly gateway: Gateway;
  readonly session: AgentSessionStore;
  /** ID of the agent whose list a supervisor reads; null for the agent's own. */
  readonly supervised: string | null;
};

/** Whose list is to be shown now. */
export function currentRequester({ gateway, session, supervised }: RequesterSource): Requester | null {
  const { session: agent } = session.getState();
  return agent && { baseUrl: gateway.baseUrl, agentId: agent.agentId, signIn: agent.signIn, supervised };
}
