// @vitest-environment node
import { describe, expect, it } from "vitest";
import { createSimulator, type EventEnvelope } from "../../src/simulator/simulator.js";
import { askJson } from "./ask.js";
import { beginning, createManualClock } from "../support/createManualClock.js";

function signedIn(settings = {}) {
  const clock = createManualClock();
  const simulator = createSimulator({ clock, ...settings });
  const guid = simulator.signIn("101");
  return { clock, simulator, guid, poll: () => askJson(simulator, "GET", "agentevent/101", { guid }) };
}

it("answers an event poll with null after 10 s without an event", async () => {
  const { clock, poll } = signedIn();
  let answer: unknown = "none yet";
  const polled = poll().then((given) => (answer = given));
  await clock.advance(9_999);
  expect(answer).toBe("none yet");
  await clock.advance(1);
  expect(await polled).toEqual({ message: "", retcode: "0", event: null });
});

it("answers a waiting poll as soon as something happens", async () => {
  const { clock, simulator, poll } = signedIn();
  const polled = poll();
  await clock.advance(3_000);
  simulator.holdCall("101", { callId: "1-1" });
  const event = { eventType: "AgentEvent_Hold", workNo: "101", content: "1-1", eventGenTime: beginning + 3_000 };
  expect(await polled).toEqual({ message: "", retcode: "0", event });
  expect(clock.sleepers()).toBe(0);
});

it("answers one event a poll, in order, with the time of each", async () => {
  const { clock, simulator, poll } = signedIn();
  simulator.holdCall("101", { callId: "1-1", callType: 0, caller: "12025550100", called: "70943" });
  await clock.advance(5_000);
  simulator.endCall("101", "1-1", "customer");
  expect(await poll()).toMatchObject({ event: { eventType: "AgentEvent_Hold", eventGenTime: beginning } });
  expect(await poll()).toMatchObject({
    event: {
      eventType: "AgentEvent_Customer_Release",
      content: { callid: "1-1", number: "12025550100" },
      eventGenTime: beginning + 5_000,
    },
  });
});

it("leaves out eventGenTime, and wraps call IDs in an object, when set so", async () => {
  const { simulator, poll } = signedIn({ eventGenTime: false, eventContent: "object" });
  simulator.holdCall("101", { callId: "1-1" });
  const event = { eventType: "AgentEvent_Hold", workNo: "101", content: { callid: "1-1" } };
  expect(await poll()).toEqual({ message: "", retcode: "0", event });
});

it("answers allagentevent with an array only when set so, and knows the agent by the Guid", async () => {
  const { simulator, guid } = signedIn();
  const poll = () => askJson(simulator, "GET", "agentevent/allagentevent", { guid });
  expect(await poll()).toMatchObject({ retcode: "000-002" });
  simulator.set({ eventArray: true });
  simulator.holdCall("101", { callId: "1-1" });
  simulator.holdCall("101", { callId: "1-2" });
  expect(await poll()).toMatchObject({ retcode: "0", event: [{ content: "1-1" }, { content: "1-2" }] });
  expect(simulator.requests.at(-1)?.agentId).toBe("101");
});

it.each([0, 4_000])("loses no event to a poll that is aborted after %i ms", async (after) => {
  const { clock, simulator, guid, poll } = signedIn();
  const leaving = new AbortController();
  const left = askJson(simulator, "GET", "agentevent/101", { guid, signal: leaving.signal });
  if (after > 0) await clock.advance(after);
  leaving.abort(new Error("left"));
  await expect(left).rejects.toThrow("left");
  simulator.holdCall("101", { callId: "1-1" });
  expect(await poll()).toMatchObject({ event: { content: "1-1" } });
});

it("says to the next poll that the system signed the agent out, then refuses", async () => {
  const { simulator, poll } = signedIn();
  simulator.signOut("101");
  expect(simulator.agent("101").signedIn).toBe(false);
  expect(await poll()).toMatchObject({
    retcode: "0",
    event: { eventType: "AgentOther_ShutdownService", content: { loginTime: String(beginning) } },
  });
  expect(await poll()).toMatchObject({ retcode: "100-006" });
});

