import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTimeline, type SavedTimeline } from "../../../src/hold-list/time/createTimeline.js";

const second = 1_000;
const hour = 3_600_000;
const start = Date.UTC(2026, 0, 15, 9, 30);

function openPage(saved: SavedTimeline | null = null, from = start) {
  const page = { wall: from, monotonic: 0 };
  const timeline = createTimeline({ wall: () => page.wall, monotonic: () => page.monotonic }, saved);
  const pass = (ms: number) => {
    page.wall += ms;
    page.monotonic += ms;
  };
  return { page, timeline, pass };
}

describe("elapsed", () => {
  it("is the time of both clocks when they agree", () => {
    const { timeline, pass } = openPage();
    const moment = timeline.now();
    pass(1_234);
    expect(timeline.elapsed(moment)).toBe(1_234);
    expect(timeline.leastElapsed(moment)).toBe(1_234);
  });

  it("contains sleep, whether or not the monotonic clock stood still", () => {
    const { page, timeline, pass } = openPage();
    const moment = timeline.now();
    page.wall += hour;
    expect(timeline.elapsed(moment)).toBe(hour);
    pass(hour);
    expect(timeline.elapsed(moment)).toBe(2 * hour);
  });

  it("ignores a wall clock that is set back, and steps of less than half a second", () => {
    const { page, timeline, pass } = openPage();
    const moment = timeline.now();
    for (const nudge of [-hour, 400, -400]) {
      pass(second);
      page.wall += nudge;
      timeline.now();
    }
    expect(timeline.elapsed(moment)).toBe(3 * second);
  });

  it("goes on when the monotonic clock starts again at zero", () => {
    const { page, timeline, pass } = openPage();
    pass(hour);
    const moment = timeline.now();
    page.monotonic = 0;
    for (let seconds = 0; seconds < 10; seconds++) {
      pass(second);
      timeline.now();
    }
    expect(timeline.elapsed(moment)).toBe(10 * second);
  });

  it("is never negative", () => {
    const { timeline } = openPage();
    expect(timeline.elapsed(timeline.now() + hour)).toBe(0);
    expect(timeline.leastElapsed(timeline.now() + hour)).toBe(0);
  });
});

describe("a moment", () => {
  it("is never before an earlier one, whatever the clocks do", () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: -2 * hour, max: 2 * hour }), fc.integer({ min: 0, max: hour })));
    fc.assert(
      fc.property(steps, (moves) => {
        const { page, timeline } = openPage();
        let last = timeline.now();
        for (const [wall, monotonic] of moves) {
          page.wall += wall;
          page.monotonic += monotonic;
          expect(timeline.now()).toBeGreaterThanOrEqual(last);
          expect(timeline.elapsed(last)).toBeGreaterThanOrEqual(0);
          last = timeline.now();
        }
      }),
    );
  });

  it("is found by its age, also beyond a step of the wall clock", () => {
    const { page, timeline, pass } = openPage();
    timeline.sawDate(start, timeline.now());
    pass(10 * second);
    timeline.now();
    page.wall += hour;
    timeline.now();
    pass(10 * second);
    timeline.sawDate(start + 20 * second, timeline.now());
    for (const age of [0, 5_000, 9_999, 12_000, 19_000, hour])
      expect(timeline.elapsed(timeline.ago(age))).toBeCloseTo(age);
  });
});

describe("a gateway event", () => {
  it("has a moment that Date headers make precise to a second, at any offset of the clocks", () => {
    const cases = fc.tuple(
      fc.integer({ min: -10 * hour, max: 10 * hour }),
      fc.array(
        fc.record({
          wait: fc.nat(5_000),
          there: fc.integer({ min: 1, max: 450 }),
          back: fc.integer({ min: 1, max: 450 }),
        }),
        { minLength: 1, maxLength: 10 },
      ),
      fc.nat(120_000),
    );
    fc.assert(
      fc.property(cases, ([skew, polls, late]) => {
        const { page, timeline, pass } = openPage();
        for (const { wait, there, back } of polls) {
          pass(wait);
          const askedAt = timeline.now();
          pass(there);
          const date = Math.floor((page.wall + skew) / second) * second;
          pass(back);
          timeline.sawDate(date, askedAt);
        }
        const moment = timeline.sawEvent(page.wall + skew - late) ?? Number.NaN;
        expect(Math.abs(timeline.elapsed(moment) - late)).toBeLessThan(second);
      }),
    );
  });

  it.each([[-hour], [2 * hour]])("has no moment when its time is %d ms off by the Date headers", (off) => {
    const { page, timeline } = openPage();
    timeline.sawDate(start, timeline.now());
    if (off > 0) expect(timeline.sawEvent(page.wall + off)).toBeNull();
    expect(timeline.sawEvent(page.wall - 30 * hour)).toBeNull();
    expect(timeline.elapsed(timeline.sawEvent(page.wall) ?? 0)).toBeLessThan(second);
  });

  it("is not spoiled by an earlier event with a nonsensical time", () => {
    const { timeline, page } = openPage();
    expect(timeline.sawEvent(Number.NaN)).toBeNull();
    expect(timeline.sawEvent(Infinity)).toBeNull();
    timeline.sawEvent(9e15);
    expect(timeline.sawEvent(page.wall)).toBeNull();
    timeline.sawDate(start, timeline.now());
    expect(timeline.sawEvent(page.wall)).not.toBeNull();
  });
});

