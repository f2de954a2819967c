import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HeldCall } from "../../src/gateway/HeldCall.js";
import type { HoldListAnswer } from "../../src/gateway/parseHoldList.js";
import { shareByCallId } from "../../src/hold-list/shareByCallId.js";

function call(callId: string, change: Partial<HeldCall> = {}): HeldCall {
  return { callId, callType: 0, caller: "10086", called: "70943", skill: "voice", ...change };
}

function answer(calls: HeldCall[], unreadable: string[] = []): HoldListAnswer {
  return { calls, unreadable };
}

describe("shareByCallId", () => {
  it("returns the first list unchanged", () => {
    const first = answer([call("a")]);
    expect(shareByCallId(null, first)).toBe(first);
  });

  it("keeps the list object when the new list repeats it", () => {
    const before = answer([call("a"), call("b")], ["result[2].callid"]);
    expect(shareByCallId(before, answer([call("a"), call("b")], ["result[2].callid"]))).toBe(before);
  });

  it("keeps the object of an empty list", () => {
    const before = answer([]);
    expect(shareByCallId(before, answer([]))).toBe(before);
  });

  it("keeps the objects of the remaining calls when the first one leaves", () => {
    const before = answer([call("a"), call("b"), call("c")]);
    const after = shareByCallId(before, answer([call("b"), call("c")]));
    expect(after.calls).toHaveLength(2);
    expect(after.calls[0]).toBe(before.calls[1]);
    expect(after.calls[1]).toBe(before.calls[2]);
  });

  it("keeps the objects of the calls when their order changes", () => {
    const before = answer([call("a"), call("b")]);
    const after = shareByCallId(before, answer([call("b"), call("a")]));
    expect(after).not.toBe(before);
    expect(after.calls[0]).toBe(before.calls[1]);
    expect(after.calls[1]).toBe(before.calls[0]);
  });

  it.each<Partial<HeldCall>>([{ callType: 7 }, { caller: "1" }, { called: "2" }, { skill: "" }])(
    "takes the new call when a field differs: %j",
    (change) => {
      const before = answer([call("a"), call("b")]);
      const after = shareByCallId(before, answer([call("a", change), call("b")]));
      expect(after.calls[0]).toEqual(call("a", change));
      expect(after.calls[1]).toBe(before.calls[1]);
    },
  );

  it("takes new unreadable rows and keeps the objects of the calls", () => {
    const before = answer([call("a")], ["result[1]"]);
    const after = shareByCallId(before, answer([call("a")]));
    expect(after.unreadable).toEqual([]);
    expect(after.calls[0]).toBe(before.calls[0]);
  });

  it("accepts names of object properties as call IDs", () => {
    const before = answer([call("a")]);
    const after = answer([call("__proto__"), call("constructor"), call("toString")]);
    expect(shareByCallId(before, after)).toEqual(after);
  });

  it("always equals the new list, keeps the object of each equal call and mutates neither list", () => {
    const calls = fc.uniqueArray(
      fc.record({
        callId: fc.constantFrom("a", "b", "c", "__proto__", "constructor"),
        callType: fc.constantFrom(0, 7),
        caller: fc.constantFrom("", "10086"),
        called: fc.constant("70943"),
        skill: fc.constantFrom("", "voice"),
      }),
      { selector: ({ callId }) => callId },
    );
    const list = fc.record({ calls, unreadable: fc.subarray(["result[0]", "result[1].callid"]) });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const was = JSON.stringify([before, after]);
        const shared = shareByCallId(before, after);
        expect(JSON.stringify([before, after])).toBe(was);
        expect(JSON.stringify(shared)).toBe(JSON.stringify(after));
        for (const kept of shared.calls) {
          const same = before.calls.find((former) => JSON.stringify(former) === JSON.stringify(kept));
          if (same !== undefined) expect(kept).toBe(same);
        }
        expect(shared === before).toBe(JSON.stringify(before) === JSON.stringify(after));
      }),
      { numRuns: 1_000 },
    );
  });
});
