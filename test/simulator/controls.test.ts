import { expect, it } from "vitest";
import { createControlledFetch } from "../../src/simulator/server/createControlledFetch.js";
import { beginning } from "../support/createManualClock.js";
import { askJson, signedIn } from "./ask.js";

function controlled() {
  const agent = signedIn();
  const fetch = createControlledFetch(agent.simulator);
  /** Sends a request to a control and returns the status and the parsed body of its answer. */
  const control = async (method: string, path: string, body?: unknown) => {
    const sent = body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body);
    const response = await fetch(`/simulator/${path}`, { method, body: sent });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : (JSON.parse(text) as unknown) };
  };
  return { ...agent, fetch, control };
}

const call = { callId: "1-1", callType: 7, caller: "10086", called: "70943", skill: "voice" };

it("adds held and current calls and returns the state of the agent", async () => {
  const { control } = controlled();
  const held = { ...call, heldSince: 5 };
  expect(await control("POST", "agents/102/calls", held)).toEqual({ status: 200, body: held });
  const madeUp = { callId: expect.stringMatching(/^\d+-0$/) as unknown, heldSince: beginning };
  expect(await control("POST", "agents/102/calls")).toMatchObject({ status: 200, body: madeUp });
  await control("POST", "agents/102/calls", { callId: "2-2", state: "current" });
  expect(await control("GET", "agents/102")).toMatchObject({
    status: 200,
    body: { agentId: "102", signedIn: false, currentCall: { callId: "2-2" }, heldCalls: [{ callId: "1-1" }, madeUp] },
  });
});

it.each([
  ["a%2F1", { currentCall: null, heldCalls: [{ callId: "b" }] }],
  ["b?how=retrieved", { currentCall: { callId: "b" }, heldCalls: [{ callId: "a/1" }] }],
])("ends the call of DELETE calls/%s", async (path, expected) => {
  const { simulator, control } = controlled();
  for (const callId of ["a/1", "b"]) simulator.holdCall("101", { callId });
  expect(await control("DELETE", `agents/101/calls/${path}`)).toEqual({ status: 204, body: null });
  expect(simulator.agent("101")).toMatchObject(expected);
});

it("orders, lists and clears faults", async () => {
  const { simulator, control } = controlled();
  const fault = { kind: "retcode", retcode: "300-001", on: "any", agentId: "101", times: 3 };
  expect(await control("POST", "faults", fault)).toEqual({ status: 200, body: { id: "1", fault, remaining: 3 } });
  await control("POST", "faults", { kind: "silence" });
  expect(await control("GET", "faults")).toMatchObject({ body: [{ id: "1" }, { id: "2", remaining: null }] });
  expect((await control("DELETE", "faults/1")).status).toBe(204);
  expect(simulator.faults).toMatchObject([{ id: "2" }]);
  expect((await control("DELETE", "faults")).status).toBe(204);
  expect(simulator.faults).toEqual([]);
});

it.each([
  { kind: "http", status: 502, retryAfter: "3", body: "x" },
  { kind: "latency", delay: 100 },
  { kind: "silence", after: "headers" },
  { kind: "disconnect", on: "handshake" },
  { kind: "redirect", location: "/x", status: 308 },
  { kind: "body", body: "", contentType: "text/html" },
  { kind: "setGuid", value: "x" },
  { kind: "empty", as: "400-003", on: "holdListEx" },
  { kind: "notDone", on: "retrieve" },
  { kind: "doneLate", after: 5 },
  { kind: "answerLost", by: "silence" },
])("orders the fault $kind", async (fault) => {
  const { simulator, control } = controlled();
  expect((await control("POST", "faults", fault)).status).toBe(200);
  expect(simulator.faults[0]?.fault).toEqual(fault);
});

it("changes settings and answers with all of them", async () => {
  const { simulator, control } = controlled();
  const changes = { authentication: "dynamic", guidOverlap: 1_000, phoneState: 3, shutdownOnSignOut: true };
  expect(await control("PATCH", "settings", changes)).toMatchObject({ status: 200, body: changes });
  expect(await control("GET", "settings")).toEqual({ status: 200, body: simulator.settings });
  await control("PATCH", "settings", { guidOverlap: null });
  expect(simulator.settings).toMatchObject({ ...changes, guidOverlap: null });
});

it("lists and clears the requests to the gateway, but not those to the controls", async () => {
  const { simulator, control } = controlled();
  await askJson(simulator, "GET", "calldata/101/holdlist");
  const request = { method: "GET", operation: "holdList", agentId: "101", callId: null, guid: "missing" };
  expect(await control("GET", "requests")).toMatchObject({
    status: 200,
    body: [{ ...request, at: beginning, outcome: "100-006", endedAt: beginning }],
  });
  await control("DELETE", "requests");
  expect(simulator.requests).toEqual([]);
});

