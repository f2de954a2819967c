import {
  createAgentSession,
  createGateway,
  HoldListBadge,
  HoldListPanel,
  HoldListProvider,
  isGatewayError,
  parseSetGuid,
  retrieve,
  RetrieveLongestHeldButton,
  useHoldList,
} from "hold-list-panel";
import type { HoldListPanelElement } from "hold-list-panel/element";
import { createSimulator } from "hold-list-panel/simulator";
import "hold-list-panel/styles.css";
import { createRoot } from "react-dom/client";

const gateway = createGateway({ baseUrl: "" });
const session = createAgentSession();

// Compiled, not used.
export const test = { createSimulator, isGatewayError, useHoldList };
export type Element = HoldListPanelElement;
export const others = [<HoldListBadge key="badge" />, <RetrieveLongestHeldButton key="button" action={retrieve} />];

async function signIn() {
  const response = await fetch("/agentgateway/resource/onlineagent/291", {
    method: "PUT",
    headers: { "Content-Type": "application/json; charset=UTF-8" },
    body: JSON.stringify({ password: "demo", phonenum: "40038", autoanswer: "false" }),
  });
  const guid = parseSetGuid(response.headers.get("Set-GUID"));
  if (guid !== null) session.getState().signIn({ agentId: "291", guid });
}

createRoot(document.getElementById("root") as HTMLElement).render(
  <HoldListProvider gateway={gateway} session={session}>
    <button type="button" onClick={() => void signIn()}>
      Sign in
    </button>
    <HoldListPanel actions={[retrieve]} />
  </HoldListProvider>,
);
