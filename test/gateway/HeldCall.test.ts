import { describe, expect, it } from "vitest";
import { type HeldCall, otherParty } from "../../src/gateway/HeldCall.js";

const call: HeldCall = { callId: "1501127996-2", callType: 7, caller: "10086", called: "70943", skill: "voice" };

describe("otherParty", () => {
  it("is the called number of an outgoing call", () => {
    expect(otherParty(call)).toBe("70943");
  });

  it.each([0, 6, 40, 41, 43, 44, 45, 51, 52, 53, -1, 99])("is the calling number of a call of type %i", (callType) => {
    expect(otherParty({ ...call, callType })).toBe("10086");
  });

  it("is empty where the gateway withholds that number, rather than the agent's own", () => {
    expect(otherParty({ ...call, called: "" })).toBe("");
    expect(otherParty({ ...call, callType: 0, caller: "" })).toBe("");
  });
});
