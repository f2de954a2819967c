import { type AgentSession, type AgentSessionStore, createAgentSession } from "../session/createAgentSession.js";

/** An agent ID as a page may hold it: 291, "291" and " 291 " are the same agent. */
export type PageAgentId = string | number;

/** The session of an element, set by its attributes, properties and methods. */
export type ElementSession = {
  readonly store: AgentSessionStore;
  /** Starts a sign-in at once. @throws {TypeError} for an invalid agent ID or Guid. */
  readonly signIn: (agent: { agentId: PageAgentId; guid: string }) => void;
  /** Replaces the Guid of the sign-in `asked`, as the store does. @throws {TypeError} for an invalid Guid. */
  readonly renewGuid: (guid: string, asked: number) => void;
  /** Sets the Guid to apply with the next `applyPending`; null ends the session then. */
  readonly setGuid: (guid: string | null) => void;
  readonly signOut: () => void;
  /**
   * Applies what was set since the last call, in whatever order it was set. No Guid is ever combined with another agent or
   * another gateway than its own.
   * @param agentId - the agent that the element names now
   * @param baseUrl - the address of the element's gateway now
   * @throws {TypeError} for an invalid agent ID or Guid. A session of another agent has ended by then.
   */
  readonly applyPending: (agentId: PageAgentId | undefined, baseUrl: string) => void;
};

/**
 * A session that starts signed out.
 * @param onGuidRenewed - called when an answer to one of the panel's own requests brought a new Guid. Not for the page's Guids.
 */
export function createElementSession(onGuidRenewed: (session: AgentSession) => void): ElementSession {
  const store = createAgentSession();
  let pendingGuid: string | null | undefined; // undefined: none was set
  let hasSignedIn = false; // by method, since the last applyPending
  let isPageChange = false;
  let applied: { readonly agentId: string | undefined; readonly baseUrl: string } | null = null;

  store.subscribe(({ session }, { session: before }) => {
    const isRenewal = session !== null && session.signIn === before?.signIn && session.guid !== before.guid;
    if (isRenewal && !isPageChange) onGuidRenewed(session);
  });

  function renewGuid(guid: string, asked: number): void {
    isPageChange = true;
    try {
      store.getState().renewGuid(guid, asked);
    } finally {
      isPageChange = false;
    }
  }

  return {
    store,
    renewGuid,
    signIn({ agentId, guid }) {
      store.getState().signIn({ agentId: normalizeAgentId(agentId), guid });
      pendingGuid = undefined;
      hasSignedIn = true;
    },
    setGuid: (guid) => void (pendingGuid = guid),
    signOut() {
      pendingGuid = undefined;
      store.getState().signOut();
    },
    applyPending(namedAgentId, baseUrl) {
      const agentId = namedAgentId === undefined ? undefined : normalizeAgentId(namedAgentId);
      const { session, signIn, signOut } = store.getState();
      const isOtherGateway = applied !== null && applied.baseUrl !== baseUrl;
      const isOtherAgent = applied !== null && applied.agentId !== agentId && session?.agentId !== agentId;
      const hasEnded = !hasSignedIn && (isOtherGateway || isOtherAgent);
      applied = { agentId, baseUrl };
      hasSignedIn = false;

      const guid = pendingGuid;
      const agent = agentId ?? (hasEnded ? undefined : session?.agentId);
      // Without an agent the Guid stays pending.
      if (guid === null || agent !== undefined) pendingGuid = undefined;
      const isForOtherAgent = guid !== undefined && agent !== undefined && agent !== session?.agentId;
      if (guid === null || hasEnded || isForOtherAgent) signOut();
      if (typeof guid !== "string" || agent === undefined) return;
      const current = store.getState().session;
      if (current === null) signIn({ agentId: agent, guid });
      else renewGuid(guid, current.signIn);
    },
  };
}

function normalizeAgentId(agentId: PageAgentId): string {
  return String(agentId).trim();
}
