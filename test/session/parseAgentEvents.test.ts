import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAgentEvents } from "../../src/session/parseAgentEvents.js";

const made = 1_768_469_400_123;
const callId = "1501127996-2";

/** The answer to an event poll, as documented. */
const answer = (event: unknown) => ({ message: "", retcode: "0", event });
const event = (eventType: string, content: unknown, more: object = {}) =>
  answer({ eventType, workNo: "291", content, ...more });
const hold = { eventType: "AgentEvent_Hold", workNo: "291", content: "a", eventGenTime: made };
const talking = { eventType: "AgentEvent_Talking", workNo: "291", content: { callid: "b" } };
const both = [
  { kind: "held", callId: "a", at: made },
  { kind: "talking", callId: "b", at: null },
];

describe("parseAgentEvents", () => {
  it.each([
    ["AgentEvent_Hold", callId, { kind: "held", callId }],
    ["AgentEvent_Hold", { callid: callId }, { kind: "held", callId }],
    ["AgentEvent_linkagePhoneHold", { callId }, { kind: "held", callId }],
    [
      "AgentEvent_Talking",
      { caller: "10086", callid: callId, called: "70943", feature: "7", type: 0, mediaAbility: "0" },
      { kind: "talking", callId },
    ],
    ["AgentEvent_Conference", { callid: callId, partner: "10086" }, { kind: "joined", callId }],
    ["AgentEvent_Call_Release", callId, { kind: "released", by: "anyone", callId }],
    ["AgentEvent_Call_Release", { callid: callId }, { kind: "released", by: "anyone", callId }],
    ["AgentEvent_Customer_Release", { callid: callId, number: "10086" }, { kind: "released", by: "customer", callId }],
    ["AgentEvent_linkagePhoneUnHold", { callId }, { kind: "retrieved", callId }],
    ["AgentOther_PhoneRelease", null, { kind: "phone-released" }],
    ["AgentOther_PhoneRelease", { phoneState: 2 }, { kind: "phone-released" }],
    ["AgentOther_PhoneRelease", { phoneState: 3 }, { kind: "phone-released" }],
    ["AgentOther_ShutdownService", null, { kind: "signed-out" }],
    ["AgentOther_ShutdownService", { loginTime: "yesterday" }, { kind: "signed-out" }],
    ["AgentOther_ShutdownService", { loginTime: made }, { kind: "signed-out", loginTime: made }],
    ["AgentOther_ShutdownService", { loginTime: `${made}` }, { kind: "signed-out", loginTime: made }],
    ["AgentOther_ShutdownService", `${made}`, { kind: "signed-out", loginTime: made }],
    ["AgentState_Busy", callId, { kind: "other" }],
    ["AgentEvent_Ringing", { callid: callId }, { kind: "other" }],
    ["constructor", callId, { kind: "other" }],
    ["agentevent_hold", callId, { kind: "other" }],
    ["", callId, { kind: "other" }],
  ])("reads the event %j with the content %j", (eventType, content, meaning) => {
    expect(parseAgentEvents(event(eventType, content))).toEqual([{ ...meaning, at: null }]);
    expect(parseAgentEvents(event(eventType, content, { eventGenTime: made }))).toEqual([{ ...meaning, at: made }]);
  });

  it.each([
    [callId, callId],
    [{ callid: callId }, callId],
    [{ callId }, callId],
    [{ callid: "", callId }, callId],
    [{ callid: null, callId }, callId],
    [15011, "15011"],
    [{ callid: 15011 }, "15011"],
  ])("reads the call ID from the content %j", (content, expected) => {
    for (const type of ["AgentEvent_Hold", "AgentEvent_Call_Release", "AgentEvent_Talking"])
      expect(parseAgentEvents(event(type, content))).toMatchObject([{ callId: expected }]);
  });

  it.each(
    [null, undefined, "", "  ", 2 ** 60, NaN, true, {}, [], [callId], { callid: {} }, { callid: null }].map(
      (content): [unknown] => [content],
    ),
  )("reads an event whose content %j names no call as other", (content) => {
    expect(parseAgentEvents(event("AgentEvent_Hold", content))).toEqual([{ kind: "other", at: null }]);
  });

  const times = [made, `${made}`, ` ${made} `];
  const noTimes = [null, "", "now", "2026-01-15", "1e12", 0, -1, 1.5, 2 ** 60, Infinity, {}, [made], true];
  it.each([...times, ...noTimes].map((time, index) => ({ time, at: index < times.length ? made : null })))(
    "reads an eventGenTime as ms since 1970 or as unknown: $time",
    ({ time, at }) => {
      expect(parseAgentEvents(event("AgentEvent_Hold", callId, { eventGenTime: time }))).toEqual([
        { kind: "held", callId, at },
      ]);
    },
  );

  it.each([
    ["an array", [hold, talking]],
    ["an array in event", answer([hold, talking])],
    ["an array of answers", [answer(hold), answer(null), answer(talking)]],
    ["an array in events", { retcode: "0", events: [hold, talking] }],
    ["an array in result", { retcode: "0", result: [hold, talking] }],
    ["an array within result", { retcode: "0", result: { event: [hold, talking] } }],
    ["the envelope of push mode", { workNo: "291", eventList: [hold, talking] }],
    ["an array with other values", [null, hold, 1, "x", {}, [], talking, { eventType: 7 }]],
  ])("reads several events in order from %s", (_name, value) => {
    expect(parseAgentEvents(value, "291")).toEqual(both);
  });

  it("reads an answer that is the event itself, and a repeated event twice", () => {
    expect(parseAgentEvents(hold)).toEqual([both[0]]);
    expect(parseAgentEvents([hold, hold])).toEqual([both[0], both[0]]);
  });

  it.each([[answer(null)], [answer("")], [answer([])], [answer({})], [{ retcode: 0, event: null }], [[answer(null)]]])(
    "returns no events for a poll that ended without one: %j",
    (value) => {
      expect(parseAgentEvents(value)).toEqual([]);
    },
  );

  it.each(
    [
      ...[null, undefined, "", "<html>", 7, "100-006", JSON.stringify(answer(hold)), [], {}, { type: "ping" }],
      ...[
        { message: "", retcode: "0" },
        { retcode: "0", result: {} },
        { workNo: "291", eventList: [] },
      ],
      ...[{ event: null }, answer("<html>"), answer({ type: "ping" }), { ...answer(null), retcode: "100-006" }],
      ...[
        { ...answer(null), retcode: "000-003" },
        { ...answer(null), retcode: 1 },
      ],
    ].map((value): [unknown] => [value]),
  )("returns null for an answer that does not prove that events flow: %j", (value) => {
    expect(parseAgentEvents(value)).toBeNull();
  });
});