it("sends events, renews Guids and signs out", async () => {
  const { simulator, guid, fetch, control } = controlled();
  expect((await control("POST", "agents/101/events", { eventType: "AgentState_Ready" })).status).toBe(204);
  expect((await control("POST", "agents/101/guid")).status).toBe(204);
  const polled = await fetch("/agentgateway/resource/agentevent/101", { headers: { guid } });
  expect(polled.headers.get("Set-GUID")).toMatch(/^JSESSIONID=/);
  expect(await polled.json()).toMatchObject({ event: { eventType: "AgentState_Ready", content: null } });
  expect((await control("DELETE", "agents/101/session")).status).toBe(204);
  expect(simulator.agent("101").signedIn).toBe(false);
});

it("restores the initial state on reset", async () => {
  const { simulator, listJson, control } = controlled();
  simulator.holdCall("101");
  simulator.order({ kind: "disconnect" });
  simulator.set({ latency: 9 });
  expect((await control("POST", "reset")).status).toBe(204);
  expect(simulator.agent("101")).toEqual({ agentId: "101", signedIn: false, currentCall: null, heldCalls: [] });
  expect([simulator.faults, simulator.requests, simulator.settings.latency]).toEqual([[], [], 0]);
  expect(await listJson()).toMatchObject({ retcode: "100-006" });
});

it.each<[string, unknown, number, string]>([
  ["POST faults", { kind: "retcod" }, 400, 'fault.kind: expected one of "retcode", "http"'],
  ["POST faults", {}, 400, "fault.kind: expected one of"],
  ["POST faults", [], 400, "fault.kind: expected one of"],
  ["POST faults", { kind: "retcode" }, 400, "fault.retcode: expected a value, got nothing."],
  ["POST faults", { kind: "retcode", retcode: 7 }, 400, "fault.retcode: expected a string, got 7."],
  ["POST faults", { kind: "http", status: 700 }, 400, "fault.status: expected a number from 200 to 599, got 700."],
  ["POST faults", { kind: "silence", on: "nothing" }, 400, "fault.on: expected one of"],
  ["POST faults", { kind: "silence", retcode: "1" }, 400, "fault.retcode: expected one of the fields"],
  ["POST faults", '{"kind":"silence","__proto__":{}}', 400, "fault.__proto__: expected one of the fields"],
  ["POST faults", { kind: "silence", times: 1.5 }, 400, "fault.times: expected a whole number, got 1.5."],
  ["POST faults", "{", 400, "body: expected JSON."],
  ["PATCH settings", { latncy: 1 }, 400, "settings.latncy: expected one of the fields latency"],
  ["PATCH settings", { latency: -1 }, 400, "settings.latency: expected a number from 0, got -1."],
  ["PATCH settings", { eventArray: 1 }, 400, "settings.eventArray: expected true or false, got 1."],
  ["PATCH settings", { phoneState: 4 }, 400, "settings.phoneState: expected one of 2, 3, got 4."],
  ["PATCH settings", null, 400, "settings: expected an object, got null."],
  ["POST agents/101/calls", { callType: "7" }, 400, "call.callType: expected a number"],
  ["POST agents/101/events", {}, 400, "event.eventType: expected a value, got nothing."],
  ["DELETE agents/101/calls/1-1?how=magic", undefined, 400, 'how: expected one of "customer"'],
  ["DELETE agents/101/calls/1-1", undefined, 404, "Agent 101 has no call 1-1."],
  ["DELETE faults/77", undefined, 404, "There is no fault 77."],
  ["POST agents/102/guid", undefined, 404, "Agent 102 is not signed in."],
  ["GET agents/abc", undefined, 400, "agentId: expected 101 to 999999"],
  ["GET agents/%zz", undefined, 400, "path: cannot read %zz."],
  ["PUT settings", {}, 404, "There is no control PUT /simulator/settings"],
  ["GET ", undefined, 404, "There is no control GET /simulator/"],
])("refuses %s %j with %i", async (request, body, status, error) => {
  const { simulator, control } = controlled();
  const before = simulator.settings;
  const [method = "", path = ""] = request.split(" ");
  const refused = { status, body: { error: expect.stringContaining(error) as unknown } };
  expect(await control(method, path, body)).toMatchObject(refused);
  expect([simulator.faults, simulator.settings, simulator.agent("101").heldCalls]).toEqual([[], before, []]);
});
