// The complete panel as the package ships it, with all four actions.
import { createRoot } from "react-dom/client";
import {
  connectAndLeave,
  createAgentSession,
  createGateway,
  hangUp,
  HoldListPanel,
  HoldListProvider,
  retrieve,
  threeParty,
} from "hold-list-panel";
import "hold-list-panel/styles.css";
import { size } from "./agentCalls.js";

const gateway = createGateway({ baseUrl: `/${size}` });
const session = createAgentSession();
session.getState().signIn({ agentId: "291", guid: "2f1c5e0a-8a4b-4c55-9d52-3c1de0a1b2c3.AgentGateway1" });
const actions = [retrieve, threeParty, connectAndLeave, hangUp];

createRoot(document.getElementById("root")!).render(
  <HoldListProvider gateway={gateway} session={session} pollInterval={1_000}>
    <HoldListPanel actions={actions} />
  </HoldListProvider>,
);
