"use client";

import { createAgentSession, createGateway, HoldListProvider, parseSetGuid } from "hold-list-panel";

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

export function Desk({ children }) {
  return (
    <HoldListProvider gateway={gateway} session={session}>
      <button type="button" onClick={signIn}>
        Sign in
      </button>
      {children}
    </HoldListProvider>
  );
}
