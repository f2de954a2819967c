import { describe, expect, it } from "vitest";
import { callDirection, callTypeName } from "../../src/gateway/callTypes.js";

describe("call types", () => {
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
  ])("names %i %s and its direction %s", (callType, type, direction) => {
    expect(callTypeName(callType)).toBe(type);
    expect(callDirection(callType)).toBe(direction);
  });

  it.each([-1, 1, 42, 99, 1_000, 7.5, NaN])("names neither a type nor a direction for %d", (callType) => {
    expect(callTypeName(callType)).toBeUndefined();
    expect(callDirection(callType)).toBeUndefined();
  });
});
