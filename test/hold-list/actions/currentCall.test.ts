import { describe, expect, it } from "vitest";
import { type CurrentCall, currentCallAfter } from "../../../src/hold-list/actions/currentCall.js";
import type { AgentEvent } from "../../../src/session/AgentEvent.js";

const at = null;
const call = (callId: string): CurrentCall => ({ callId });
const states: CurrentCall[] = ["unknown", "none", call("1")];
const held = (callId: string): AgentEvent => ({ kind: "held", callId, at });
const talking = (callId: string): AgentEvent => ({ kind: "talking", callId, at });
const released = (by: "anyone" | "customer", callId: string): AgentEvent => ({ kind: "released", by, callId, at });

describe("the current call", () => {
  it.each<[AgentEvent, CurrentCall]>([
    [talking("2"), call("2")],
    [{ kind: "retrieved", callId: "2", at }, call("2")],
    [{ kind: "phone-released", at }, "unknown"],
    [{ kind: "signed-out", at }, "unknown"],
  ])("is decided by %j, whatever was known", (event, after) => {
    expect(states.map((known) => currentCallAfter(known, event))).toEqual(states.map(() => after));
  });

  it.each<[AgentEvent, CurrentCall]>([
    [held("1"), "none"],
    [released("anyone", "1"), "none"],
    [released("customer", "1"), "unknown"], // a call of several parties goes on
  ])("changes with its own event %j", (event, after) => {
    expect(currentCallAfter(call("1"), event)).toBe(after);
  });

  it.each<AgentEvent>([
    held("2"),
    released("anyone", "2"),
    released("customer", "2"),
    { kind: "joined", callId: "2", at },
    { kind: "held-since", callId: "2", since: 1, at },
    { kind: "other", at },
  ])("does not change with %j of another call", (event) => {
    expect(states.map((known) => currentCallAfter(known, event))).toEqual(states);
  });

  it("is the retrieved call when its retrieval put the current one on hold, in either order of the events", () => {
    expect([held("1"), talking("2")].reduce(currentCallAfter, call("1"))).toEqual(call("2"));
    expect([talking("2"), held("1")].reduce(currentCallAfter, call("1"))).toEqual(call("2"));
  });
});
