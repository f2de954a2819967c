import { expect, it } from "vitest";
import { createAgentSession } from "../../src/session/createAgentSession.js";
import { currentRequest } from "../../src/session/currentRequest.js";

const agent = { agentId: "291", guid: "first.AgentGateway1" };

it("returns null when nobody is signed in", () => {
  const store = createAgentSession(agent);
  store.getState().signOut();
  expect(currentRequest(store)).toBeNull();
});

it("carries the agent, the Guid of this moment, the sign-in and the signal", () => {
  const store = createAgentSession(agent);
  const signIn = store.getState().session?.signIn ?? NaN;
  store.getState().renewGuid("second.AgentGateway1", signIn);
  const { signal } = new AbortController();
  const expected = { agentId: "291", guid: "second.AgentGateway1", formerGuid: agent.guid, signIn, signal };
  expect(currentRequest(store, signal)).toMatchObject(expected);
});

it("applies a Set-GUID header to the sign-in that sent the request", () => {
  const store = createAgentSession(agent);
  currentRequest(store)?.onSetGuid("JSESSIONID=renewed.AgentGateway1; Path=/");
  expect(store.getState().session?.guid).toBe("renewed.AgentGateway1");
});

it.each(["", "JSESSIONID=", "renewed.AgentGateway1"])("ignores a Set-GUID header without a Guid: %j", (header) => {
  const store = createAgentSession(agent);
  currentRequest(store)?.onSetGuid(header);
  expect(store.getState().session?.guid).toBe(agent.guid);
});

it("does not apply a late Set-GUID header to a later sign-in or after a sign-out", () => {
  const store = createAgentSession(agent);
  const late = currentRequest(store);
  store.getState().signIn({ ...agent, guid: "other.AgentGateway1" });
  late?.onSetGuid("JSESSIONID=renewed.AgentGateway1");
  expect(store.getState().session?.guid).toBe("other.AgentGateway1");
  store.getState().signOut();
  late?.onSetGuid("JSESSIONID=renewed.AgentGateway1");
  expect(store.getState().session).toBeNull();
});
