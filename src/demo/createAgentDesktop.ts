import { createStore, type StoreApi } from "zustand/vanilla";
import type { AgentSessionStore, AttentionLevel, HeldCall, LeftReason } from "../index.js";
import { askGateway, type DesktopAnswer } from "./askGateway.js";
import { type GatewayEvent, gatewayEventOf } from "./GatewayEvent.js";
import { listenForEvents } from "./listenForEvents.js";
import type { GatewayAccess } from "./openGateway.js";
import { type SignInProblem, signInProblem, signOutProblem } from "./SignInProblem.js";

/** A line of the log: an event of the gateway's, a callback of the panel's, or something that the desktop did. */
export type LogEntry = { readonly id: number; readonly at: number } & LogLine;

type LogLine =
  | ({ readonly kind: "event" } & GatewayEvent)
  | ({ readonly kind: "callback"; readonly call: HeldCall } & PanelCallback)
  | { readonly kind: "signed-in" | "signed-out" | "renewed" | "failed" | "recovered" };

/** What the panel calls back with. */
export type PanelCallback =
  | { readonly name: "onHeld" }
  | { readonly name: "onLeft"; readonly detail: LeftReason }
  | { readonly name: "onAttention"; readonly detail: AttentionLevel }
  /** What became of which action. */
  | { readonly name: "onAction"; readonly detail: string };

/** What the agent fills in. */
export type SignIn = { readonly agentId: string; readonly password: string; readonly phoneNumber: string };

export type AgentDesktopState = {
  /** The agent who is signed in, or was last, or is offered. */
  readonly agentId: string;
  readonly busy: boolean;
  readonly problem: SignInProblem | null;
  /** Whether the form is wanted though there is a session. */
  readonly wantsSignIn: boolean;
  readonly listening: "no" | "yes" | "failing";
  /** Whether the panel is given the answers of the event poll. */
  readonly passesEvents: boolean;
  /** Newest first. */
  readonly log: readonly LogEntry[];

  /** Signs in; `force` ends a sign-in of the same agent elsewhere. */
  readonly signIn: (wish: SignIn, force: boolean) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Shows or hides the form while there is a session. */
  readonly wantSignIn: (wanted: boolean) => void;
  readonly passEvents: (passes: boolean) => void;
  /** Writes a callback of the panel's into the log. */
  readonly noteCallback: (call: HeldCall, callback: PanelCallback) => void;
};

/** The part of an agent desktop that is not on the screen: sign-in, sign-out and events. */
export type AgentDesktop = StoreApi<AgentDesktopState>;

const mostLines = 100;
const patience = 10_000;

/** A desktop that fills the session from the gateway. */
export function createAgentDesktop(access: GatewayAccess, session: AgentSessionStore): AgentDesktop {
  let lines = 0;
  const desktop = createStore<AgentDesktopState>()((set, get) => ({
    agentId: "291",
    busy: false,
    problem: null,
    wantsSignIn: false,
    listening: "no",
    passesEvents: true,
    log: [],
    wantSignIn: (wantsSignIn) => set({ wantsSignIn, problem: null }),
    passEvents: (passesEvents) => set({ passesEvents }),
    noteCallback: (call, callback) => write({ kind: "callback", call, ...callback }),

    signIn: async ({ agentId, password, phoneNumber }, force) => {
      if (get().busy) return;
      set({ busy: true, problem: null });
      const answer = await attempt(access, {
        method: "PUT",
        path: `onlineagent/${agentId}${force ? "/forcelogin" : ""}`,
        // Without automatic answering, or the gateway gives no hold list.
        body: {
          password,
          phonenum: phoneNumber,
          status: "4",
          autoanswer: "false",
          releasephone: "true",
          agenttype: "4",
        },
      });
      const problem = signInProblem(answer);
      if (problem === null && answer?.guid) {
        set({ busy: false, agentId, wantsSignIn: false });
        session.getState().signIn({ agentId, guid: answer.guid });
      } else set({ busy: false, agentId, problem });
    },

    signOut: async () => {
      const asked = session.getState().session;
      if (asked === null || get().busy) return;
      set({ busy: true, problem: null });
      const path = `onlineagent/${asked.agentId}/logout`;
      const answer = await attempt(access, { method: "DELETE", path, guid: asked.guid });
      const problem = signOutProblem(answer);
      set({ busy: false, problem });
      if (problem === null && session.getState().session?.signIn === asked.signIn) session.getState().signOut();
    },
  }));

  function write(line: LogLine): void {
    const entry: LogEntry = { id: ++lines, at: Date.now(), ...line };
    desktop.setState(({ log }) => ({ log: [entry, ...log].slice(0, mostLines) }));
  }

  /** The panel is given each answer, one without an event too: it proves that events flow. */
  function takeAnswer(body: object): void {
    const event = gatewayEventOf(body);
    if (event !== null) write({ kind: "event", ...event });
    const isEnd = event?.eventType === "AgentOther_ShutdownService";
    if (isEnd) desktop.setState({ problem: { kind: "ended" } });
    if (desktop.getState().passesEvents) session.getState().applyAgentEvent(body);
    else if (isEnd) session.getState().signOut();
  }

  const listen = (signal: AbortSignal) =>
    listenForEvents(
      access,
      session,
      {
        onAnswer: takeAnswer,
        onRenewal: () => write({ kind: "renewed" }),
        onRecovery: () => {
          desktop.setState({ listening: "yes" });
          write({ kind: "recovered" });
        },
        onFailure: (failures) => {
          // The poll that ends with a sign-out under way has not failed.
          if (desktop.getState().busy) return;
          desktop.setState({ listening: "failing" });
          if (failures === 1) write({ kind: "failed" });
        },
        onLost: () => desktop.setState({ listening: "no", problem: { kind: "lost" }, wantsSignIn: true }),
      },
      signal,
    );

  let listening = new AbortController();
  session.subscribe(({ session: now }, { session: before }) => {
    if (now?.signIn === before?.signIn) return;
    listening.abort();
    listening = new AbortController();
    write({ kind: now === null ? "signed-out" : "signed-in" });
    desktop.setState(now === null ? { listening: "no", wantsSignIn: false } : { listening: "yes" });
    if (now !== null) void listen(listening.signal);
  });
  return desktop;
}

/** The answer, or null where there is none to read. */
async function attempt(
  access: GatewayAccess,
  request: Omit<Parameters<typeof askGateway>[1], "signal">,
): Promise<DesktopAnswer | null> {
  try {
    return await askGateway(access, { ...request, signal: AbortSignal.timeout(patience) });
  } catch {
    return null;
  }
}
