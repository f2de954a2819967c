import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { onSecond } from "../../../src/panel/rows/onSecond.js";

let stops: (() => void)[] = [];

/** Listens, and writes down when it was called. */
function listen(): { times: number[]; stop: () => void } {
  const times: number[] = [];
  const stop = onSecond(() => times.push(Date.now()));
  stops.push(stop);
  return { times, stop };
}

function setVisibility(state: DocumentVisibilityState): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => void vi.useFakeTimers({ now: 10_300 }));
afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
});

it("calls on every full second of the wall clock", () => {
  const { times } = listen();
  vi.advanceTimersByTime(699);
  expect(times).toEqual([]);
  vi.advanceTimersByTime(2_801);
  expect(times).toEqual([11_000, 12_000, 13_000]);
});

it("has one timer for all, and none once nobody listens", () => {
  const [first, second] = [listen(), listen()];
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(1_000);
  first.stop();
  first.stop();
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect([first.times, second.times]).toEqual([[11_000], [11_000, 12_000]]);
  second.stop();
  expect(vi.getTimerCount()).toBe(0);
  setVisibility("visible");
  expect(vi.getTimerCount()).toBe(0);
});

it("begins anew after everybody has left", () => {
  listen().stop();
  const { times } = listen();
  vi.advanceTimersByTime(1_000);
  expect(times).toEqual([11_000]);
});

it("stands still while the page is hidden, and calls at once on return", () => {
  const { times } = listen();
  vi.advanceTimersByTime(1_000);
  setVisibility("hidden");
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(60_250);
  expect(times).toEqual([11_000]);
  setVisibility("visible");
  vi.advanceTimersByTime(1_000);
  expect(times).toEqual([11_000, 71_550, 72_000]);
});

it("does not begin to tick in a hidden page", () => {
  setVisibility("hidden");
  const { times } = listen();
  expect(vi.getTimerCount()).toBe(0);
  setVisibility("visible");
  expect(times).toEqual([10_300]);
});

it("catches up after a timer that was late, and is back on the second", () => {
  const { times } = listen();
  vi.advanceTimersByTime(1_000);
  vi.setSystemTime(15_700);
  vi.advanceTimersByTime(2_000);
  expect(times.slice(1).map((time) => time % 1_000)).toEqual([400, 0]);
});

it("goes on after a listener that throws", () => {
  let isBroken = true;
  stops.push(
    onSecond(() => {
      if (isBroken) throw new Error("No word for it.");
    }),
  );
  const { times } = listen();
  expect(() => vi.advanceTimersByTime(1_000)).toThrow("No word for it.");
  isBroken = false;
  vi.advanceTimersByTime(1_000);
  expect(times.at(-1)).toBe(12_000);
});

it("leaves out who was stopped by another in the same second", () => {
  const stopped = vi.fn();
  const stopLate: (() => void)[] = [];
  stops.push(onSecond(() => stopLate.forEach((stop) => stop())));
  stopLate.push(onSecond(stopped));
  vi.advanceTimersByTime(2_000);
  expect(stopped).not.toHaveBeenCalled();
});