describe("parseAgentEvents for one agent", () => {
  const of = (workNo: unknown) => parseAgentEvents([{ eventType: "AgentEvent_Hold", workNo, content: callId }], "291");
  const held = [{ kind: "held", callId, at: null }];

  it.each(["292", 292, "2910", "x", "a", "A292", "B291"])("returns null for an event of the agent %j", (workNo) => {
    expect(of(workNo)).toBeNull();
  });

  it.each(["291", 291, "0291", " 291 ", "A291", "a291", undefined, null, "", {}])(
    "reads an event with the workNo %j as the agent's",
    (workNo) => {
      expect(of(workNo)).toEqual(held);
    },
  );

  it("applies the workNo of a push envelope to events without one", () => {
    const own = { eventType: "AgentEvent_Hold", content: callId };
    expect(parseAgentEvents({ workNo: "291", eventList: [own] }, "291")).toEqual(held);
    expect(parseAgentEvents({ workNo: "292", eventList: [own] }, "291")).toBeNull();
    expect(parseAgentEvents({ workNo: "292", eventList: [{ ...own, workNo: "291" }] }, "291")).toEqual(held);
  });

  it("leaves out other agents' events, also those that end calls or sessions", () => {
    const others = ["AgentOther_ShutdownService", "AgentOther_PhoneRelease", "AgentEvent_Hold"].map((eventType) => ({
      eventType,
      workNo: "292",
      content: null,
    }));
    expect(parseAgentEvents([...others, hold], "291")).toEqual([both[0]]);
    expect(parseAgentEvents(others)).toHaveLength(3);
  });
});

describe("parseAgentEvents with generated answers", () => {
  const kinds = ["held", "talking", "joined", "released", "retrieved", "phone-released", "signed-out", "other"];

  it("never throws and returns complete events", () => {
    const types = ["AgentEvent_Hold", "AgentEvent_Talking", "AgentEvent_Call_Release", "AgentOther_PhoneRelease"];
    const fields = { eventType: fc.constantFrom(...types), ...{ workNo: fc.anything(), content: fc.anything() } };
    const likely = fc.record({ ...fields, eventGenTime: fc.anything() }, { requiredKeys: ["eventType"] });
    const anAnswer = fc.oneof(fc.anything(), likely, fc.record({ event: fc.oneof(likely, fc.array(likely)) }));
    fc.assert(
      fc.property(anAnswer, fc.option(fc.string(), { nil: undefined }), (value, agentId) => {
        for (const found of parseAgentEvents(value, agentId) ?? []) {
          expect(kinds).toContain(found.kind);
          expect(found.at === null || found.at > 0).toBe(true);
          if ("callId" in found) expect(found.callId).toMatch(/\S/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("reads circular and deeply nested answers without an error", () => {
    const loop: { event?: unknown } = {};
    loop.event = [loop, { eventType: "AgentState_Busy" }];
    expect(parseAgentEvents(loop)?.length).toBeGreaterThan(0);
    let deep: unknown = { eventType: "AgentState_Busy" };
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(parseAgentEvents(deep)).toBeNull();
  });
});
