import { createRoot } from "react-dom/client";
import {
  connectAndLeave,
  createAgentSession,
  createGateway,
  hangUp,
  HoldListPanel,
  HoldListProvider,
  parseSetGuid,
  retrieve,
  threeParty,
} from "../../../src/index.js";
import "../../../src/panel/HoldListPanel.css";
import { record, recordTold } from "./record.js";

// A small desktop: it signs an agent in, and shows the panel between two buttons of its own.
//   ?agent=291   who            &events      polls the events, and passes them on
//   &timeout=    of the gateway, ms          &confirm=    for how long the list is watched, ms
const settings = new URLSearchParams(location.search);
const agentId = settings.get("agent") ?? "291";
const number = (name: string) => (settings.has(name) ? Number(settings.get(name)) : undefined);
const resource = "/agentgateway/resource";

record();
const session = createAgentSession();
const gateway = createGateway({ baseUrl: "", timeout: number("timeout") });
const actions = [retrieve, threeParty, connectAndLeave, hangUp].map((action) => ({
  ...action,
  confirmWithin: number("confirm"),
}));

createRoot(document.getElementById("root") ?? document.body).render(
  <>
    <button type="button" onClick={() => void signIn()}>
      Sign in
    </button>
    <HoldListProvider gateway={gateway} session={session} pollInterval={500} safetyInterval={2_000}>
      <HoldListPanel
        actions={actions}
        onAction={({ callId }, report) =>
          recordTold({ callId, kind: report.kind, code: report.kind === "failed" ? report.code : "" })
        }
        renderCall={({ callId }) => <span data-call={callId} />}
      />
    </HoldListProvider>
    <button type="button">Elsewhere</button>
  </>,
);

async function signIn(): Promise<void> {
  if (session.getState().session !== null) return;
  const response = await fetch(`${resource}/onlineagent/${agentId}/forcelogin`, {
    method: "PUT",
    body: JSON.stringify({ password: "demo", phonenum: "40038", autoanswer: "false" }),
  });
  const guid = parseSetGuid(response.headers.get("Set-GUID") ?? "");
  if (guid === null) return;
  session.getState().signIn({ agentId, guid });
  if (settings.has("events")) void listen();
}

/** Passes each answer on. The gateway keeps a poll waiting, so that there is no pause to make. */
async function listen(): Promise<void> {
  for (;;) {
    const asked = session.getState().session;
    if (asked === null) return;
    try {
      const response = await fetch(`${resource}/agentevent/${agentId}`, { headers: { Guid: asked.guid } });
      session.getState().applyAgentEvent(await response.json());
    } catch {
      return; // the page goes
    }
  }
}
