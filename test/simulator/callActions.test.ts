import { describe, expect, it } from "vitest";
import { beginning } from "../support/createManualClock.js";
import { ask as send, signedIn, waitingEvents } from "./ask.js";

const incoming = { callType: 0, called: "8005550199", skill: "Billing" };
const done = { result: {}, message: "success", retcode: "0" };

const numbers = { held: "12025550100", current: "12025550111" };
const talking = [
  "AgentEvent_Talking",
  { caller: numbers.held, callid: "held", called: "8005550199", feature: "0", type: "", mediaAbility: "0" },
];
const customerRelease = (callid: "held" | "current") => [
  "AgentEvent_Customer_Release",
  { callid, number: numbers[callid] },
];
const phoneRelease = ["AgentOther_PhoneRelease", null];

/** Agent 101 with "held" on hold and, by default, "current" as its current call. */
async function busy({ hasCurrent = true } = {}) {
  const { simulator, guid, ...agent } = signedIn();
  simulator.holdCall("101", { ...incoming, callId: "held", caller: numbers.held });
  if (hasCurrent) simulator.takeCall("101", { ...incoming, callId: "current", caller: numbers.current });
  const events = () => waitingEvents(simulator, "101", guid);
  await events();
  const calls = () => {
    const { currentCall, heldCalls } = simulator.agent("101");
    return { current: currentCall?.callId ?? null, held: heldCalls.map((call) => call.callId) };
  };
  const eventTypes = async () => (await events()).map(([type]) => type.replace(/^Agent(Event|Other)_/, ""));
  return { ...agent, simulator, guid, calls, events, eventTypes };
}

describe("operations", () => {
  it.each([
    {
      does: "holds the current call",
      path: "hold",
      calls: { current: null, held: ["held", "current"] },
      events: [["AgentEvent_Hold", "current"]],
    },
    {
      does: "retrieves a held call and puts the current one on hold first",
      path: "gethold?callid=held",
      calls: { current: "held", held: ["current"] },
      events: [["AgentEvent_Hold", "current"], talking],
    },
    {
      does: "connects the held and the current party, and both calls leave the agent",
      path: "connecthold/held",
      calls: { current: null, held: [] },
      events: [["AgentEvent_Call_Release", "held"], customerRelease("held"), phoneRelease],
    },
    {
      does: "adds the held party to the current call",
      path: "confjoin",
      body: { callid: "held", callappdata: "" },
      calls: { current: "current", held: [] },
      events: [["AgentEvent_Conference", { callid: "held", partner: numbers.held }], customerRelease("held")],
    },
    {
      does: "hangs up a held call by its ID",
      path: "dropcall/held",
      calls: { current: "current", held: [] },
      events: [["AgentEvent_Call_Release", "held"], customerRelease("held"), phoneRelease],
    },
    {
      does: "hangs up the current call by its ID",
      path: "dropcall/current",
      calls: { current: null, held: ["held"] },
      events: [["AgentEvent_Call_Release", "current"], customerRelease("current"), phoneRelease],
    },
    {
      does: "hangs up the current call without an ID, and no held call",
      method: "DELETE",
      path: "release",
      calls: { current: null, held: ["held"] },
      events: [["AgentEvent_Call_Release", "current"], customerRelease("current")],
    },
  ])("$does", async ({ method = "POST", path, body, calls: expectedCalls, events: expectedEvents }) => {
    const { ask, calls, events } = await busy();
    expect(await ask(method, `voicecall/101/${path}`, body)).toEqual(done);
    expect(calls()).toEqual(expectedCalls);
    expect(await events()).toEqual(expectedEvents);
  });

  it("records when an action puts a call on hold", async () => {
    const { clock, simulator, ask } = await busy();
    await clock.advance(4_000);
    await ask("POST", "voicecall/101/hold");
    expect(simulator.agent("101").heldCalls[1]?.heldSince).toBe(beginning + 4_000);
  });

  it("retrieves the call that was held first when no call ID is sent", async () => {
    const { simulator, ask, calls } = await busy({ hasCurrent: false });
    simulator.holdCall("101", { callId: "later" });
    expect(await ask("POST", "voicecall/101/gethold")).toEqual(done);
    expect(calls()).toEqual({ current: "held", held: ["later"] });
  });

  it.each([2, 3] as const)("sends the phone state %i with PhoneRelease, when set so", async (phoneState) => {
    const { simulator, ask, events } = await busy();
    simulator.set({ phoneState });
    await ask("POST", "voicecall/101/dropcall/held");
    expect((await events()).at(-1)).toEqual(["AgentOther_PhoneRelease", { phoneState }]);
  });

  it.each([
    ["200-013", "POST", "hold", undefined, false],
    ["200-015", "POST", "gethold?callid=current", undefined, true],
    ["200-005", "POST", "connecthold/held", undefined, false],
    ["200-006", "POST", "connecthold/unknown", undefined, true],
    ["200-010", "POST", "confjoin", { callid: "held" }, false],
    ["200-011", "POST", "confjoin", { callid: "unknown" }, true],
    ["000-006", "POST", "confjoin", "callid=held", true],
    ["200-025", "POST", "dropcall/unknown", undefined, true],
    ["200-017", "DELETE", "release", undefined, false],
  ])("refuses with %s: %s %s %j, with a current call: %s", async (retcode, method, path, body, hasCurrent) => {
    const { ask, calls, events } = await busy({ hasCurrent });
    const before = calls();
    expect(await ask(method, `voicecall/101/${path}`, body)).toMatchObject({ retcode });
    expect(calls()).toEqual(before);
    expect(await events()).toEqual([]);
  });

  it("logs the call that each request names", async () => {
    const { simulator, ask } = await busy();
    simulator.clearRequests();
    await ask("POST", "voicecall/101/gethold?callid=a");
    await ask("POST", "voicecall/101/connecthold/b%2F1");
    await ask("POST", "voicecall/101/confjoin", { callid: "c" });
    await ask("POST", "voicecall/101/hold");
    expect(simulator.requests.map(({ operation, callId, outcome }) => [operation, callId, outcome])).toEqual([
      ["retrieve", "a", "200-015"],
      ["connect", "b/1", "200-006"],
      ["threeParty", "c", "200-011"],
      ["hold", null, "0"],
    ]);
  });
});

