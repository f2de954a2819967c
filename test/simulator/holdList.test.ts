import { expect, it } from "vitest";
import { createSimulator, type EmptyListForm } from "../../src/simulator/simulator.js";
import { beginning } from "../support/createManualClock.js";
import { signedIn } from "./ask.js";

const sample = { callId: "1501127996-2", callType: 7, caller: "10086", called: "70943", skill: "voice" };

it("answers the documented sample byte for byte, except for white space", async () => {
  const { simulator, list } = signedIn();
  simulator.holdCall("101", sample);
  simulator.holdCall("101", { ...sample, callId: "1501127920-0", called: "70941", skill: "" });
  const row = (callid: string, called: string, skill: string) =>
    `{"callfeature":7,"callid":"${callid}","caller":"10086","called":"${called}","callskill":"${skill}",` +
    `"callskillid":0,"orgicallednum":"","calldata":null,"begintime":null,"endtime":null}`;
  expect(await (await list()).text()).toBe(
    `{"message":"","retcode":"0","result":[${row("1501127996-2", "70943", "voice")},${row("1501127920-0", "70941", "")}]}`,
  );
});

it.each<[EmptyListForm, object]>([
  ["array", { result: [] }],
  ["object", { result: {} }],
  ["null", { result: null }],
  ["text", { result: "" }],
  ["absent", {}],
  ["400-003", { message: "No call information when getting the hold queue.", retcode: "400-003" }],
])("answers an empty list in the ordered form %s, and a list with calls as an array", async (as, expected) => {
  const { simulator, listJson } = signedIn();
  simulator.order({ kind: "empty", as });
  expect(await listJson()).toEqual({ message: "", retcode: "0", ...expected });
  simulator.holdCall("101", sample);
  expect(await listJson()).toMatchObject({ retcode: "0", result: [{ callid: sample.callId }] });
});

it.each([
  ["calldata/101/holdlistex/205", { retcode: "0", result: [{ callid: sample.callId }] }],
  ["calldata/101/holdlistex/206", { retcode: "0", result: [] }],
  ["calldata/101/holdlistex/x", { retcode: "000-002" }],
  ["calldata/205/holdlistex/101", { retcode: "100-006" }],
])("answers agent 101's request for the list of another agent at %s", async (path, expected) => {
  const { simulator, ask } = signedIn();
  simulator.holdCall("205", sample);
  expect(await ask("GET", path)).toMatchObject(expected);
});

it.each([
  "/agentgateway/resource//calldata/101/holdlist",
  "//agentgateway//resource/calldata//101/holdlist/",
  "/some/proxy/agentgateway/resource/calldata/101/holdlist?_=1",
  "http://gateway.example:8043/agentgateway/resource/calldata/101/holdlist",
])("answers at the address %s", async (address) => {
  const { simulator, guid } = signedIn();
  const response = await simulator.fetch(address, { headers: { gUID: guid } });
  expect(await response.json()).toMatchObject({ retcode: "0" });
});

it.each([
  ["POST", "calldata/101/holdlist", "000-001"],
  ["GET", "voicecall/101/hold", "000-001"],
  ["GET", "calldata/101/holdlists", "000-002"],
  ["GET", "calldata/101", "000-002"],
  ["POST", "voicecall/101/connecthold", "000-002"],
  ["GET", "calldata/100/holdlist", "000-002"],
])("refuses %s %s with %s", async (method, path, retcode) => {
  expect(await signedIn().ask(method, path)).toMatchObject({ retcode });
});

it.each(["/elsewhere", "/simulator/settings"])("answers %s, which is outside the gateway, with 404", async (path) => {
  expect((await createSimulator().fetch(path)).status).toBe(404);
});

it("makes up the fields of a call that are not given, with a unique call ID", () => {
  const { simulator } = signedIn();
  const calls = Array.from({ length: 50 }, () => simulator.holdCall("101"));
  expect(new Set(calls.map((call) => call.callId)).size).toBe(50);
  for (const call of calls) {
    expect(call.callId).toMatch(/^\d{10}-\d+$/);
    expect(call.caller).toMatch(/^(\+1\d{10}|\d{5})$/);
    expect(call.called).toMatch(/^(\+1\d{10}|\d{5})$/);
    expect(call.caller).not.toBe(call.called);
    expect([0, 6, 7]).toContain(call.callType);
    expect(call.heldSince).toBe(beginning);
  }
});

it("holds a call since now or since the given time", async () => {
  const { clock, simulator } = signedIn();
  simulator.holdCall("101", { callId: "1-1", heldSince: beginning - 180_000 });
  await clock.advance(7_000);
  simulator.holdCall("101", { callId: "1-2" });
  expect(simulator.agent("101").heldCalls).toMatchObject([
    { callId: "1-1", heldSince: beginning - 180_000 },
    { callId: "1-2", heldSince: beginning + 7_000 },
  ]);
});

it("refuses to hold a held call and to end an unknown one", () => {
  const { simulator } = signedIn();
  simulator.holdCall("101", { callId: "1-1" });
  expect(() => simulator.holdCall("101", { callId: "1-1" })).toThrow("Call 1-1 of agent 101 is on hold already.");
  expect(() => simulator.endCall("101", "1-9")).toThrow("Agent 101 has no call 1-9.");
});
