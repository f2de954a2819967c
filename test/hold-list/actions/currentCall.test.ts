import { expect, it } from "vitest";
import { type CurrentCall, currentCallAfter } from "../../../src/hold-list/actions/currentCall.js";
import type { AgentEvent } from "../../../src/session/AgentEvent.js";

const talksOn = (callId: string): CurrentCall => ({ callId });
const after = (known: CurrentCall, ...events: AgentEvent[]) => events.reduce(currentCallAfter, known);
const at = null;

it.each(["talking", "retrieved"] as const)("is the call that the agent is %s on, whatever was known", (kind) => {
  for (const known of ["unknown", "none", talksOn("1")] as const)
    expect(after(known, { kind, callId: "2", at })).toEqual(talksOn("2"));
});

it("is none when the current call is put on hold or is over", () => {
  expect(after(talksOn("1"), { kind: "held", callId: "1", at })).toBe("none");
  expect(after(talksOn("1"), { kind: "released", by: "anyone", callId: "1", at })).toBe("none");
});

it("is not known when one party leaves it: there may be others", () => {
  expect(after(talksOn("1"), { kind: "released", by: "customer", callId: "1", at })).toBe("unknown");
});

it("stays what it was when another call is put on hold, joins or is over", () => {
  for (const known of ["unknown", "none", talksOn("1")] as const)
    for (const event of [
      { kind: "held", callId: "2", at },
      { kind: "released", by: "anyone", callId: "2", at },
      { kind: "released", by: "customer", callId: "2", at },
      { kind: "joined", callId: "2", at },
      { kind: "held-since", callId: "2", since: 1, at },
      { kind: "other", at },
    ] as const)
      expect(after(known, event)).toEqual(known);
});

it("is not known after the phone hung up, or the agent was signed out", () => {
  for (const kind of ["phone-released", "signed-out"] as const) {
    expect(after(talksOn("1"), { kind, at })).toBe("unknown");
    expect(after("none", { kind, at })).toBe("unknown");
  }
});

it("is the retrieved call when that put the current one on hold, in either order of the events", () => {
  const held = { kind: "held", callId: "1", at } as const;
  const talking = { kind: "talking", callId: "2", at } as const;
  expect(after(talksOn("1"), held, talking)).toEqual(talksOn("2"));
  expect(after(talksOn("1"), talking, held)).toEqual(talksOn("2"));
});
