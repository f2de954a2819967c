import { afterEach, expect, it, vi } from "vitest";
import { callHost } from "../../src/hold-list/callHost.js";

const fault = new Error("The host's code is broken.");
const broken = (): string => {
  throw fault;
};

afterEach(() => vi.unstubAllGlobals());

it("returns what the function returns", () => {
  expect(callHost(() => "text", "fallback")).toBe("text");
  expect(callHost(() => undefined, "fallback")).toBeUndefined();
});

it("reports an error once and returns the fallback", () => {
  const report = vi.fn();
  vi.stubGlobal("reportError", report);
  expect(callHost(broken, "fallback")).toBe("fallback");
  expect(callHost(broken)).toBeUndefined();
  expect(report.mock.calls).toEqual([[fault], [fault]]);
});

it("throws the error in a task of its own where the browser has no reportError", () => {
  vi.useFakeTimers();
  vi.stubGlobal("reportError", undefined);
  expect(callHost(broken, "fallback")).toBe("fallback");
  expect(() => vi.runAllTimers()).toThrow(fault);
});