describe("controls", () => {
  it("ends calls as retrieved, by the customer and released by the agent", async () => {
    const { simulator, calls, eventTypes } = await busy();
    simulator.endCall("101", "held", "retrieved");
    expect(calls()).toEqual({ current: "held", held: ["current"] });
    expect(await eventTypes()).toEqual(["Hold", "Talking"]);
    simulator.endCall("101", "current");
    expect(await eventTypes()).toEqual(["Customer_Release"]);
    simulator.endCall("101", "held", "released");
    expect(await eventTypes()).toEqual(["Call_Release", "Customer_Release", "PhoneRelease"]);
    expect(calls()).toEqual({ current: null, held: [] });
  });

  it("holds the current call with its fields", async () => {
    const { simulator, calls } = await busy();
    expect(simulator.holdCall("101", { callId: "current" }).caller).toBe(numbers.current);
    expect(calls()).toEqual({ current: null, held: ["held", "current"] });
  });
});

describe("faults of actions", () => {
  const retrieve = ["POST", "voicecall/101/gethold?callid=held"] as const;

  it("accepts an action and never carries it out, but refuses an impossible one", async () => {
    const { simulator, ask, calls, events } = await busy();
    simulator.order({ kind: "notDone", on: "retrieve" });
    expect(await ask(...retrieve)).toEqual(done);
    expect(await ask("POST", "voicecall/101/gethold?callid=gone")).toMatchObject({ retcode: "200-015" });
    expect(calls()).toEqual({ current: "current", held: ["held"] });
    expect(await events()).toEqual([]);
  });

  it("accepts an action at once and carries it out later", async () => {
    const { clock, simulator, ask, calls } = await busy();
    simulator.order({ kind: "doneLate", after: 3_000 });
    expect(await ask(...retrieve)).toEqual(done);
    await clock.advance(2_999);
    expect(calls().held).toEqual(["held"]);
    await clock.advance(1);
    expect(calls()).toEqual({ current: "held", held: ["current"] });
  });

  it("does not carry a late action out if it has become impossible", async () => {
    const { clock, simulator, ask, calls } = await busy();
    simulator.order({ kind: "doneLate", after: 3_000 });
    await ask(...retrieve);
    simulator.endCall("101", "held");
    await clock.advance(3_000);
    expect(calls()).toEqual({ current: "current", held: [] });
  });

  it("carries an action out and cuts the connection", async () => {
    const { simulator, ask, calls } = await busy();
    simulator.order({ kind: "answerLost" });
    await expect(ask(...retrieve)).rejects.toThrow(TypeError);
    expect(calls().current).toBe("held");
  });

  it("carries an action out and never answers", async () => {
    const { simulator, guid, calls } = await busy();
    simulator.order({ kind: "answerLost", by: "silence" });
    const controller = new AbortController();
    const asked = send(simulator, ...retrieve, { guid, signal: controller.signal });
    await expect.poll(() => calls().current).toBe("held");
    controller.abort(new Error("too long"));
    await expect(asked).rejects.toThrow("too long");
  });
});
