import { describe, expect, it } from "vitest";
import { type EventEnvelope } from "../../src/simulator/simulator.js";
import { beginning } from "../support/createManualClock.js";
import { signedIn } from "./ask.js";

const hold = (content: unknown, eventGenTime = beginning) => ({
  eventType: "AgentEvent_Hold",
  workNo: "101",
  content,
  eventGenTime,
});
const shutdown = { eventType: "AgentOther_ShutdownService", content: { loginTime: String(beginning) } };

describe("event polls", () => {
  it("answers with null after 10 s without an event", async () => {
    const { clock, poll } = signedIn();
    let answer: unknown = "none yet";
    const polled = poll().then((given) => (answer = given));
    await clock.advance(9_999);
    expect(answer).toBe("none yet");
    await clock.advance(1);
    expect(await polled).toEqual({ message: "", retcode: "0", event: null });
  });

  it("answers a waiting poll as soon as an event is sent", async () => {
    const { clock, simulator, poll } = signedIn();
    const polled = poll();
    await clock.advance(3_000);
    simulator.holdCall("101", { callId: "1-1" });
    expect(await polled).toEqual({ message: "", retcode: "0", event: hold("1-1", beginning + 3_000) });
    expect(clock.sleepers()).toBe(0);
  });

  it("answers each poll with one event, in order, with the time of the event", async () => {
    const { clock, simulator, poll } = signedIn();
    simulator.holdCall("101", { callId: "1-1", callType: 0, caller: "12025550100", called: "70943" });
    await clock.advance(5_000);
    simulator.endCall("101", "1-1", "customer");
    const released = {
      eventType: "AgentEvent_Customer_Release",
      content: { callid: "1-1", number: "12025550100" },
      eventGenTime: beginning + 5_000,
    };
    expect([await poll(), await poll()]).toMatchObject([{ event: hold("1-1") }, { event: released }]);
  });

  it("sends events without eventGenTime and call IDs in an object, when set so", async () => {
    const { simulator, poll } = signedIn({ eventGenTime: false, eventContent: "object" });
    simulator.holdCall("101", { callId: "1-1" });
    const event = { eventType: "AgentEvent_Hold", workNo: "101", content: { callid: "1-1" } };
    expect(await poll()).toEqual({ message: "", retcode: "0", event });
  });

  it("answers allagentevent with an array for the agent of the Guid, only when set so", async () => {
    const { simulator, ask } = signedIn();
    const pollAll = () => ask("GET", "agentevent/allagentevent");
    expect(await pollAll()).toMatchObject({ retcode: "000-002" });
    simulator.set({ eventArray: true });
    for (const callId of ["1-1", "1-2"]) simulator.holdCall("101", { callId });
    expect(await pollAll()).toMatchObject({ retcode: "0", event: [hold("1-1"), hold("1-2")] });
    expect(simulator.requests.at(-1)?.agentId).toBe("101");
  });

  it.each([0, 4_000])("loses no event to a poll that is aborted after %i ms", async (after) => {
    const { clock, simulator, poll } = signedIn();
    const controller = new AbortController();
    const aborted = poll({ signal: controller.signal });
    if (after > 0) await clock.advance(after);
    controller.abort(new Error("aborted"));
    await expect(aborted).rejects.toThrow("aborted");
    simulator.holdCall("101", { callId: "1-1" });
    expect(await poll()).toMatchObject({ event: { content: "1-1" } });
  });

  it("sends ShutdownService after the system signed the agent out, then refuses polls", async () => {
    const { simulator, poll } = signedIn();
    simulator.signOut("101");
    expect(simulator.agent("101").signedIn).toBe(false);
    expect(await poll()).toMatchObject({ retcode: "0", event: shutdown });
    expect(await poll()).toMatchObject({ retcode: "100-006" });
  });

  it.each([
    [false, { retcode: "100-006" }],
    [true, { retcode: "0", event: shutdown }],
  ])(
    "with shutdownOnSignOut %s, answers a poll that waits during the agent's own sign-out",
    async (setting, expected) => {
      const { clock, simulator, ask, poll } = signedIn({ shutdownOnSignOut: setting });
      const polled = poll();
      await clock.advance(1_000);
      expect(await ask("DELETE", "onlineagent/101/logout")).toMatchObject({ retcode: "0" });
      expect(await polled).toMatchObject(expected);
      expect(simulator.agent("101").signedIn).toBe(false);
    },
  );

  it("refuses a waiting poll at once when another sign-in ends its session", async () => {
    const { clock, simulator, poll } = signedIn();
    const polled = poll();
    await clock.advance(1_000);
    simulator.signIn("101");
    expect(await polled).toMatchObject({ retcode: "100-006" });
  });

  it("sends any event of sendEvent and changes nothing else", async () => {
    const { simulator, poll } = signedIn();
    const event = { eventType: "AgentEvent_linkagePhoneHold", content: { callId: "9-9" }, eventGenTime: beginning - 1 };
    simulator.sendEvent("101", event);
    expect(await poll()).toMatchObject({ event });
    expect(simulator.agent("101").heldCalls).toEqual([]);
  });
});

describe("push mode", () => {
  function observed(options = {}) {
    const { clock, simulator, poll } = signedIn(options);
    const received: EventEnvelope[] = [];
    const observe = () => simulator.observeEvents("101", (envelope) => received.push(envelope));
    return { clock, simulator, poll, received, observe };
  }

  it("passes an observer the waiting events in one envelope, then each event in an envelope of its own", async () => {
    const { clock, simulator, received, observe } = observed();
    for (const callId of ["1-1", "1-2"]) simulator.holdCall("101", { callId });
    observe();
    await clock.advance(1_000);
    simulator.holdCall("101", { callId: "1-3" });
    expect(received).toEqual([
      { workNo: "101", eventList: [hold("1-1"), hold("1-2")] },
      { workNo: "101", eventList: [hold("1-3", beginning + 1_000)] },
    ]);
  });

  it("passes events to all observers, and to event polls again when the last one unsubscribes", async () => {
    const { simulator, poll, received, observe } = observed({ longPoll: 0 });
    const unsubscribers = [observe(), observe()];
    simulator.sendEvent("101", { eventType: "AgentState_Ready" });
    expect(received).toHaveLength(2);
    expect(await poll()).toMatchObject({ event: null });
    for (const unsubscribe of unsubscribers) unsubscribe();
    simulator.sendEvent("101", { eventType: "AgentState_Ready" });
    expect(received).toHaveLength(2);
    expect(await poll()).toMatchObject({ event: { eventType: "AgentState_Ready" } });
  });

  it("passes on the shutdown of the session, but no events of other agents or after sign-out", () => {
    const { simulator, received, observe } = observed({ eventGenTime: false });
    observe();
    simulator.signIn("102");
    simulator.holdCall("102");
    simulator.signOut("101");
    simulator.holdCall("101");
    expect(received).toEqual([{ workNo: "101", eventList: [{ workNo: "101", ...shutdown }] }]);
  });
});
