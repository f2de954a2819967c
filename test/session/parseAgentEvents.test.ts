import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusedPoll, parseAgentEvents } from "../../src/session/parseAgentEvents.js";

const made = 1_768_469_400_123;
const callId = "1501127996-2";

function answer(event: unknown) {
  return { message: "", retcode: "0", event };
}

/** The answer to an event poll, as documented. */
function event(eventType: string, content: unknown, more: object = {}) {
  return answer({ eventType, workNo: "291", content, ...more });
}

describe("an event", () => {
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
    ["AgentOther_ShutdownService", null, { kind: "signed-out" }],
    ["AgentOther_ShutdownService", { loginTime: made }, { kind: "signed-out" }],
    ["AgentState_Busy", callId, { kind: "other" }],
    ["AgentEvent_Ringing", { callid: callId }, { kind: "other" }],
  ])("%s with the content %j is read", (eventType, content, meaning) => {
    expect(parseAgentEvents(event(eventType, content))).toEqual([{ ...meaning, at: null }]);
    expect(parseAgentEvents(event(eventType, content, { eventGenTime: made }))).toEqual([{ ...meaning, at: made }]);
  });

  it.each([[callId], [{ callid: callId }], [{ callId }], [{ callid: "", callId }], [{ callid: null, callId }]])(
    "names its call by the content %j",
    (content) => {
      for (const type of ["AgentEvent_Hold", "AgentEvent_Call_Release", "AgentEvent_Talking"])
        expect(parseAgentEvents(event(type, content))).toMatchObject([{ callId }]);
    },
  );

  it.each([[15011], [{ callid: 15011 }], [{ callId: 15011 }]])("names its call by the number in %j", (content) => {
    expect(parseAgentEvents(event("AgentEvent_Hold", content))).toEqual([{ kind: "held", callId: "15011", at: null }]);
  });

  it.each([
    [null],
    [undefined],
    [""],
    ["  "],
    [{}],
    [[]],
    [[callId]],
    [true],
    [{ callid: {} }],
    [{ callid: null }],
    [2 ** 60],
    [Number.NaN],
  ])("that should name a call, and has the content %j, says only that events flow", (content) => {
    expect(parseAgentEvents(event("AgentEvent_Hold", content))).toEqual([{ kind: "other", at: null }]);
  });

  it.each([made, `${made}`, ` ${made} `])("has the time %j", (eventGenTime) => {
    expect(parseAgentEvents(event("AgentEvent_Hold", callId, { eventGenTime }))).toEqual([
      { kind: "held", callId, at: made },
    ]);
  });

  it.each([null, "", "now", "2026-01-15", "1e12", 0, -1, 1.5, 2 ** 60, Infinity, {}, [made], true])(
    "has no time where it says %j",
    (eventGenTime) => {
      expect(parseAgentEvents(event("AgentEvent_Hold", callId, { eventGenTime }))).toEqual([
        { kind: "held", callId, at: null },
      ]);
    },
  );

  it.each(["constructor", "__proto__", "agentevent_hold", ""])("of the type %j is no event that we know", (type) => {
    expect(parseAgentEvents(event(type, callId))).toEqual([{ kind: "other", at: null }]);
  });
});

