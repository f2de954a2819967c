// The complete panel as the package ships it, without actions.
import { createRoot } from "react-dom/client";
import { createAgentSession, createGateway, HoldListPanel, HoldListProvider } from "hold-list-panel";
import "hold-list-panel/styles.css";
import { size } from "./agentCalls.js";

const gateway = createGateway({ baseUrl: `/${size}` });
const session = createAgentSession();
session.getState().signIn({ agentId: "291", guid: "2f1c5e0a-8a4b-4c55-9d52-3c1de0a1b2c3.AgentGateway1" });

createRoot(document.getElementById("root")!).render(
  <HoldListProvider gateway={gateway} session={session} pollInterval={1_000}>
    <HoldListPanel />
  </HoldListProvider>,
);
