import { beforeEach, expect, it, vi } from "vitest";
import type { AttentionLevel } from "../../../src/hold-list/attention.js";
import { createReminders } from "../../../src/panel/alerts/createReminders.js";

beforeEach(() => void vi.useFakeTimers());

const levelsOf = (levels: Record<string, AttentionLevel>) => new Map(Object.entries(levels));

/** Updates the reminders at the given seconds, and returns the seconds of the tones up to 200 s. */
function tonesOf(updates: Record<number, Record<string, AttentionLevel>>, initial = {}): number[] {
  const tones: number[] = [];
  const begun = performance.now();
  const reminders = createReminders(levelsOf(initial), () => tones.push((performance.now() - begun) / 1_000));
  for (const [second, levels] of Object.entries(updates)) {
    vi.advanceTimersByTime(Number(second) * 1_000 - (performance.now() - begun));
    reminders.update(levelsOf(levels));
  }
  vi.advanceTimersByTime(200_000);
  expect(vi.getTimerCount()).toBe(0);
  return tones;
}

const a = { a: "long" } as const;
const ab = { a: "long", b: "long" } as const;

it.each<[string, Record<number, Record<string, AttentionLevel>>, number[]]>([
  ["plays three tones for one crossing", { 0: a }, [0, 20, 40]],
  ["plays nothing new for an unchanged level", { 0: a, 1: a, 21: a, 50: a }, [0, 20, 40]],
  ["shares the tones of crossings at the same moment", { 0: ab }, [0, 20, 40]],
  ["plays the tones of each crossing", { 0: a, 10: ab }, [0, 10, 20, 30, 40, 50]],
  ["shares repeated tones that are due within a second", { 0: a, 19.5: ab }, [0, 19.5, 39.5, 59.5]],
  ["plays three more tones at the next threshold", { 0: a, 30: { a: "too-long" } }, [0, 20, 30, 50, 70]],
  ["plays nothing for a level that falls", { 0: { a: "too-long" }, 50: a }, [0, 20, 40]],
  ["stops when the call leaves", { 0: a, 1: {} }, [0]],
  ["continues for the call that stays when another one leaves", { 0: ab, 1: a }, [0, 20, 40]],
  ["continues with each later tone when another call leaves", { 0: a, 5: ab, 21: { b: "long" } }, [0, 5, 20, 25, 45]],
  ["plays again for a call that returns", { 0: a, 1: {}, 5: a }, [0, 5, 25, 45]],
])("%s", (_, updates, tones) => expect(tonesOf(updates)).toEqual(tones));

it("plays nothing for levels that were crossed before", () => {
  expect(tonesOf({ 0: ab, 5: { ...ab, c: "long" } }, ab)).toEqual([5, 25, 45]);
});

it("plays nothing after it was stopped", () => {
  const play = vi.fn();
  const reminders = createReminders(new Map(), play);
  reminders.update(levelsOf(a));
  reminders.stop();
  vi.advanceTimersByTime(100_000);
  expect(play).toHaveBeenCalledOnce();
});

it("plays one tone for 10,000 calls at the same moment", () => {
  const calls = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [String(index), "long" as const]));
  expect(tonesOf({ 0: calls })).toEqual([0, 20, 40]);
});
