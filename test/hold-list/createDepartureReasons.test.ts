import { expect, it } from "vitest";
import { createDepartureReasons } from "../../src/hold-list/createDepartureReasons.js";
import type { LeftReason } from "../../src/hold-list/LeftCall.js";
import type { AgentEvent } from "../../src/session/AgentEvent.js";

type CallEvent = AgentEvent & { callId: string };
const talking: CallEvent = { kind: "talking", callId: "a", at: null };
const joined: CallEvent = { kind: "joined", callId: "a", at: null };
const retrieved: CallEvent = { kind: "retrieved", callId: "a", at: null };
const released: CallEvent = { kind: "released", by: "anyone", callId: "a", at: null };
const customerReleased: CallEvent = { kind: "released", by: "customer", callId: "a", at: null };

it.each<[string, CallEvent[], LeftReason | null]>([
  ["no event", [], null],
  ["Customer_Release", [customerReleased], "customer-hung-up"],
  ["Customer_Release twice", [customerReleased, customerReleased], "customer-hung-up"],
  ["Talking", [talking], "retrieved"],
  ["Talking, then Customer_Release", [talking, customerReleased], "retrieved"],
  ["Customer_Release, then a late Talking", [customerReleased, talking], "retrieved"],
  ["Talking, then Call_Release", [talking, released], "retrieved"],
  ["Call_Release", [released], "unknown"],
  ["Conference", [joined], "unknown"],
  ["a retrieval at the desk phone", [retrieved], "unknown"],
  ["a retrieval at the desk phone, then Customer_Release", [retrieved, customerReleased], "unknown"],
  ["Conference, then Customer_Release", [joined, customerReleased], "unknown"],
  ["Call_Release, then Customer_Release", [released, customerReleased], "unknown"],
  ["Customer_Release, then Call_Release", [customerReleased, released], "unknown"],
  ["an event of another call", [{ ...talking, callId: "b" }], null],
])("gives the reason of a departure after %s", (_name, events, reason) => {
  const reasons = createDepartureReasons();
  for (const event of events) reasons.note(event, 0);
  expect(reasons.of("a")).toBe(reason);
});

it("forgets one call, and clears all", () => {
  const reasons = createDepartureReasons();
  reasons.note(talking, 0);
  reasons.note({ ...talking, callId: "b" }, 0);
  reasons.forget("a");
  expect([reasons.of("a"), reasons.of("b")]).toEqual([null, "retrieved"]);
  reasons.clear();
  expect(reasons.of("b")).toBeNull();
});

it("keeps a reason for 30 s from the event that gave it, not from a repeated one", () => {
  const reasons = createDepartureReasons();
  reasons.note(talking, 1_000);
  reasons.note(customerReleased, 20_000);
  reasons.expire(31_000);
  expect(reasons.of("a")).toBe("retrieved");
  reasons.expire(31_001);
  expect(reasons.of("a")).toBeNull();
});
