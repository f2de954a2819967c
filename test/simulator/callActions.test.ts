// @vitest-environment node
import { expect, it } from "vitest";
import { createSimulator } from "../../src/simulator/simulator.js";
import { ask, askJson, waitingEvents } from "./ask.js";
import { beginning, createManualClock } from "../support/createManualClock.js";

const incoming = { callType: 0, caller: "12025550100", called: "8005550199", skill: "Billing" };
const done = { result: {}, message: "success", retcode: "0" };

/** Agent 101 with "held" on hold and, unless told otherwise, "current" as its call. */
async function busy({ current = true } = {}) {
  const clock = createManualClock();
  const simulator = createSimulator({ clock });
  const guid = simulator.signIn("101");
  simulator.holdCall("101", { ...incoming, callId: "held" });
  if (current) simulator.takeCall("101", { ...incoming, callId: "current", caller: "12025550111" });
  await waitingEvents(simulator, "101", guid);
  const agent = () => {
    const { currentCall, heldCalls } = simulator.agent("101");
    return { current: currentCall?.callId ?? null, held: heldCalls.map((call) => call.callId) };
  };
  return {
    clock,
    simulator,
    agent,
    act: (method: string, path: string, body?: unknown) => askJson(simulator, method, path, { guid, body }),
    events: () => waitingEvents(simulator, "101", guid),
    guid,
  };
}

const talking = {
  caller: "12025550100",
  callid: "held",
  called: "8005550199",
  feature: "0",
  type: "",
  mediaAbility: "0",
};
const customerRelease = ["AgentEvent_Customer_Release", { callid: "held", number: "12025550100" }];

it("holds the current call", async () => {
  const { simulator, clock, act, agent, events } = await busy();
  await clock.advance(4_000);
  expect(await act("POST", "voicecall/101/hold")).toEqual(done);
  expect(agent()).toEqual({ current: null, held: ["held", "current"] });
  expect(simulator.agent("101").heldCalls[1]?.heldSince).toBe(beginning + 4_000);
  expect(await events()).toEqual([["AgentEvent_Hold", "current"]]);
  expect(await act("POST", "voicecall/101/hold")).toMatchObject({ retcode: "200-013" });
});

it("retrieves a held call, and puts the current one on hold first", async () => {
  const { act, agent, events } = await busy();
  expect(await act("POST", "voicecall/101/gethold?callid=held")).toEqual(done);
  expect(agent()).toEqual({ current: "held", held: ["current"] });
  expect(await events()).toEqual([
    ["AgentEvent_Hold", "current"],
    ["AgentEvent_Talking", talking],
  ]);
  expect(await act("POST", "voicecall/101/gethold?callid=held")).toMatchObject({ retcode: "200-015" });
});

it("retrieves some call when no call ID is sent", async () => {
  const { simulator, act, agent } = await busy({ current: false });
  simulator.holdCall("101", { callId: "later" });
  expect(await act("POST", "voicecall/101/gethold")).toEqual(done);
  expect(agent()).toEqual({ current: "held", held: ["later"] });
});

it("connects the held and the current party, and the agent is out of both calls", async () => {
  const { act, agent, events } = await busy();
  expect(await act("POST", "voicecall/101/connecthold/nothing")).toMatchObject({ retcode: "200-006" });
  expect(await act("POST", "voicecall/101/connecthold/held")).toEqual(done);
  expect(agent()).toEqual({ current: null, held: [] });
  expect(await events()).toEqual([
    ["AgentEvent_Call_Release", "held"],
    customerRelease,
    ["AgentOther_PhoneRelease", null],
  ]);
  expect(await act("POST", "voicecall/101/connecthold/held")).toMatchObject({ retcode: "200-005" });
});

it("joins the held party to the current call", async () => {
  const { act, agent, events } = await busy();
  expect(await act("POST", "voicecall/101/confjoin", { callid: "nothing" })).toMatchObject({ retcode: "200-011" });
  expect(await act("POST", "voicecall/101/confjoin", "callid=held")).toMatchObject({ retcode: "000-006" });
  expect(await act("POST", "voicecall/101/confjoin", { callid: "held", callappdata: "" })).toEqual(done);
  expect(agent()).toEqual({ current: "current", held: [] });
  expect(await events()).toEqual([
    ["AgentEvent_Conference", { callid: "held", partner: "12025550100" }],
    customerRelease,
  ]);
});

it("needs a current call for three parties", async () => {
  const { act } = await busy({ current: false });
  expect(await act("POST", "voicecall/101/confjoin", { callid: "held" })).toMatchObject({ retcode: "200-010" });
});

