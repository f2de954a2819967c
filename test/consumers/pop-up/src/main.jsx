import {
  createAgentSession,
  createGateway,
  hangUp,
  HoldListPanel,
  HoldListProvider,
  parseSetGuid,
  retrieve,
  threeParty,
} from "hold-list-panel";
import "hold-list-panel/styles.css";
import { createRoot } from "react-dom/client";
import { PopOut } from "./PopOut.jsx";

const gateway = createGateway({ baseUrl: "" });
const session = createAgentSession();
const actions = [retrieve, threeParty, hangUp];

async function signIn() {
  const response = await fetch("/agentgateway/resource/onlineagent/291", {
    method: "PUT",
    headers: { "Content-Type": "application/json; charset=UTF-8" },
    body: JSON.stringify({ password: "demo", phonenum: "40038", autoanswer: "false" }),
  });
  const guid = parseSetGuid(response.headers.get("Set-GUID"));
  if (guid !== null) session.getState().signIn({ agentId: "291", guid });
}

createRoot(document.getElementById("root")).render(
  <HoldListProvider gateway={gateway} session={session}>
    <button type="button" onClick={signIn}>
      Sign in
    </button>
    <PopOut>
      <HoldListPanel actions={actions} />
    </PopOut>
  </HoldListProvider>,
);
