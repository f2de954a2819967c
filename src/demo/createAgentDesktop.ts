import { createStore } from "zustand/vanilla";
import type { AgentSessionStore } from "../index.js";
import type { AgentDesktop, AgentDesktopState, Credentials, LogContent, LogEntry } from "./AgentDesktop.js";
import { askGateway, type DesktopAnswer, type DesktopRequest } from "./askGateway.js";
import { listenForEvents } from "./listenForEvents.js";
import type { GatewayAccess } from "./openGateway.js";
import { parseGatewayEvent } from "./parseGatewayEvent.js";
import { signInProblem, signOutProblem } from "./signInProblem.js";

const maxEntries = 100;
const requestTimeout = 10_000; // ms

/** A desktop that signs in at the gateway and keeps the session up to date. */
export function createAgentDesktop(access: GatewayAccess, session: AgentSessionStore): AgentDesktop {
  let entries = 0;
  const desktop = createStore<AgentDesktopState>()((set, get) => ({
    agentId: "291",
    busy: false,
    problem: null,
    isFormOpen: false,
    listening: "no",
    forwardsEvents: true,
    log: [],
    openForm: (isFormOpen) => set({ isFormOpen, problem: null }),
    forwardEvents: (forwardsEvents) => set({ forwardsEvents }),
    logCallback: (call, callback) => write({ kind: "callback", call, ...callback }),

    signIn: async (credentials, force) => {
      if (get().busy) return;
      set({ busy: true, problem: null });
      const { agentId } = credentials;
      const answer = await askOnce(access, signInRequest(credentials, force));
      const problem = signInProblem(answer);
      if (problem === null && answer?.guid) {
        set({ busy: false, agentId, isFormOpen: false });
        session.getState().signIn({ agentId, guid: answer.guid, loginTime: loginTimeOf(answer.body) });
      } else set({ busy: false, agentId, problem });
    },

    signOut: async () => {
      const asked = session.getState().session;
      if (asked === null || get().busy) return;
      set({ busy: true, problem: null });
      const path = `onlineagent/${asked.agentId}/logout`;
      const problem = signOutProblem(await askOnce(access, { method: "DELETE", path, guid: asked.guid }));
      set({ busy: false, problem });
      if (problem === null && session.getState().session?.signIn === asked.signIn) session.getState().signOut();
    },
  }));

  function write(content: LogContent): void {
    const entry: LogEntry = { id: ++entries, at: Date.now(), ...content };
    desktop.setState(({ log }) => ({ log: [entry, ...log].slice(0, maxEntries) }));
  }

  /** Forwards every answer to the panel, also one without an event: it proves that events flow. */
  function applyAnswer(body: object, asked: number): void {
    const event = parseGatewayEvent(body);
    if (event !== null) write({ kind: "event", ...event });
    const hasEnded = event?.eventType === "AgentOther_ShutdownService";
    if (hasEnded) desktop.setState({ problem: { kind: "ended" } });
    if (desktop.getState().forwardsEvents) session.getState().applyAgentEvent(body, asked);
    else if (hasEnded) session.getState().signOut();
  }

  const listen = (signal: AbortSignal) =>
    listenForEvents(
      access,
      session,
      {
        onAnswer: applyAnswer,
        onRenewal: () => write({ kind: "renewed" }),
        onRecovery: () => {
          desktop.setState({ listening: "yes" });
          write({ kind: "recovered" });
        },
        onFailure: (failures) => {
          // A poll that a sign-out ends has not failed.
          if (desktop.getState().busy) return;
          desktop.setState({ listening: "failing" });
          if (failures === 1) write({ kind: "failed" });
        },
        onSessionLost: () => desktop.setState({ listening: "no", problem: { kind: "lost" }, isFormOpen: true }),
      },
      signal,
    );

  let listening = new AbortController();
  session.subscribe(({ session: now }, { session: before }) => {
    if (now?.signIn === before?.signIn) return;
    listening.abort();
    listening = new AbortController();
    write({ kind: now === null ? "signed-out" : "signed-in" });
    desktop.setState(now === null ? { listening: "no", isFormOpen: false } : { listening: "yes" });
    if (now !== null) void listen(listening.signal);
  });
  return desktop;
}

/** `result.loginTime`, which the gateway repeats in the event that ends this login. */
function loginTimeOf(body: object): string | undefined {
  const result: unknown = "result" in body ? body.result : null;
  const isKnown = typeof result === "object" && result !== null && "loginTime" in result;
  return isKnown ? String(result.loginTime) : undefined;
}

function signInRequest(credentials: Credentials, force: boolean): Omit<DesktopRequest, "signal"> {
  return {
    method: "PUT",
    path: `onlineagent/${credentials.agentId}${force ? "/forcelogin" : ""}`,
    body: {
      password: credentials.password,
      phonenum: credentials.phoneNumber,
      status: "4",
      autoanswer: "false", // with automatic answering the gateway gives no hold list
      releasephone: "true",
      agenttype: "4",
    },
  };
}

/** The answer; null where there is none to read within the time limit. */
async function askOnce(access: GatewayAccess, request: Omit<DesktopRequest, "signal">): Promise<DesktopAnswer | null> {
  try {
    return await askGateway(access, { ...request, signal: AbortSignal.timeout(requestTimeout) });
  } catch {
    return null;
  }
}