it.each(["held", "current"])("hangs up the %s call by its ID", async (callId) => {
  const { act, agent, events } = await busy();
  expect(await act("POST", `voicecall/101/dropcall/${callId}`)).toEqual(done);
  expect(agent()).toEqual(callId === "held" ? { current: "current", held: [] } : { current: null, held: ["held"] });
  expect((await events()).map(([type]) => type)).toEqual([
    "AgentEvent_Call_Release",
    "AgentEvent_Customer_Release",
    "AgentOther_PhoneRelease",
  ]);
  expect(await act("POST", `voicecall/101/dropcall/${callId}`)).toMatchObject({ retcode: "200-025" });
});

it.each([2, 3] as const)("sends the phone state %i with PhoneRelease, as newer gateways do", async (phoneState) => {
  const { simulator, act, events } = await busy();
  simulator.set({ phoneState });
  await act("POST", "voicecall/101/dropcall/held");
  expect((await events()).at(-1)).toEqual(["AgentOther_PhoneRelease", { phoneState }]);
});

it("hangs up the current call, never a held one", async () => {
  const { act, agent, events } = await busy();
  expect(await act("DELETE", "voicecall/101/release")).toEqual(done);
  expect(await act("DELETE", "voicecall/101/release")).toMatchObject({ retcode: "200-017" });
  expect(agent()).toEqual({ current: null, held: ["held"] });
  expect((await events()).map(([type]) => type)).toEqual(["AgentEvent_Call_Release", "AgentEvent_Customer_Release"]);
});

it("ends calls from outside as the customer, a retrieval or the agent's phone would", async () => {
  const { simulator, agent, events } = await busy();
  simulator.endCall("101", "held", "retrieved");
  expect(agent()).toEqual({ current: "held", held: ["current"] });
  simulator.endCall("101", "current");
  simulator.endCall("101", "held", "released");
  expect(agent()).toEqual({ current: null, held: [] });
  expect((await events()).map(([type]) => type)).toEqual([
    "AgentEvent_Hold",
    "AgentEvent_Talking",
    "AgentEvent_Customer_Release",
    "AgentEvent_Call_Release",
    "AgentEvent_Customer_Release",
    "AgentOther_PhoneRelease",
  ]);
});

it("puts the current call on hold from outside, with what it is", async () => {
  const { simulator, agent } = await busy();
  expect(simulator.holdCall("101", { callId: "current" }).caller).toBe("12025550111");
  expect(agent()).toEqual({ current: null, held: ["held", "current"] });
});

it("accepts and never does what is ordered so, but refuses what cannot be done", async () => {
  const { simulator, act, agent, events } = await busy();
  simulator.order({ kind: "notDone", on: "retrieve" });
  expect(await act("POST", "voicecall/101/gethold?callid=held")).toEqual(done);
  expect(await act("POST", "voicecall/101/gethold?callid=gone")).toMatchObject({ retcode: "200-015" });
  expect(agent()).toEqual({ current: "current", held: ["held"] });
  expect(await events()).toEqual([]);
});

it("accepts at once and does later", async () => {
  const { clock, simulator, act, agent } = await busy();
  simulator.order({ kind: "doneLate", after: 3_000 });
  expect(await act("POST", "voicecall/101/gethold?callid=held")).toEqual(done);
  await clock.advance(2_999);
  expect(agent().held).toEqual(["held"]);
  await clock.advance(1);
  expect(agent()).toEqual({ current: "held", held: ["current"] });
});

it("does not do later what has become impossible", async () => {
  const { clock, simulator, act, agent } = await busy();
  simulator.order({ kind: "doneLate", after: 3_000 });
  await act("POST", "voicecall/101/gethold?callid=held");
  simulator.endCall("101", "held");
  await clock.advance(3_000);
  expect(agent()).toEqual({ current: "current", held: [] });
});

it("does it and loses the answer", async () => {
  const { simulator, act, agent, guid } = await busy();
  simulator.order({ kind: "answerLost", times: 1 });
  await expect(act("POST", "voicecall/101/gethold?callid=held")).rejects.toThrow(TypeError);
  expect(agent().current).toBe("held");

  simulator.order({ kind: "answerLost", by: "silence" });
  const patience = new AbortController();
  const asked = ask(simulator, "POST", "voicecall/101/gethold?callid=current", { guid, signal: patience.signal });
  await expect.poll(() => agent().current).toBe("current");
  patience.abort(new Error("too long"));
  await expect(asked).rejects.toThrow("too long");
});

it("writes into the log which call each request named", async () => {
  const { simulator, act } = await busy();
  simulator.clearRequests();
  await act("POST", "voicecall/101/gethold?callid=a");
  await act("POST", "voicecall/101/connecthold/b%2F1");
  await act("POST", "voicecall/101/confjoin", { callid: "c" });
  await act("POST", "voicecall/101/hold");
  expect(simulator.requests.map(({ operation, callId, outcome }) => [operation, callId, outcome])).toEqual([
    ["retrieve", "a", "200-015"],
    ["connect", "b/1", "200-006"],
    ["threeParty", "c", "200-011"],
    ["hold", null, "0"],
  ]);
});
