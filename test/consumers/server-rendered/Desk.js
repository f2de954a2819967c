import { createAgentSession, createGateway, HoldListPanel, HoldListProvider, parseSetGuid } from "hold-list-panel";
import { createElement as h, StrictMode } from "react";

const gateway = createGateway({ baseUrl: "" });
export const session = createAgentSession();

async function signIn() {
  const response = await fetch("/agentgateway/resource/onlineagent/291", {
    method: "PUT",
    headers: { "Content-Type": "application/json; charset=UTF-8" },
    body: JSON.stringify({ password: "demo", phonenum: "40038", autoanswer: "false" }),
  });
  const guid = parseSetGuid(response.headers.get("Set-GUID"));
  if (guid !== null) session.getState().signIn({ agentId: "291", guid });
}

export const Desk = () =>
  h(
    StrictMode,
    null,
    h(
      HoldListProvider,
      { gateway, session },
      h("button", { type: "button", onClick: signIn }, "Sign in"),
      h(HoldListPanel, { sound: true, notifications: true }),
    ),
  );
