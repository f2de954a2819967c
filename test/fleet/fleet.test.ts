import { describe, expect, it } from "vitest";
import { createDay } from "./Day.js";
import { createQueue } from "./createQueue.js";
import { measureLoad } from "./measureLoad.js";
import { type ClientName, runFleet } from "./runFleet.js";

const agents = 10_000;
const day = createDay({ ordinary: 30_000, recovery: 40_000 });
const run = (client: ClientName) => runFleet(client, agents, day, 1);
const panel = run("panel");
const ordinary = panel.phases["ordinary"]?.mean ?? NaN;
const after = day.faults.map(({ name }) => name);

describe("10,000 panels on one gateway", () => {
  it("poll every 2 s", () => {
    expect(ordinary / agents).toBeGreaterThan(0.48);
    expect(ordinary / agents).toBeLessThan(0.5);
  });

  it("peak at less than 1.5 times the ordinary load in every phase", () => {
    for (const [phase, { peak }] of Object.entries(panel.phases))
      expect(peak / ordinary, `at ${phase}`).toBeLessThan(1.5);
  });

  it.each(after)("peak at less than 1.5 times the ordinary load after %s, in every tenth of a second", (name) => {
    expect((panel.phases[`after ${name}`]?.peakOfTenth ?? NaN) / ordinary).toBeLessThan(1.5);
  });

  it.each(["outage, refused", "outage, unanswered"])("ask less than a fifth as often during an %s", (name) => {
    expect((panel.phases[name]?.mean ?? NaN) / ordinary).toBeLessThan(0.2);
  });

  it.each(after)("are all up to date 40 s after %s", (name) => {
    expect(panel.freshAfter[name]).toBeLessThan(40);
  });
});

describe("10,000 panels with events", () => {
  const bridged = run("panel with events");

  it("poll less than a tenth as often as plain polling every 2 s", () => {
    expect((bridged.phases["ordinary"]?.mean ?? NaN) / (agents / 2)).toBeLessThan(0.1);
  });

  it.each(after)("ask no more than panels without events after %s, and are all up to date in 40 s", (name) => {
    expect(bridged.phases[`after ${name}`]?.peak).toBeLessThan(ordinary);
    expect(bridged.freshAfter[name]).toBeLessThan(40);
  });
});

it("the same seed gives the same day, another seed another", () => {
  const tenths = (seed: number) => [...runFleet("panel", 20, createDay({ ordinary: 1_000 }), seed).load.tenths];
  expect(tenths(7)).toEqual(tenths(7));
  expect(tenths(7)).not.toEqual(tenths(8));
});

it("the busiest second is found wherever it begins", () => {
  const tenths = Uint32Array.from({ length: 40 }, (_, index) => (index >= 15 && index < 25 ? 3 : 0));
  expect(measureLoad(tenths, { name: "", from: 0, to: 4_000 })).toEqual({ mean: 7.5, peak: 30, peakOfTenth: 30 });
});

it("the queue gives items in the order of their times", () => {
  const queue = createQueue();
  const times = Array.from({ length: 200 }, (_, index) => (index * 7_919) % 1_000);
  times.forEach((time, index) => queue.add(time, index));
  const order = times.map(() => [queue.next(), queue.time()] as const);
  expect(order.map(([, time]) => time)).toEqual([...times].sort((a, b) => a - b));
  expect(order.every(([item, time]) => times[item] === time)).toBe(true);
  expect(queue.next()).toBe(-1);
});
