import { createStore, type StoreApi } from "zustand/vanilla";
import { wireInteger } from "../gateway/wireText.js";
import type { AgentEvent } from "./AgentEvent.js";
import { callHost } from "./callHost.js";
import { parseAgentEvents } from "./parseAgentEvents.js";

/** The agent who is signed in. */
export type AgentSession = {
  /** Digits, such as `291`. */
  readonly agentId: string;
  /** The credential of every request. It is kept in memory only and sent in one request header. */
  readonly guid: string;
  /** The Guid before the last renewal. Gateways may still name it in messages, where it must not be shown. */
  readonly formerGuid?: string | undefined;
  /** Identifies this sign-in among all sign-ins on the page, including others of the same agent. */
  readonly signIn: number;
  /** When the agent logged in, ms since 1970, when the host passed it to `signIn`. */
  readonly loginTime?: number | undefined;
};

/** The result of the host's sign-in at the gateway. */
export type AgentSignIn = {
  /** Digits, as text or as a number: `"291"` and `291` are the same agent. */
  readonly agentId: string | number;
  readonly guid: string;
  /** `result.loginTime` of the sign-in. With it, the event that ends another login of this agent does not end this session. */
  readonly loginTime?: string | number | null | undefined;
};

/** The state of an {@link AgentSessionStore} and its actions, which can be called inside and outside React. */
export type AgentSessionState = {
  /** The agent who is signed in; null when nobody is. */
  readonly session: AgentSession | null;
  /**
   * Starts a session and replaces the former one.
   * @throws {TypeError} when the agent ID does not consist of digits or the Guid cannot be sent in a header.
   */
  readonly signIn: (agent: AgentSignIn) => void;
  /**
   * Replaces the Guid. With dynamic authentication the gateway renews it about every 60 s.
   * @param asked - the `signIn` of the session whose request brought the new Guid. A late Guid of a former sign-in is ignored.
   * @throws {TypeError} when the Guid cannot be sent in a header.
   */
  readonly renewGuid: (guid: string, asked: number) => void;
  /**
   * Applies the JSON of an answer to the host's event poll, or a message of push mode. Pass answers without an event too: they prove
   * that events flow, and while they flow, polls are rare. A refusal, another agent's event or an unknown message proves nothing.
   * Events make hold times exact and trigger a poll. They never add or remove a row: the list decides. The event of a sign-out by the
   * system ends the session.
   * @param asked - the `signIn` of the session whose event poll brought the answer. A late answer of a former sign-in is ignored.
   * Without it, a late sign-out event of a former sign-in ends the present session.
   */
  readonly applyAgentEvent: (answer: unknown, asked?: number) => void;
  /**
   * Reports since when a call is held, when the host knows, such as from syncagentinfo after a reload. It takes effect once the
   * provider is mounted, also before the first list.
   * @param since - ms since 1970 by this machine's clock
   */
  readonly setHeldSince: (callId: string, since: number) => void;
  /** The events applied last: a new array for each answer. For the provider. */
  readonly events: readonly AgentEvent[];
  /** Ends the session. Polling stops, and the list with its numbers is dropped. */
  readonly signOut: () => void;
};

/** The agent session as a vanilla zustand store. The host creates one for each agent on the page. */
export type AgentSessionStore = StoreApi<AgentSessionState>;

// A counter rather than state: sign-ins of two stores must differ, because the stores may share a QueryClient.
let signIns = 0;

/** Creates the store of an agent session. It is kept in memory only: after a reload the host signs in again. */
export function createAgentSession(initial: AgentSignIn | null = null): AgentSessionStore {
  const store = createStore<AgentSessionState>()((set, get) => ({
    session: null,
    signIn: (agent) => set({ session: begin(agent) }),
    renewGuid: (guid, asked) => {
      checkGuid(guid);
      set((state) =>
        state.session?.signIn === asked && state.session.guid !== guid
          ? { session: { ...state.session, guid, formerGuid: state.session.guid } }
          : state,
      );
    },
    events: [],
    applyAgentEvent: (answer, asked) => {
      const { session } = get();
      if (session === null || (asked !== undefined && asked !== session.signIn)) return;
      const all = parseAgentEvents(answer, session.agentId);
      if (all === null) return;
      const events = all.filter((event) => !isOfOtherLogin(event, session));
      if (events.length === 0 && all.length > 0) return;
      set(events.some(({ kind }) => kind === "signed-out") ? { events, session: null } : { events });
    },
    setHeldSince: (callId, since) => set({ events: [{ kind: "held-since", callId, since, at: null }] }),
    signOut: () => set({ session: null }),
  }));
  // Signed in afterwards: the store would keep its initial state beyond the sign-out.
  if (initial !== null) store.getState().signIn(initial);
  return {
    ...store,
    // A listener that throws must neither stop the listeners after it nor fail the request that brought a new Guid.
    subscribe: (listener) => store.subscribe((state, before) => callHost(() => listener(state, before))),
  };
}

/** Whether an event ends another login of the agent. False when either login time is unknown. */
function isOfOtherLogin(event: AgentEvent, { loginTime }: AgentSession): boolean {
  if (event.kind !== "signed-out" || event.loginTime === undefined || loginTime === undefined) return false;
  return event.loginTime !== loginTime;
}

function begin({ agentId, guid, loginTime }: AgentSignIn): AgentSession {
  const digits = String(agentId);
  if (!/^\d+$/.test(digits)) throw new TypeError("The agent ID must be a string of digits.");
  checkGuid(guid);
  const known = wireInteger(loginTime);
  return { agentId: digits, guid, signIn: ++signIns, ...(known === null ? {} : { loginTime: known }) };
}

function checkGuid(guid: string): void {
  if (!/^[\x21-\x7e]+$/.test(guid)) throw new TypeError("The Guid must be printable ASCII without spaces.");
}
