import type { GatewayRequest } from "../gateway/Gateway.js";
import type { AgentSessionStore } from "./createAgentSession.js";
import { parseSetGuid } from "./parseSetGuid.js";

/** A request as the agent who is signed in now, with the Guid of this moment. */
export type CurrentRequest = GatewayRequest & {
  /** The sign-in that sends the request. */
  readonly signIn: number;
  /** Applies the Guid of a `Set-GUID` header to that sign-in. The store ignores it when another sign-in has begun since. */
  readonly onSetGuid: (header: string) => void;
};

/** Prepares a gateway request as the agent who is signed in now. Null when nobody is signed in. */
export function currentRequest(store: AgentSessionStore, signal?: AbortSignal): CurrentRequest | null {
  const { session } = store.getState();
  if (session === null) return null;
  const { agentId, guid, formerGuid, signIn } = session;
  return {
    agentId,
    guid,
    formerGuid,
    signIn,
    signal,
    onSetGuid: (header) => {
      const renewed = parseSetGuid(header);
      if (renewed !== null) store.getState().renewGuid(renewed, signIn);
    },
  };
}
