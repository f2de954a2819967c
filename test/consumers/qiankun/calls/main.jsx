import "./publicPath.js";
import { createAgentSession, createGateway, HoldListPanel, HoldListProvider, parseSetGuid } from "hold-list-panel";
import { createRoot } from "react-dom/client";

const gateway = createGateway({ baseUrl: location.origin });
const session = createAgentSession();
let root;

async function signIn() {
  const response = await fetch("/agentgateway/resource/onlineagent/291", {
    method: "PUT",
    headers: { "Content-Type": "application/json; charset=UTF-8" },
    body: JSON.stringify({ password: "demo", phonenum: "40038", autoanswer: "false" }),
  });
  const guid = parseSetGuid(response.headers.get("Set-GUID"));
  if (guid !== null) session.getState().signIn({ agentId: "291", guid });
}

export async function bootstrap({ isStyledByMainApp }) {
  if (!isStyledByMainApp) await import("hold-list-panel/styles.css");
}

export async function mount({ container }) {
  root = createRoot(container.querySelector("#root"));
  root.render(
    <HoldListProvider gateway={gateway} session={session}>
      <button type="button" onClick={signIn}>
        Sign in
      </button>
      <HoldListPanel />
    </HoldListProvider>,
  );
}

export async function unmount() {
  root.unmount();
}
