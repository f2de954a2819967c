import { expect, it } from "vitest";
import { type HeldCall, otherParty } from "../../src/gateway/HeldCall.js";

const call: HeldCall = { callId: "1501127996-2", callType: 7, caller: "10086", called: "70943", skill: "voice" };

it("shows the called number as the other party of an outgoing call", () => {
  expect(otherParty(call)).toBe("70943");
});

it.each([0, 6, 40, 41, 43, 44, 45, 51, 52, 53, -1, 99, null])(
  "shows the calling number as the other party of a call of type %j",
  (callType) => {
    expect(otherParty({ ...call, callType })).toBe("10086");
  },
);

it("shows no other party, rather than the agent's own number, when that number is withheld", () => {
  expect(otherParty({ ...call, called: "" })).toBe("");
  expect(otherParty({ ...call, callType: 0, caller: "" })).toBe("");
});
