import {
  createAgentSession,
  createGateway,
  HoldListProvider,
  parseSetGuid,
  retrieve,
  useHoldList,
} from "hold-list-panel";
import { lazy, Suspense } from "react";
import { createRoot } from "react-dom/client";

const HeldCalls = lazy(() => import("calls/HeldCalls"));

const gateway = createGateway({ baseUrl: "" });
const session = createAgentSession();

async function signIn() {
  const response = await fetch("/agentgateway/resource/onlineagent/291", {
    method: "PUT",
    headers: { "Content-Type": "application/json; charset=UTF-8" },
    body: JSON.stringify({ password: "demo", phonenum: "40038", autoanswer: "false" }),
  });
  const guid = parseSetGuid(response.headers.get("Set-GUID"));
  if (guid !== null) session.getState().signIn({ agentId: "291", guid });
}

function Badge() {
  const list = useHoldList();
  return <output>{list.status === "ready" ? `${list.calls.length} waiting` : "–"}</output>;
}

createRoot(document.getElementById("root")).render(
  <HoldListProvider gateway={gateway} session={session}>
    <Badge />
    <button type="button" onClick={signIn}>
      Sign in
    </button>
    <Suspense>
      <HeldCalls actions={[retrieve]} />
    </Suspense>
  </HoldListProvider>,
);
