import { beforeEach, expect, it, vi } from "vitest";
import { createNamedTimers } from "../../src/hold-list/createNamedTimers.js";

beforeEach(() => {
  vi.useFakeTimers();
});

/** Timers, and the names of those that fired. */
function open() {
  const timers = createNamedTimers<"a" | "b">();
  const fired: string[] = [];
  return { timers, fired, set: (name: "a" | "b", wait: number) => timers.set(name, wait, () => fired.push(name)) };
}

it("fires each timer once, by its own time", () => {
  const { set, fired } = open();
  set("a", 2_000);
  set("b", 1_000);
  vi.advanceTimersByTime(1_000);
  expect(fired).toEqual(["b"]);
  vi.advanceTimersByTime(10_000);
  expect(fired).toEqual(["b", "a"]);
});

it("replaces a timer of the same name, and only that one", () => {
  const { set, fired } = open();
  set("a", 1_000);
  set("b", 1_000);
  set("a", 3_000);
  vi.advanceTimersByTime(2_999);
  expect(fired).toEqual(["b"]);
  vi.advanceTimersByTime(1);
  expect(fired).toEqual(["b", "a"]);
});

it("sets no timer for Infinity and clears the former one", () => {
  const { set, fired } = open();
  set("a", 1_000);
  set("a", Infinity);
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(fired).toEqual([]);
});

it.each([
  [-1, 0],
  [2 ** 40, 2 ** 31 - 1],
])("keeps a wait of %d ms within what a browser's timer can keep", (wait, expected) => {
  const setTimer = vi.spyOn(globalThis, "setTimeout");
  open().set("a", wait);
  expect(setTimer).toHaveBeenCalledExactlyOnceWith(expect.any(Function), expected);
});

it("lets a timer set itself again while it fires", () => {
  const { timers } = open();
  let runs = 0;
  const run = () => {
    runs++;
    if (runs < 3) timers.set("a", 1_000, run);
  };
  timers.set("a", 1_000, run);
  vi.advanceTimersByTime(10_000);
  expect(runs).toBe(3);
  expect(vi.getTimerCount()).toBe(0);
});

it("clears all timers, and can be used again", () => {
  const { timers, set, fired } = open();
  set("a", 1_000);
  set("b", 1_000);
  timers.clear();
  expect(vi.getTimerCount()).toBe(0);
  set("b", 1_000);
  vi.advanceTimersByTime(1_000);
  expect(fired).toEqual(["b"]);
});