describe("a divergence of the clocks", () => {
  it("is not misread from the Date of a request that left before it", () => {
    const { page, timeline, pass } = openPage();
    const moment = timeline.now();
    timeline.sawDate(start, moment);
    pass(second);
    const askedAt = timeline.now();
    page.wall += 10 * second; // sleep, and a wall clock set back by an hour
    page.wall -= hour;
    timeline.sawDate(start + second, askedAt);
    pass(second);
    timeline.sawDate(start + 12 * second, timeline.now());
    expect(Math.abs(timeline.elapsed(moment) - 12 * second)).toBeLessThanOrEqual(second);
    expect(timeline.leastElapsed(moment)).toBeLessThanOrEqual(12 * second);
  });

  it.each([1, 2, 3])("is left out of the lower bound until it is explained, also %d times in a row", (count) => {
    const { page, timeline, pass } = openPage();
    timeline.sawDate(start, timeline.now());
    const moment = timeline.now();
    for (let times = 0; times < count; times++) {
      page.wall += hour;
      pass(second);
      timeline.now();
    }
    expect(timeline.leastElapsed(moment)).toBe(count * second);
    expect(timeline.unexplained(moment)).toBe(count * hour);
    timeline.sawDate(start + count * second, timeline.now());
    expect(timeline.unexplained(moment)).toBe(0);
    expect(Math.abs(timeline.elapsed(moment) - count * second)).toBeLessThanOrEqual(second);
  });

  it("as sleep counts in full after one that was explained only roughly", () => {
    const { page, timeline, pass } = openPage();
    let truth = start;
    const go = (ms: number) => {
      truth += ms;
      pass(ms);
    };
    const seeDates = (count: number) => {
      for (let dates = 0; dates < count; dates++) {
        timeline.sawDate(Math.floor(truth / second) * second, timeline.now());
        go(1_100);
      }
    };
    seeDates(11);
    timeline.now();
    truth += 50_000; // sleep, and a wall clock set back by an hour
    page.wall += 50_000 - hour;
    go(2_000 - (truth % second) - 50);
    seeDates(1);
    const moment = timeline.now();
    page.wall += 30_000; // sleep
    truth += 30_000;
    seeDates(11);
    expect(timeline.elapsed(moment)).toBe(30_000 + 11 * 1_100);
  });
});

describe("a reload", () => {
  it("is measured by the wall clock", () => {
    const before = openPage();
    const moment = before.timeline.now();
    before.pass(second);
    const { timeline } = openPage(before.timeline.save(), start + 10 * second);
    expect(timeline.elapsed(moment)).toBe(10 * second);
    expect(timeline.isLost(moment)).toBe(false);
  });

  it("with the wall clock set back has an unknown duration until a Date header shows it", () => {
    const before = openPage();
    const moment = before.timeline.now();
    before.timeline.sawDate(start, moment);
    const { timeline } = openPage(before.timeline.save(), start + 10 * second - hour);
    const here = timeline.now();
    expect(timeline.elapsed(moment)).toBe(1);
    expect(timeline.isLost(moment)).toBe(true);
    expect(timeline.isLost(here)).toBe(false);
    timeline.sawDate(start + 10 * second, timeline.now());
    expect(Math.abs(timeline.elapsed(moment) - 10 * second)).toBeLessThanOrEqual(second);
    expect(timeline.isLost(moment)).toBe(false);
    expect(timeline.elapsed(here)).toBe(0);
  });

  it("keeps what is known of the gateway's clock", () => {
    const before = openPage();
    before.timeline.sawDate(start + hour, before.timeline.now());
    const { timeline } = openPage(before.timeline.save(), start + 5 * second);
    const moment = timeline.sawEvent(start + hour + 2 * second) ?? 0;
    expect(Math.abs(timeline.elapsed(moment) - 3 * second)).toBeLessThan(second);
  });
});