describe("an answer", () => {
  const hold = { eventType: "AgentEvent_Hold", workNo: "291", content: "a", eventGenTime: made };
  const talking = { eventType: "AgentEvent_Talking", workNo: "291", content: { callid: "b" } };
  const both = [
    { kind: "held", callId: "a", at: made },
    { kind: "talking", callId: "b", at: null },
  ];

  it.each([
    ["an array", [hold, talking]],
    ["an array as the event", answer([hold, talking])],
    ["an array of answers", [answer(hold), answer(null), answer(talking)]],
    ["an array as the events", { retcode: "0", events: [hold, talking] }],
    ["an array as the result", { retcode: "0", result: [hold, talking] }],
    ["an array within the result", { retcode: "0", result: { event: [hold, talking] } }],
    ["an array with what is no event", [null, hold, 1, "x", {}, [], talking, { eventType: 7 }]],
  ])("of several events is read in its order: %s", (_name, value) => {
    expect(parseAgentEvents(value)).toEqual(both);
  });

  it("may be the event itself", () => {
    expect(parseAgentEvents(hold)).toEqual([both[0]]);
  });

  it.each([
    [answer(null)],
    [answer(undefined)],
    [answer("")],
    [answer([])],
    [answer({})],
    [{ message: "", retcode: "0" }],
    [{ message: "", retcode: "0", result: {} }],
    [[]],
    [null],
    [undefined],
    ["<html>"],
  ])("without an event has none: %j", (value) => {
    expect(parseAgentEvents(value)).toEqual([]);
  });

  it("says the same twice where it has an event twice", () => {
    expect(parseAgentEvents([hold, hold])).toEqual([both[0], both[0]]);
  });
});

describe("a refused poll", () => {
  it.each([["100-006"], ["000-003"], [1]])("has the retcode %j", (retcode) => {
    expect(isRefusedPoll({ message: "", retcode })).toBe(true);
  });

  it.each([
    [{ message: "", retcode: "0", event: null }],
    [{ retcode: 0 }],
    [{ eventType: "AgentEvent_Hold", content: callId }],
    [[]],
    [null],
    [undefined],
    ["100-006"],
  ])("is not %j", (value) => {
    expect(isRefusedPoll(value)).toBe(false);
  });
});

describe("an event of another agent", () => {
  const of = (workNo: unknown) => parseAgentEvents([{ eventType: "AgentEvent_Hold", workNo, content: callId }], "291");

  it.each(["292", 292, "2910", "x"])("is left out, of the agent %j", (workNo) => {
    expect(of(workNo)).toEqual([]);
  });

  it.each(["291", 291, "0291", undefined, null, "", {}])("is not told by the workNo %j", (workNo) => {
    expect(of(workNo)).toEqual([{ kind: "held", callId, at: null }]);
  });

  it("neither signs out nor hangs up", () => {
    const events = ["AgentOther_ShutdownService", "AgentOther_PhoneRelease"].map((eventType) => ({
      eventType,
      workNo: "292",
      content: null,
    }));
    expect(parseAgentEvents(events, "291")).toEqual([]);
    expect(parseAgentEvents(events)).toHaveLength(2);
  });
});

describe("whatever comes", () => {
  const kinds = ["held", "talking", "joined", "released", "retrieved", "phone-released", "signed-out", "other"];

  it("is read without an error, as events that are whole", () => {
    const types = ["AgentEvent_Hold", "AgentEvent_Talking", "AgentEvent_Call_Release", "AgentOther_PhoneRelease"];
    const likely = fc.record(
      {
        eventType: fc.constantFrom(...types),
        workNo: fc.anything(),
        content: fc.anything(),
        eventGenTime: fc.anything(),
      },
      { requiredKeys: ["eventType"] },
    );
    const anAnswer = fc.oneof(fc.anything(), likely, fc.record({ event: fc.oneof(likely, fc.array(likely)) }));
    fc.assert(
      fc.property(anAnswer, fc.option(fc.string(), { nil: undefined }), (value, agentId) => {
        for (const found of parseAgentEvents(value, agentId)) {
          expect(kinds).toContain(found.kind);
          expect(found.at === null || found.at > 0).toBe(true);
          if ("callId" in found) expect(found.callId).toMatch(/\S/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is read without an error where it is nested without end", () => {
    const loop: { event?: unknown } = {};
    loop.event = [loop, { eventType: "AgentState_Busy" }];
    expect(parseAgentEvents(loop).length).toBeGreaterThan(0);
    let deep: unknown = { eventType: "AgentState_Busy" };
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(parseAgentEvents(deep)).toEqual([]);
  });
});
