import { realFetch, virtualClock } from "../../support/virtualClock.js";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import { useHoldListContext } from "../../../src/hold-list/HoldListContext.js";
import {
  createAgentSession,
  createGateway,
  HoldListPanel,
  HoldListProvider,
  parseSetGuid,
  retrieve,
} from "../../../src/index.js";
import "../../../src/panel/HoldListPanel.css";
import type { Command, Report } from "../Command.js";

// A desktop on a virtual clock: see virtualClock.ts. `?now=` is its time, ms since 1970.

const agentId = "291";
const resource = "/agentgateway/resource";
const session = createAgentSession();
const gateway = createGateway({ baseUrl: "" });
let passesEvents = false;
let queries = () => 0;

function Probe() {
  const { poller } = useHoldListContext("Probe");
  useEffect(() => {
    queries = () => poller.client.getQueryCache().getAll().length;
  }, [poller]);
  return null;
}

async function send(method: string, path: string, guid: string | null, body?: object): Promise<string | null> {
  const response = await fetch(`${resource}/onlineagent/${agentId}/${path}`, {
    method,
    headers: guid === null ? {} : { Guid: guid },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return parseSetGuid(response.headers.get("Set-GUID") ?? "");
}

/** The heartbeat renews the Guid. */
async function handshake(): Promise<void> {
  const asked = session.getState().session;
  if (asked === null) return;
  const guid = await send("POST", "handshake", asked.guid).catch(() => null);
  if (guid !== null) session.getState().renewGuid(guid, asked.signIn);
}

setInterval(() => void handshake(), 30_000);
setInterval(() => {
  if (passesEvents) session.getState().applyAgentEvent({ message: "", retcode: "0", event: null });
}, 10_000);

async function signIn(): Promise<void> {
  const guid = await send("PUT", "forcelogin", null, { password: "demo", phonenum: "40038", autoanswer: "false" });
  if (guid !== null) session.getState().signIn({ agentId, guid });
}

async function carryOut(command: Command): Promise<void> {
  switch (command.kind) {
    case "advance":
      return virtualClock.advance(command.ms);
    case "sign-in":
      return signIn();
    case "sign-out":
      return session.getState().signOut();
    case "events":
      passesEvents = command.passed;
      break;
    case "event":
      if (passesEvents) session.getState().applyAgentEvent(command.envelope);
  }
}

function report(): Report {
  const marks = [...document.querySelectorAll("li:not([data-left]) [data-call]")];
  return {
    shown: marks.map((mark) => mark.getAttribute("data-call") ?? ""),
    condition: document.querySelector("[data-condition]")?.getAttribute("data-condition") ?? "",
    timers: virtualClock.timers(),
    queries: queries(),
    storage: JSON.stringify([{ ...sessionStorage }, { ...localStorage }]).length,
  };
}

/** Carries out the test's commands. They come by HTTP, because code that the DevTools protocol evaluates stays in the heap. */
async function obey(): Promise<never> {
  for (;;) {
    const response = await realFetch("/command", { method: "POST", body: JSON.stringify(report()) });
    await carryOut((await response.json()) as Command);
  }
}

createRoot(document.getElementById("root") ?? document.body).render(
  <HoldListProvider gateway={gateway} session={session}>
    <Probe />
    <HoldListPanel actions={[retrieve]} renderCall={({ callId }) => <span data-call={callId} />} />
  </HoldListProvider>,
);

void obey();
