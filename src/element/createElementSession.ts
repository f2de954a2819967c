import { type AgentSessionStore, createAgentSession } from "../session/createAgentSession.js";

/** One session out of what an element is told by attribute, by property and by method. */
export type ElementSession = {
  readonly store: AgentSessionStore;
  /** Begins a sign-in at once. @throws {TypeError} where the store does. */
  readonly signIn: (agent: { agentId: string; guid: string }) => void;
  /** Keeps a Guid until the turn is over; null ends the session then. */
  readonly setGuid: (guid: string | null) => void;
  readonly signOut: () => void;
  /**
   * Ends the turn: what came in it counts together, in whatever order, so that no Guid meets another agent or another gateway
   * than its own.
   * @param agentId - the agent that is named now
   * @param baseUrl - the gateway that is named now
   * @throws {TypeError} where the agent ID or the Guid is none. The session has ended then, if it was not of this agent.
   */
  readonly settle: (agentId: string | undefined, baseUrl: string) => void;
};

/** A session that is not signed in. */
export function createElementSession(): ElementSession {
  const store = createAgentSession();
  let guid: string | null | undefined; // undefined: nothing was said
  let isSignedInNow = false; // by method, in this turn
  let settled: { readonly agentId: string | undefined; readonly baseUrl: string } | null = null;

  return {
    store,
    signIn(agent) {
      store.getState().signIn(agent);
      guid = undefined;
      isSignedInNow = true;
    },
    setGuid: (given) => void (guid = given),
    signOut() {
      guid = undefined;
      store.getState().signOut();
    },
    settle(agentId, baseUrl) {
      const { session, signIn, renewGuid, signOut } = store.getState();
      const isOtherGateway = settled !== null && settled.baseUrl !== baseUrl;
      const isOtherAgent = settled !== null && settled.agentId !== agentId && session?.agentId !== agentId;
      const isOver = !isSignedInNow && (isOtherGateway || isOtherAgent);
      settled = { agentId, baseUrl };
      isSignedInNow = false;

      const given = guid;
      const agent = agentId ?? (isOver ? undefined : session?.agentId);
      if (given === null || (typeof given === "string" && agent !== undefined)) guid = undefined;
      if (given === null || isOver || (given !== undefined && agent !== undefined && session?.agentId !== agent))
        signOut();
      if (typeof given !== "string" || agent === undefined) return;
      const present = store.getState().session;
      if (present === null) signIn({ agentId: agent, guid: given });
      else renewGuid(given, present.signIn);
    },
  };
}
