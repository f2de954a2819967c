import { beforeEach, expect, it, vi } from "vitest";
import { loadCode } from "../../../src/panel/parts/loadCode.js";

const report = vi.fn();
const fault = new Error("The file could not be loaded.");
const code = { part: "alerts" };

beforeEach(() => {
  report.mockClear();
  vi.stubGlobal("reportError", report);
});

const settle = () => new Promise((resolve) => setTimeout(resolve));
const goOnline = () => window.dispatchEvent(new Event("online"));

it("hands over the code once", async () => {
  const [load, onLoaded] = [vi.fn(() => Promise.resolve(code)), vi.fn()];
  loadCode(load, onLoaded);
  await settle();
  goOnline();
  await settle();
  expect(load).toHaveBeenCalledTimes(1);
  expect(onLoaded.mock.calls).toEqual([[code]]);
});

it("reports a failure and loads again when the browser comes back online", async () => {
  const load = vi.fn(() => Promise.resolve(code)).mockRejectedValueOnce(fault);
  const [onLoaded, onMissing] = [vi.fn(), vi.fn()];
  loadCode(load, onLoaded, onMissing);
  await settle();
  expect(report.mock.calls).toEqual([[fault]]);
  expect(onMissing).toHaveBeenCalledTimes(1);
  expect(onLoaded).not.toHaveBeenCalled();

  goOnline();
  await settle();
  expect(onLoaded.mock.calls).toEqual([[code]]);
});

it("hands over nothing after its end", async () => {
  const [onLoaded, onMissing] = [vi.fn(), vi.fn()];
  loadCode(() => Promise.resolve(code), onLoaded)();
  loadCode(() => Promise.reject(fault), onLoaded, onMissing)();
  await settle();
  goOnline();
  expect([onLoaded.mock.calls, onMissing.mock.calls, report.mock.calls]).toEqual([[], [], []]);
});
