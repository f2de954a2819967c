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

describe("the time passed since a moment", () => {
  it("is what both clocks say", () => {
    const { timeline, pass } = openPage();
    const moment = timeline.now();
    pass(1_234);
    expect(timeline.elapsed(moment)).toBe(1_234);
    expect(timeline.leastElapsed(moment)).toBe(1_234);
  });

  it("holds sleep, whether or not the monotonic clock stood still", () => {
    const { page, timeline, pass } = openPage();
    const moment = timeline.now();
    page.wall += hour;
    expect(timeline.elapsed(moment)).toBe(hour);
    pass(hour);
    expect(timeline.elapsed(moment)).toBe(2 * hour);
  });

  it("does not follow a wall clock that is set back, or nudged", () => {
    const { page, timeline, pass } = openPage();
    const moment = timeline.now();
    for (const nudge of [-hour, 400, -400]) {
      pass(second);
      page.wall += nudge;
      timeline.now();
    }
    expect(timeline.elapsed(moment)).toBe(3 * second);
  });

  it("goes on where the monotonic clock begins again", () => {
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

describe("moments", () => {
  it("follow one another, whatever the clocks do", () => {
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

  it("are found by how long ago they were, also beyond a wall clock set forward", () => {
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

describe("a gateway's event", () => {
  it("is told by Date headers to a second, whatever is off between the clocks", () => {
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

  it.each([[-hour], [2 * hour]])("has no moment where its time is %d ms off by the Date headers", (off) => {
    const { page, timeline } = openPage();
    timeline.sawDate(start, timeline.now());
    if (off > 0) expect(timeline.sawEvent(page.wall + off)).toBeNull();
    expect(timeline.sawEvent(page.wall - 30 * hour)).toBeNull();
    expect(timeline.elapsed(timeline.sawEvent(page.wall) ?? 0)).toBeLessThan(second);
  });

  it("is not pushed off by one with rubbish for a time", () => {
    const { timeline, page } = openPage();
    expect(timeline.sawEvent(Number.NaN)).toBeNull();
    expect(timeline.sawEvent(Infinity)).toBeNull();
    timeline.sawEvent(9e15);
    expect(timeline.sawEvent(page.wall)).toBeNull();
    timeline.sawDate(start, timeline.now());
    expect(timeline.sawEvent(page.wall)).not.toBeNull();
  });
});

describe("where the clocks part", () => {
  it("a Date of an answer from before, read after, tells nothing wrong", () => {
    const { page, timeline, pass } = openPage();
    const moment = timeline.now();
    timeline.sawDate(start, moment);
    pass(second);
    const askedAt = timeline.now();
    page.wall += 10 * second; // asleep, and set back by an hour
    page.wall -= hour;
    timeline.sawDate(start + second, askedAt);
    pass(second);
    timeline.sawDate(start + 12 * second, timeline.now());
    expect(Math.abs(timeline.elapsed(moment) - 12 * second)).toBeLessThanOrEqual(second);
    expect(timeline.leastElapsed(moment)).toBeLessThanOrEqual(12 * second);
  });

  it("a sleep is whole, though it follows a parting that was told only roughly", () => {
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
    truth += 50_000; // asleep, and set back by an hour
    page.wall += 50_000 - hour;
    go(2_000 - (truth % second) - 50);
    seeDates(1);
    const moment = timeline.now();
    page.wall += 30_000; // asleep
    truth += 30_000;
    seeDates(11);
    expect(timeline.elapsed(moment)).toBe(30_000 + 11 * 1_100);
  });
});

describe("over a reload", () => {
  it("time goes on by the wall clock", () => {
    const before = openPage();
    const moment = before.timeline.now();
    before.pass(second);
    const { timeline } = openPage(before.timeline.save(), start + 10 * second);
    expect(timeline.elapsed(moment)).toBe(10 * second);
    expect(timeline.isLost(moment)).toBe(false);
  });

  it("time is lost where the wall clock was set back, until a Date header tells", () => {
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

  it("what is known of the gateway's clock is kept", () => {
    const before = openPage();
    before.timeline.sawDate(start + hour, before.timeline.now());
    const { timeline } = openPage(before.timeline.save(), start + 5 * second);
    const moment = timeline.sawEvent(start + hour + 2 * second) ?? 0;
    expect(Math.abs(timeline.elapsed(moment) - 3 * second)).toBeLessThan(second);
  });
});
