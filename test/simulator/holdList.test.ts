// @vitest-environment node
import { expect, it } from "vitest";
import { createSimulator, type EmptyListForm } from "../../src/simulator/simulator.js";
import { ask, askJson } from "./ask.js";
import { beginning, createManualClock } from "../support/createManualClock.js";

const sample = { callId: "1501127996-2", callType: 7, caller: "10086", called: "70943", skill: "voice" };

it("answers the documented sample byte for byte, white space aside", async () => {
  const simulator = createSimulator();
  const guid = simulator.signIn("101");
  simulator.holdCall("101", sample);
  simulator.holdCall("101", { ...sample, callId: "1501127920-0", called: "70941", skill: "" });
  const response = await ask(simulator, "GET", "calldata/101/holdlist", { guid });
  const row = (callid: string, called: string, skill: string) =>
    `{"callfeature":7,"callid":"${callid}","caller":"10086","called":"${called}","callskill":"${skill}",` +
    `"callskillid":0,"orgicallednum":"","calldata":null,"begintime":null,"endtime":null}`;
  expect(await response.text()).toBe(
    `{"message":"","retcode":"0","result":[${row("1501127996-2", "70943", "voice")},${row("1501127920-0", "70941", "")}]}`,
  );
});

it.each<[EmptyListForm, unknown]>([
  ["array", { message: "", retcode: "0", result: [] }],
  ["object", { message: "", retcode: "0", result: {} }],
  ["null", { message: "", retcode: "0", result: null }],
  ["text", { message: "", retcode: "0", result: "" }],
  ["absent", { message: "", retcode: "0" }],
  ["400-003", { message: "No call information when getting the hold queue.", retcode: "400-003" }],
])("answers an empty list as %s when ordered so, and a list with calls as ever", async (as, expected) => {
  const simulator = createSimulator();
  const guid = simulator.signIn("101");
  simulator.order({ kind: "empty", as });
  expect(await askJson(simulator, "GET", "calldata/101/holdlist", { guid })).toEqual(expected);
  simulator.holdCall("101", sample);
  expect(await askJson(simulator, "GET", "calldata/101/holdlist", { guid })).toMatchObject({
    retcode: "0",
    result: [{ callid: "1501127996-2" }],
  });
});

it("answers another agent's list to one who is signed in", async () => {
  const simulator = createSimulator();
  const guid = simulator.signIn("101");
  simulator.holdCall("205", sample);
  const asked = (path: string) => askJson(simulator, "GET", path, { guid });
  expect(await asked("calldata/101/holdlistex/205")).toMatchObject({ result: [{ callid: "1501127996-2" }] });
  expect(await asked("calldata/101/holdlistex/206")).toMatchObject({ retcode: "0", result: [] });
  expect(await asked("calldata/101/holdlistex/x")).toMatchObject({ retcode: "000-002" });
  expect(await asked("calldata/205/holdlistex/101")).toMatchObject({ retcode: "100-006" });
});

it.each([
  "/agentgateway/resource//calldata/101/holdlist",
  "//agentgateway//resource/calldata//101/holdlist/",
  "/some/proxy/agentgateway/resource/calldata/101/holdlist?_=1",
  "http://gateway.example:8043/agentgateway/resource/calldata/101/holdlist",
])("is found at %s", async (address) => {
  const simulator = createSimulator();
  const response = await simulator.fetch(address, { headers: { gUID: simulator.signIn("101") } });
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
  const simulator = createSimulator();
  const guid = simulator.signIn("101");
  expect(await askJson(simulator, method, path, { guid })).toMatchObject({ retcode });
});

it("answers 404 outside the gateway", async () => {
  expect((await createSimulator().fetch("/elsewhere")).status).toBe(404);
});

it("invents what is not given of a call, each with an ID of its own", () => {
  const simulator = createSimulator({ clock: createManualClock() });
  const calls = Array.from({ length: 50 }, () => simulator.holdCall("101"));
  expect(new Set(calls.map((call) => call.callId)).size).toBe(50);
  for (const call of calls) {
    expect(call.callId).toMatch(/^\d{10}-\d+$/);
    expect(call.caller).toMatch(/^\d{5,11}$/);
    expect(call.called).toMatch(/^\d{5,11}$/);
    expect(call.caller).not.toBe(call.called);
    expect([0, 6, 7]).toContain(call.callType);
    expect(call.heldSince).toBe(beginning);
  }
});

it("knows since when a call is on hold, or is told", async () => {
  const clock = createManualClock();
  const simulator = createSimulator({ clock });
  simulator.holdCall("101", { callId: "1-1", heldSince: beginning - 180_000 });
  await clock.advance(7_000);
  simulator.holdCall("101", { callId: "1-2" });
  expect(simulator.agent("101").heldCalls).toMatchObject([
    { callId: "1-1", heldSince: beginning - 180_000 },
    { callId: "1-2", heldSince: beginning + 7_000 },
  ]);
  expect(() => simulator.holdCall("101", { callId: "1-1" })).toThrow("Call 1-1 of agent 101 is on hold already.");
  expect(() => simulator.endCall("101", "1-9")).toThrow("Agent 101 has no call 1-9.");
});