it.each([
  [false, { retcode: "100-006" }],
  [
    true,
    { retcode: "0", event: { eventType: "AgentOther_ShutdownService", content: { loginTime: String(beginning) } } },
  ],
])(
  "with shutdownOnSignOut %s, answers a poll that waits during the agent's own sign-out",
  async (setting, expected) => {
    const { clock, simulator, guid, poll } = signedIn({ shutdownOnSignOut: setting });
    const polled = poll();
    await clock.advance(1_000);
    expect(await askJson(simulator, "DELETE", "onlineagent/101/logout", { guid })).toMatchObject({ retcode: "0" });
    expect(await polled).toMatchObject(expected);
  },
);

it("refuses a waiting poll when another sign-in ends its session", async () => {
  const { clock, simulator, poll } = signedIn();
  const polled = poll();
  await clock.advance(1_000);
  simulator.signIn("101");
  expect(await polled).toMatchObject({ retcode: "100-006" });
});

it("lays any event before a poll, whatever is true", async () => {
  const { simulator, poll } = signedIn();
  simulator.sendEvent("101", {
    eventType: "AgentEvent_linkagePhoneHold",
    content: { callId: "9-9" },
    eventGenTime: beginning - 1,
  });
  expect(await poll()).toMatchObject({ event: { content: { callId: "9-9" }, eventGenTime: beginning - 1 } });
  expect(simulator.agent("101").heldCalls).toEqual([]);
});

describe("push mode", () => {
  const hold = (callId: string, at = beginning) => ({
    eventType: "AgentEvent_Hold",
    workNo: "101",
    content: callId,
    eventGenTime: at,
  });

  it("passes an observer the waiting events in one envelope, then each event in an envelope of its own", async () => {
    const { clock, simulator } = signedIn();
    simulator.holdCall("101", { callId: "1-1" });
    simulator.holdCall("101", { callId: "1-2" });
    const received: EventEnvelope[] = [];
    simulator.observeEvents("101", (envelope) => received.push(envelope));
    await clock.advance(1_000);
    simulator.holdCall("101", { callId: "1-3" });
    expect(received).toEqual([
      { workNo: "101", eventList: [hold("1-1"), hold("1-2")] },
      { workNo: "101", eventList: [hold("1-3", beginning + 1_000)] },
    ]);
  });

  it("sends events to all observers, and to event polls again when the last one unsubscribes", async () => {
    const { simulator, poll } = signedIn({ longPoll: 0 });
    const received: EventEnvelope[] = [];
    const observer = (envelope: EventEnvelope) => received.push(envelope);
    const unsubscribers = [simulator.observeEvents("101", observer), simulator.observeEvents("101", observer)];
    simulator.sendEvent("101", { eventType: "AgentState_Ready" });
    expect(received).toHaveLength(2);
    expect(await poll()).toMatchObject({ event: null });
    for (const unsubscribe of unsubscribers) unsubscribe();
    simulator.sendEvent("101", { eventType: "AgentState_Ready" });
    expect(received).toHaveLength(2);
    expect(await poll()).toMatchObject({ event: { eventType: "AgentState_Ready" } });
  });

  it("pushes the shutdown of the session, and no events of other agents or after sign-out", () => {
    const { simulator } = signedIn({ eventGenTime: false });
    const received: EventEnvelope[] = [];
    simulator.observeEvents("101", (envelope) => received.push(envelope));
    simulator.signIn("102");
    simulator.holdCall("102");
    simulator.signOut("101");
    simulator.holdCall("101");
    const content = { loginTime: String(beginning) };
    expect(received).toEqual([
      { workNo: "101", eventList: [{ eventType: "AgentOther_ShutdownService", workNo: "101", content }] },
    ]);
  });
});
