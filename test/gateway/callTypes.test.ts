import { expect, it } from "vitest";
import { callDirection, callTypeName } from "../../src/gateway/callTypes.js";

it.each([
  [0, "incoming", "in"],
  [6, "internal", "internal"],
  [7, "outgoing", "out"],
  [40, "reserved", "out"],
  [41, "preoccupied", "out"],
  [43, "predictive", "out"],
  [44, "preview", "out"],
  [45, "callback", "out"],
  [51, "consultation", "internal"],
  [52, "three-party-consultation", "internal"],
  [53, "multi-party", "internal"],
])("names the call type %i %s with the direction %s", (callType, name, direction) => {
  expect([callTypeName(callType), callDirection(callType)]).toEqual([name, direction]);
});

it.each([-1, 1, 42, 99, 1_000, 7.5, NaN, null])("has no name and no direction for the call type %j", (callType) => {
  expect([callTypeName(callType), callDirection(callType)]).toEqual([undefined, undefined]);
});
