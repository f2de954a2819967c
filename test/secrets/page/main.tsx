import "./recordTraces.js";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import { useHoldListContext } from "../../../src/hold-list/HoldListContext.js";
import {
  createAgentSession,
  createGateway,
  HoldListPanel,
  HoldListProvider,
  maskNumber,
  parseSetGuid,
  retrieve,
} from "../../../src/index.js";
import "../../../src/panel/HoldListPanel.css";
import type { Trace } from "./recordTraces.js";
import { fibers, searchPage } from "./searchPage.js";

// A desktop that masks numbers and records what can be read of it. Its fetch does not count as readable: it is the host's.

/** What the test does with the page. */
export type SecretsPage = {
  readonly signIn: () => Promise<void>;
  readonly renew: () => Promise<void>;
  readonly signOut: () => void;
  readonly search: () => Trace[];
  /** How much the search covers. */
  readonly fibers: () => number;
};

declare global {
  interface Window {
    secrets: SecretsPage;
    /** Makes the panel's own code fail. */
    isBroken?: boolean;
  }
}

const agentId = "291";
const resource = "/agentgateway/resource/onlineagent";
const session = createAgentSession();
const gateway = createGateway({ baseUrl: "", timeout: 1_000 });
const hostClient = new QueryClient();
let panelClient: QueryClient | null = null;

function Probe() {
  const { poller } = useHoldListContext("Probe");
  useEffect(() => {
    panelClient = poller.client;
  }, [poller]);
  return null;
}

async function send(method: string, path: string, guid: string | null, body?: object): Promise<string> {
  const response = await fetch(`${resource}/${agentId}/${path}`, {
    method,
    headers: guid === null ? {} : { Guid: guid },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const renewed = parseSetGuid(response.headers.get("Set-GUID") ?? "");
  if (renewed === null) throw new Error("No Guid came.");
  return renewed;
}

window.secrets = {
  signIn: async () => {
    const guid = await send("PUT", "forcelogin", null, { password: "demo", phonenum: "40038", autoanswer: "false" });
    session.getState().signIn({ agentId, guid });
  },
  renew: async () => {
    const { session: asked } = session.getState();
    if (asked !== null) session.getState().renewGuid(await send("POST", "handshake", asked.guid), asked.signIn);
  },
  signOut: () => session.getState().signOut(),
  search: () => searchPage(panelClient === null ? [hostClient] : [hostClient, panelClient]),
  fibers: () => fibers().length,
};

createRoot(document.getElementById("root") ?? document.body).render(
  <QueryClientProvider client={hostClient}>
    <HoldListProvider gateway={gateway} session={session} pollInterval={500}>
      <Probe />
      <HoldListPanel actions={[retrieve]} mask={maskNumber} notifications sound />
    </HoldListProvider>
  </QueryClientProvider>,
);
