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
import { recordActions } from "./recordActions.js";
import { recordLostFocus } from "./recordLostFocus.js";

// A small desktop: it signs an agent in, and shows the panel between two buttons of its own.
//   ?agent=291     the agent's ID
//   &events        polls the agent's events and passes them on
//   &timeout=ms    of the gateway's requests
//   &confirm=ms    for how long an accepted action waits for the list to confirm it
const settings = new URLSearchParams(location.search);
const agentId = settings.get("agent") ?? "291";
const number = (name: string) => (settings.has(name) ? Number(settings.get(name)) : undefined);
const resource = "/agentgateway/resource";

recordActions();
recordLostFocus();
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
      <HoldListPanel actions={actions} renderCall={({ callId }) => <span data-call={callId} />} />
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
  if (settings.has("events")) void pollEvents();
}

/** Passes each answer on. The gateway delays its answer, so no pause is needed between polls. */
async function pollEvents(): Promise<void> {
  for (;;) {
    const asked = session.getState().session;
    if (asked === null) return;
    try {
      const response = await fetch(`${resource}/agentevent/${agentId}`, { headers: { Guid: asked.guid } });
      session.getState().applyAgentEvent(await response.json());
    } catch {
      return; // the page is being closed
    }
  }
}
