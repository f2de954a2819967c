import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { join } from "node:path";
import type { ComponentType, ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  type AgentSessionStore,
  createAgentSession,
  createGateway,
  type HoldListFeed,
  HoldListProvider,
} from "../../src/index.js";
import { createSimulator, type Simulator } from "../../src/simulator/simulator.js";
import { root } from "./snippets.js";

type Exports = Record<string, ComponentType> & { session: AgentSessionStore; feed: HoldListFeed };

/** Imports a code block of the manual as a module and returns its exports. */
const run = (name: string) => import(/* @vite-ignore */ join(root, "test/docs/snippets", name)) as Promise<Exports>;

const call = { callId: "1501127996-2", callType: 0, caller: "13800138000", called: "10086", skill: "voice" };

/** A signed-in agent with one call on hold, and a provider to render into. */
function openDesk() {
  const simulator = createSimulator();
  simulator.holdCall("291", call);
  const session = createAgentSession({ agentId: "291", guid: simulator.signIn("291") });
  const gateway = createGateway({ baseUrl: "https://gateway.invalid", fetch: simulator.fetch });
  const Desk = ({ children }: { children: ReactNode }) => (
    <HoldListProvider gateway={gateway} session={session}>
      {children}
    </HoldListProvider>
  );
  return { simulator, session, gateway, Desk };
}

const posts = (simulator: Simulator) => simulator.requests.filter(({ method }) => method === "POST");

async function renderIn(desk: ReturnType<typeof openDesk>, name: string, component = "Calls") {
  const { [component]: Component } = await run(name);
  if (Component === undefined) throw new Error(`${name} has no ${component}.`);
  render(
    <desk.Desk>
      <Component />
    </desk.Desk>,
  );
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("code blocks of the manual, run unchanged", () => {
  it("embed the panel, sign in, pass on an event and sign out", async () => {
    const simulator = createSimulator();
    simulator.holdCall("291", call);
    vi.stubGlobal("fetch", simulator.fetch);
    const { Desktop, session } = await run("EmbedIt-2.tsx");
    if (Desktop === undefined) throw new Error("There is no Desktop.");
    render(<Desktop />);
    screen.getByText("Sign in to see your calls on hold.");

    vi.stubGlobal("session", session);
    const at = "http://localhost/agentgateway/resource/";
    const body = JSON.stringify({ password: "demo", phonenum: "40038", autoanswer: "false" });
    const response = await simulator.fetch(`${at}onlineagent/291`, { method: "PUT", body });
    vi.stubGlobal("response", response);
    await act(() => run("SignIn-1.ts"));
    await screen.findByText("138 0013 8000");

    simulator.sendEvent("291", { eventType: "AgentEvent_Hold", content: call.callId });
    const Guid = session.getState().session?.guid ?? "";
    vi.stubGlobal("pollEvents", () => simulator.fetch(`${at}agentevent/291`, { headers: { Guid } }));
    await act(() => run("Events-1.ts"));
    expect(session.getState().events).toMatchObject([{ kind: "held", callId: call.callId }]);

    await act(() => run("SignIn-3.ts"));
    screen.getByText("Sign in to see your calls on hold.");
  });

  it("retrieve a call with the built-in action", async () => {
    const desk = openDesk();
    await renderIn(desk, "Actions-1.tsx");
    await userEvent.click(await screen.findByRole("button", { name: /^Retrieve/ }));
    await waitFor(() => expect(posts(desk.simulator).map(({ callId }) => callId)).toEqual([call.callId]));
  });

  it("report the outcome of an action", async () => {
    const desk = openDesk();
    const log = vi.fn();
    vi.stubGlobal("log", log);
    await renderIn(desk, "Actions-2.tsx");
    await userEvent.click(await screen.findByRole("button", { name: /^Retrieve/ }));
    await waitFor(() => expect(log).toHaveBeenLastCalledWith(expect.stringMatching(/^retrieve .*: after \d+ ms$/)));
  });

  it("run a custom action and show that it failed", async () => {
    const desk = openDesk();
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(null, { status: 409 })));
    await renderIn(desk, "Actions-3.tsx");
    await userEvent.click(await screen.findByRole("button", { name: /^More actions/ }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Park", hidden: true })); // jsdom opens no popover
    await screen.findByText("That did not work.");
  });

  it("retrieve the longest held call by a host shortcut and by the toolbar button", async () => {
    const desk = openDesk();
    await renderIn(desk, "Actions-4.tsx");
    await screen.findByText("138 0013 8000");
    await userEvent.keyboard("{F9}");
    await waitFor(() => expect(posts(desk.simulator)).toHaveLength(1));
    cleanup();
    const other = openDesk();
    await renderIn(other, "Actions-5.tsx", "Toolbar");
    await userEvent.click(await screen.findByRole("button", { name: /^Retrieve longest held 138 0013 8000/ }));
    await waitFor(() => expect(posts(other.simulator)).toHaveLength(1));
  });

  it("disable sign-out while a call is on hold", async () => {
    vi.stubGlobal("signOut", vi.fn());
    await renderIn(openDesk(), "Actions-6.tsx", "SignOutButton");
    expect(await screen.findByRole("button", { name: "Sign out 1 on hold" })).toBeDisabled();
  });

  it("render host content and mask numbers", async () => {
    vi.stubGlobal("customers", new Map([["13800138000", "Li Na"]]));
    await renderIn(openDesk(), "EmbedIt-5.tsx");
    await screen.findByText("Li Na");
    expect(screen.queryByText("138 0013 8000")).toBeNull();
  });

  it("show Chinese labels and custom labels", async () => {
    await renderIn(openDesk(), "TranslateIt-1.tsx");
    await screen.findByRole("button", { name: /^取消保持/ });
    cleanup();
    await renderIn(openDesk(), "TranslateIt-2.tsx");
    await screen.findByText("Waiting callers");
  });

  it("list held calls with useHoldList alone", async () => {
    await renderIn(openDesk(), "Headless-1.tsx", "HeldCalls");
    await screen.findByText("13800138000");
  });

  it("show a list pushed by the host", async () => {
    const socket = new EventTarget();
    vi.stubGlobal("socket", socket);
    const { Desktop, session } = await run("Headless-2.tsx");
    if (Desktop === undefined) throw new Error("There is no Desktop.");
    render(<Desktop />);
    act(() => session.getState().signIn({ agentId: "291", guid: "0123" }));
    const result = [{ callfeature: 0, callid: "1501127996-2", caller: "13800138000", called: "10086", callskill: "" }];
    const data = JSON.stringify({ message: "", retcode: "0", result });
    act(() => void socket.dispatchEvent(new MessageEvent("message", { data })));
    await screen.findByText("138 0013 8000");
  });

  it("show another agent's list to a supervisor", async () => {
    const desk = openDesk();
    vi.stubGlobal("gateway", desk.gateway);
    vi.stubGlobal("session", desk.session);
    desk.simulator.signIn("292");
    desk.simulator.holdCall("292", { ...call, caller: "70941" });
    const { TeamMember } = (await run("Supervisor-1.tsx")) as unknown as {
      TeamMember: ComponentType<{ agentId: string; name: string }>;
    };
    render(<TeamMember agentId="292" name="Li Na" />);
    await screen.findByText("70941");
    screen.getByRole("region", { name: /^On hold: Li Na/ });
  });
});

// This block is itself a test file: importing it adds its tests to this one.
await run("Testing-1.tsx");
