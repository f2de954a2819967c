import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { onSecond } from "../../../src/panel/rows/onSecond.js";

let stops: (() => void)[] = [];

/** Subscribes, and records when `tick` was called. */
function listen(element: Element = document.body): { times: number[]; stop: () => void } {
  const times: number[] = [];
  const stop = onSecond(element, () => times.push(Date.now()));
  stops.push(stop);
  return { times, stop };
}

function setVisibility(state: DocumentVisibilityState): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}

/** A second window, whose timers can be stopped as if it were hidden or closed. */
function openWindow() {
  const frame = document.body.appendChild(document.createElement("iframe"));
  const view = frame.contentWindow as Window;
  const timers = new Set<number>();
  const setTimer = vi.spyOn(view, "setTimeout").mockImplementation(((run: () => void, ms: number) => {
    const timer = setTimeout(run, ms) as unknown as number;
    timers.add(timer);
    return timer;
  }) as never);
  vi.spyOn(view, "clearTimeout").mockImplementation((timer) => {
    clearTimeout(timer);
    timers.delete(Number(timer));
  });
  return {
    view,
    setTimer,
    body: view.document.body,
    stopTimers: () => timers.forEach((timer) => clearTimeout(timer)),
    close: () => frame.remove(),
  };
}

beforeEach(() => void vi.useFakeTimers({ now: 10_300 }));
afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
  document.body.replaceChildren();
});

it("ticks on every full second of the wall clock", () => {
  const { times } = listen();
  vi.advanceTimersByTime(699);
  expect(times).toEqual([]);
  vi.advanceTimersByTime(2_801);
  expect(times).toEqual([11_000, 12_000, 13_000]);
});

it("uses one timer for all listeners of a window, and none without listeners", () => {
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

it("starts again after all listeners have left", () => {
  listen().stop();
  const { times } = listen();
  vi.advanceTimersByTime(1_000);
  expect(times).toEqual([11_000]);
});

it("keeps ticking while the page claims to be hidden", () => {
  setVisibility("hidden");
  const { times } = listen();
  vi.advanceTimersByTime(2_000);
  expect(times).toEqual([11_000, 12_000]);
});

it("ticks at once when the page becomes visible", () => {
  const { times } = listen();
  setVisibility("visible");
  vi.advanceTimersByTime(700);
  expect(times).toEqual([10_300, 11_000]);
});

it("uses the timers and the visibility of the element's own window", () => {
  const { view, setTimer, body, close } = openWindow();
  const { times } = listen(body);
  expect(setTimer).toHaveBeenCalledTimes(1);
  setVisibility("hidden");
  expect(times).toEqual([]);
  view.document.dispatchEvent(new Event("visibilitychange"));
  vi.advanceTimersByTime(700);
  expect(times).toEqual([10_300, 11_000]);
  close();
});

it("follows an element that is moved to another window", () => {
  const { setTimer, body, close } = openWindow();
  const element = document.body.appendChild(document.createElement("div"));
  const { times, stop } = listen(element);
  body.append(element);
  vi.advanceTimersByTime(2_000);
  expect(times).toEqual([11_000, 12_000]);
  expect(setTimer).toHaveBeenCalled();
  stop();
  expect(vi.getTimerCount()).toBe(0);
  close();
});

it("follows an element that is moved back from a window that closes", () => {
  const { view, body, stopTimers, close } = openWindow();
  const element = body.appendChild(document.createElement("div"));
  const { times } = listen(element);
  view.addEventListener("pagehide", () => document.body.append(element));
  view.dispatchEvent(new Event("pagehide"));
  stopTimers();
  vi.advanceTimersByTime(1_000);
  expect(times.at(-1)).toBe(11_000);
  close();
});

it("catches up after a late timer, and returns to full seconds", () => {
  const { times } = listen();
  vi.advanceTimersByTime(1_000);
  vi.setSystemTime(15_700);
  vi.advanceTimersByTime(2_000);
  expect(times.slice(1).map((time) => time % 1_000)).toEqual([400, 0]);
});

it("continues after a listener that throws", () => {
  let isBroken = true;
  stops.push(
    onSecond(document.body, () => {
      if (isBroken) throw new Error("No label.");
    }),
  );
  const { times } = listen();
  expect(() => vi.advanceTimersByTime(1_000)).toThrow("No label.");
  isBroken = false;
  vi.advanceTimersByTime(1_000);
  expect(times.at(-1)).toBe(12_000);
});

it("skips a listener that another one removed in the same second", () => {
  const removed = vi.fn();
  const removeLater: (() => void)[] = [];
  stops.push(onSecond(document.body, () => removeLater.forEach((remove) => remove())));
  removeLater.push(onSecond(document.body, removed));
  vi.advanceTimersByTime(2_000);
  expect(removed).not.toHaveBeenCalled();
});
