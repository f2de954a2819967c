import { createStore, type StoreApi } from "zustand/vanilla";
import { callHost } from "./callHost.js";
import { parseAgentEvents } from "./parseAgentEvents.js";
import type { AgentEvent } from "./AgentEvent.js";

/** An agent who is signed in: whole, or absent. */
export type AgentSession = {
  /** Digits, such as `291`. */
  readonly agentId: string;
  /** The credential of every request. It stays in memory and in one request header. */
  readonly guid: string;
  /** Tells this sign-in from every other on the page, also from one of the same agent. */
  readonly signIn: number;
};

/** The state of an {@link AgentSessionStore}, and what can be done to it, inside React or outside. */
export type AgentSessionState = {
  /** Who is signed in; null where nobody is. */
  readonly session: AgentSession | null;
  /**
   * Starts a sign-in. What was shown of a former one is gone at once.
   * @throws {TypeError} where the agent ID is not of digits, or the Guid cannot be a header's value.
   */
  readonly signIn: (agent: { agentId: string; guid: string }) => void;
  /**
   * Replaces the Guid, as the gateway asks about every 60 s under dynamic authentication.
   * @param asked - the `signIn` of the session whose request brought the new Guid. A late answer to a former sign-in must
   * not become the Guid of the present one: it is ignored.
   */
  readonly renewGuid: (guid: string, asked: number) => void;
  /**
   * Takes an answer of the gateway's event poll, which the host makes anyway: its JSON, also of an answer without an event,
   * which proves that events flow. (A refusal, or another agent's event, proves nothing.) Events make hold times exact and ask for
   * the list at once; while they flow, polls are rare. They never add or remove a row by themselves: the list decides. The
   * event of a sign-out by the system ends the session.
   */
  readonly applyAgentEvent: (answer: unknown) => void;
  /**
   * Tells since when a call is held, where the host knows better than the panel, as from syncagentinfo after a reload. Heard once
   * the provider is on the page, before the first list too.
   * @param since - ms since 1970 by this machine's clock
   */
  readonly setHeldSince: (callId: string, since: number) => void;
  /** The events applied last. For the provider: a new array for each answer. */
  readonly events: readonly AgentEvent[];
  /** Ends the sign-in. Polling stops, the list and its numbers are dropped. */
  readonly signOut: () => void;
};

/** Who is signed in: a zustand vanilla store. Made by the host, one for each agent on the page. */
export type AgentSessionStore = StoreApi<AgentSessionState>;

// No state, but a source of numbers: with a QueryClient shared by choice, two stores must not count the same sign-in.
let signIns = 0;

/** A store for the agent's session. It is kept in memory only: a reload signs out, and the host signs in again. */
export function createAgentSession(initial: { agentId: string; guid: string } | null = null): AgentSessionStore {
  const store = createStore<AgentSessionState>()((set, get) => ({
    session: null,
    signIn: (agent) => set({ session: begin(agent) }),
    renewGuid: (guid, asked) => {
      checkGuid(guid);
      set((state) =>
        state.session?.signIn === asked && state.session.guid !== guid
          ? { session: { ...state.session, guid } }
          : state,
      );
    },
    events: [],
    applyAgentEvent: (answer) => {
      const { session } = get();
      if (session === null) return;
      const events = parseAgentEvents(answer, session.agentId);
      if (events === null) return;
      set(events.some(({ kind }) => kind === "signed-out") ? { events, session: null } : { events });
    },
    setHeldSince: (callId, since) => set({ events: [{ kind: "held-since", callId, since, at: null }] }),
    signOut: () => set({ session: null }),
  }));
  // Not as the store's initial state, which it would keep beyond the sign-out.
  if (initial !== null) store.getState().signIn(initial);
  return {
    ...store,
    // A listener of the host's that throws must not keep a sign-out from those after it, nor cost the answer with a new Guid.
    subscribe: (listener) => store.subscribe((state, before) => callHost(() => listener(state, before))),
  };
}

function begin({ agentId, guid }: { agentId: string; guid: string }): AgentSession {
  if (!/^\d+$/.test(agentId)) throw new TypeError("The agent ID must be a string of digits.");
  checkGuid(guid);
  return { agentId, guid, signIn: ++signIns };
}

function checkGuid(guid: string): void {
  if (!/^[\x21-\x7e]+$/.test(guid)) throw new TypeError("The Guid must be printable ASCII without spaces.");
}
