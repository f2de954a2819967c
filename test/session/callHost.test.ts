import { afterEach, expect, it, vi } from "vitest";
import { callHost } from "../../src/session/callHost.js";

const fault = new Error("host fault");
const throwFault = () => {
  throw fault;
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("returns the result and reports nothing when the function succeeds", () => {
  const report = vi.fn();
  vi.stubGlobal("reportError", report);
  expect(callHost(() => 7, 1)).toBe(7);
  expect(callHost(() => undefined, "fallback")).toBeUndefined();
  expect(report).not.toHaveBeenCalled();
});

it("reports a thrown error once and returns the fallback", () => {
  const report = vi.fn();
  vi.stubGlobal("reportError", report);
  expect(callHost(throwFault, "fallback")).toBe("fallback");
  expect(callHost(throwFault)).toBeUndefined();
  expect(report.mock.calls).toEqual([[fault], [fault]]);
});

it.each([
  ["is missing", undefined],
  ["throws itself", () => throwFault()],
])("throws the error in a task of its own when reportError %s", (_, reportError) => {
  vi.useFakeTimers();
  vi.stubGlobal("reportError", reportError);
  expect(callHost(throwFault, 0)).toBe(0);
  expect(() => vi.runAllTimers()).toThrow(fault);
});
