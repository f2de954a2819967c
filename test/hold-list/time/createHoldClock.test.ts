import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHoldClock, type HoldClock } from "../../../src/hold-list/time/createHoldClock.js";
import type { HeldSince } from "../../../src/hold-list/time/HeldSince.js";

const second = 1_000;
const minute = 60_000;
const hour = 3_600_000;
const start = Date.UTC(2026, 0, 15, 9, 30);

/** A page with clocks that the test moves, and a gateway whose clock goes right. */
function openPage({ storage = createStorage(), skew = 0 }: { storage?: Storage | null; skew?: number } = {}) {
  const page = { truth: start, wallIsOff: 0, slept: 0 };
  const clocks = {
    wall: () => page.truth + page.wallIsOff,
    monotonic: () => page.truth - page.slept,
  };
  let clock = createHoldClock("291", clocks, storage);
  return {
    page,
    storage,
    get clock() {
      return clock;
    },
    wait: (ms: number) => {
      page.truth += ms;
    },
    sleep: (ms: number) => {
      page.truth += ms;
      page.slept += ms;
    },
    setWall: (ms: number) => {
      page.wallIsOff += ms;
    },
    /** What the gateway's clock says, or said `ago` ms ago. */
    gateway: (ago = 0) => page.truth + skew - ago,
    /** A request of 100 ms that is answered with these calls. */
    answer: (callIds: string[], { dated = false } = {}) => {
      const askedAt = clock.now();
      page.truth += 50;
      const date = dated ? Math.floor((page.truth + skew) / second) * second : null;
      page.truth += 50;
      clock.applyList(callIds, askedAt, date);
    },
    reload: (away = 0, wallChange = 0) => {
      clock.save(); // on pagehide
      page.truth += away;
      page.wallIsOff += wallChange;
      clock = createHoldClock("291", clocks, storage);
    },
    shown: (callId: string) => {
      const since = clock.since(callId);
      return since && { for: Math.round(clock.heldFor(since)), kind: since.certainty.kind };
    },
  };
}

function createStorage(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}

function contentOf(storage: Storage): string {
  return Array.from({ length: storage.length }, (_, index) => {
    const key = storage.key(index) ?? "";
    return `${key}: ${storage.getItem(key)}`;
  }).join("\n");
}

describe("a call that the list shows", () => {
  it("is held at least since it was first seen, where it was there at first sight", () => {
    const desk = openPage();
    desk.answer(["a"]);
    desk.wait(5_000);
    expect(desk.shown("a")).toEqual({ for: 5_000, kind: "at-least" });
  });

  it("is held since the middle of the gap, give or take the gap, where it appeared between two polls", () => {
    const desk = openPage();
    desk.answer([]);
    desk.wait(1_900);
    desk.answer(["a"]);
    expect(desk.clock.since("a")?.certainty).toEqual({ kind: "observed", gap: 2_100 });
    expect(desk.shown("a")?.for).toBe(1_050);
  });

  it("is held at least since it was seen, where nobody had looked for over 60 s", () => {
    const desk = openPage();
    desk.answer([]);
    desk.wait(60_001);
    desk.answer(["a"]);
    expect(desk.shown("a")).toEqual({ for: 0, kind: "at-least" });
  });

  it("keeps its time, and the same object, through polls and failed polls in between", () => {
    const desk = openPage();
    desk.answer([]);
    desk.answer(["a"]);
    const since = desk.clock.since("a");
    for (const gap of [2_000, 50_000, 2_000]) {
      desk.wait(gap);
      desk.answer(["a", "b"]);
    }
    expect(desk.clock.since("a")).toBe(since);
  });

  it("starts anew when it left and came back under the same ID", () => {
    const desk = openPage();
    desk.clock.sawHold("a", null);
    desk.answer(["a"]);
    desk.wait(30_000);
    desk.answer([]);
    expect(desk.shown("a")).toBeUndefined();
    desk.wait(1_000);
    desk.answer(["a"]);
    expect(desk.clock.since("a")?.certainty).toEqual({ kind: "observed", gap: 1_200 });
  });

  it("is known by any ID", () => {
    const desk = openPage();
    desk.answer([]);
    const ids = ["__proto__", "constructor", "", "0", "a,b", "\u0000"];
    desk.answer(ids);
    for (const id of ids) expect(desk.shown(id)?.kind).toBe("observed");
    desk.reload(second);
    for (const id of ids) expect(desk.shown(id)?.kind).toBe("observed");
    expect(desk.shown("toString")).toBeUndefined();
  });

  it("tells the clock time it began, as the wall clock has it now", () => {
    const desk = openPage();
    desk.answer(["a"]);
    const since = desk.clock.since("a") as HeldSince;
    desk.wait(minute);
    desk.setWall(-hour);
    expect(desk.clock.wallTime(since)).toBe(start + 100 - hour);
  });
});

describe("after more than 60 s unwatched", () => {
  it.each(["exact", "observed", "at-least"])("a time that was %s is only probable, and keeps its start", (kind) => {
    const desk = openPage();
    if (kind === "observed") desk.answer([]);
    if (kind === "exact") desk.clock.sawHold("a", null);
    desk.answer(["a"]);
    expect(desk.shown("a")?.kind).toBe(kind);
    const at = desk.clock.since("a")?.at;
    desk.wait(60_001);
    desk.answer(["a"]);
    expect(desk.clock.since("a")).toEqual({ at, certainty: { kind: "probable" } });
    const since = desk.clock.since("a");
    desk.wait(60_001);
    desk.answer(["a"]);
    expect(desk.clock.since("a")).toBe(since);
  });

  it("a time stays as sure as it was where nobody looked for 60 s", () => {
    const desk = openPage();
    desk.answer(["a"]);
    desk.wait(59_800);
    desk.answer(["a"]);
    expect(desk.shown("a")?.kind).toBe("at-least");
  });

  it("a hold that an event told of meanwhile is exact", () => {
    const desk = openPage();
    desk.answer(["a"]);
    desk.wait(50_000);
    desk.clock.sawEnd("a", null);
    desk.clock.sawHold("a", null);
    desk.wait(20_000);
    desk.answer(["a"]);
    expect(desk.shown("a")).toEqual({ for: 20_100, kind: "exact" });
  });

  it("a time that the host handed over meanwhile is exact", () => {
    const desk = openPage();
    desk.answer(["a"]);
    desk.sleep(hour);
    desk.clock.setSince("a", start - minute);
    desk.answer(["a"]);
    expect(desk.shown("a")).toEqual({ for: hour + minute + 200, kind: "exact" });
  });
});

describe("a hold event", () => {
  it("makes the time exact, before the list shows the call", () => {
    const desk = openPage();
    desk.answer([]);
    desk.clock.sawHold("a", null);
    expect(desk.shown("a")).toBeUndefined();
    desk.wait(300);
    desk.answer(["a"]);
    expect(desk.shown("a")).toEqual({ for: 400, kind: "exact" });
  });

  it("makes the time exact, after the list shows the call", () => {
    const desk = openPage({ skew: 7 * minute });
    desk.answer([], { dated: true });
    desk.wait(500);
    desk.answer(["a"], { dated: true });
    desk.wait(8_000);
    desk.clock.sawHold("a", desk.gateway(8_300));
    expect(desk.shown("a")?.kind).toBe("exact");
    expect(Math.abs((desk.shown("a")?.for ?? 0) - 8_300)).toBeLessThan(second);
  });

  it.each([0, 400, -3 * hour])("counts from when the gateway made it, whose clock is %d ms off", (skew) => {
    const desk = openPage({ skew });
    desk.answer([], { dated: true });
    desk.wait(1_700);
    desk.answer([], { dated: true });
    desk.wait(20_000);
    desk.clock.sawHold("a", desk.gateway(5_000));
    desk.answer(["a"], { dated: true });
    expect(desk.shown("a")?.kind).toBe("exact");
    expect(Math.abs((desk.shown("a")?.for ?? 0) - 5_100)).toBeLessThan(second);
  });

  it("is timed by the fastest event so far, where no Date can be read", () => {
    const desk = openPage({ skew: hour });
    desk.answer([]);
    desk.clock.sawGatewayTime(desk.gateway(20));
    desk.wait(9_000);
    desk.clock.sawHold("a", desk.gateway(6_000));
    desk.answer(["a"]);
    expect(desk.shown("a")).toEqual({ for: 6_080, kind: "exact" });
  });

  it.each([1, 1_768_469_400, 1e15, Number.NaN])("counts from its receipt where its time is %d", (gatewayTime) => {
    const desk = openPage();
    desk.answer([], { dated: true });
    desk.wait(second);
    desk.clock.sawHold("a", gatewayTime);
    desk.answer(["a"], { dated: true });
    expect(desk.shown("a")).toEqual({ for: 100, kind: "exact" });
    desk.wait(second);
    desk.clock.sawHold("b", desk.gateway());
    desk.answer(["a", "b"], { dated: true });
    expect(desk.shown("b")?.for).toBeLessThan(1_100);
  });

  it("changes nothing when it comes twice, with its time or without", () => {
    const desk = openPage();
    desk.answer([], { dated: true });
    desk.wait(3_000);
    const made = desk.gateway();
    desk.clock.sawHold("a", made);
    desk.clock.sawHold("b", null);
    desk.answer(["a", "b"], { dated: true });
    const [a, b] = [desk.clock.since("a"), desk.clock.since("b")];
    for (let times = 0; times < 3; times++) {
      desk.wait(7_300);
      desk.clock.sawHold("a", made);
      desk.clock.sawHold("b", null);
      desk.answer(["a", "b"], { dated: true });
    }
    expect(desk.clock.since("a")).toBe(a);
    expect(desk.clock.since("b")).toBe(b);
  });

  it("of an earlier hold does not count for a call that left and came back", () => {
    const desk = openPage();
    desk.answer([], { dated: true });
    const earlier = desk.gateway(200);
    desk.answer(["a"], { dated: true });
    desk.wait(10_000);
    desk.answer([], { dated: true });
    desk.wait(second);
    desk.clock.sawHold("a", earlier);
    desk.answer(["a"], { dated: true });
    expect(desk.shown("a")?.kind).toBe("observed");
    desk.clock.sawHold("a", earlier);
    expect(desk.shown("a")?.kind).toBe("observed");
  });

  it("of an earlier hold does not count when it comes after the event that ended that hold", () => {
    const desk = openPage();
    desk.answer(["a"], { dated: true });
    desk.wait(20_000);
    desk.answer(["a"], { dated: true });
    desk.clock.sawEnd("a", desk.gateway(10_000));
    desk.clock.sawHold("a", desk.gateway(15_000));
    desk.wait(second);
    desk.answer(["a"], { dated: true });
    expect(desk.shown("a")?.kind).toBe("observed");
    expect(desk.shown("a")?.for).toBeLessThan(11_200);
  });

  it("starts anew a call that was retrieved and held again between two polls, in either order of the events", () => {
    for (const order of ["right", "wrong"]) {
      const desk = openPage();
      desk.answer([], { dated: true });
      desk.clock.sawHold("a", desk.gateway());
      desk.answer(["a"], { dated: true });
      desk.wait(20_000);
      const end = () => desk.clock.sawEnd("a", desk.gateway(9_000));
      if (order === "right") end();
      desk.clock.sawHold("a", desk.gateway(4_000));
      if (order === "wrong") end();
      desk.wait(5_000);
      desk.answer(["a"], { dated: true });
      expect(desk.shown("a")?.kind).toBe("exact");
      expect(Math.abs((desk.shown("a")?.for ?? 0) - 9_100)).toBeLessThan(second);
    }
  });

  it("without a time starts anew a call whose hold an event has ended", () => {
    const desk = openPage();
    desk.clock.sawHold("a", null);
    desk.answer(["a"]);
    desk.wait(10_000);
    desk.clock.sawEnd("a", null);
    desk.wait(300);
    desk.clock.sawHold("a", null);
    desk.wait(3_000);
    desk.answer(["a"]);
    expect(desk.shown("a")).toEqual({ for: 3_100, kind: "exact" });
  });

  it("without a time says nothing new of a call that was listed a while before", () => {
    const desk = openPage();
    desk.answer([]);
    desk.answer(["a"]);
    const since = desk.clock.since("a");
    desk.wait(8_000);
    desk.clock.sawHold("a", null);
    expect(desk.clock.since("a")).toBe(since);
  });

  it("is not believed to be of later than when the list first showed the call", () => {
    const desk = openPage();
    desk.answer([]);
    desk.answer(["a"]);
    desk.wait(700);
    desk.clock.sawHold("a", null);
    expect(desk.shown("a")).toEqual({ for: 700, kind: "exact" });
  });

  it("is forgotten when the list goes on without the call", () => {
    const desk = openPage();
    desk.answer([]);
    desk.clock.sawHold("a", null);
    desk.wait(3_000);
    desk.answer([]);
    desk.wait(500);
    desk.answer(["a"]);
    expect(desk.clock.since("a")?.certainty).toEqual({ kind: "observed", gap: 700 });
  });
});

describe("an event that ends a hold", () => {
  it("leaves a time as it is until the list has had time to follow", () => {
    const desk = openPage();
    desk.clock.sawHold("a", null);
    desk.answer(["a"]);
    desk.wait(minute / 2);
    const since = desk.clock.since("a");
    desk.clock.sawEnd("a", null);
    desk.answer(["a"]);
    expect(desk.clock.since("a")).toBe(since);
  });

  it("starts anew a call that the list goes on to show, within the time since", () => {
    const desk = openPage();
    desk.clock.sawHold("a", null);
    desk.answer(["a"]);
    desk.wait(minute / 2);
    desk.clock.sawEnd("a", null);
    desk.wait(4_000);
    desk.answer(["a"]);
    expect(desk.clock.since("a")?.certainty).toEqual({ kind: "observed", gap: 4_100 });
    const since = desk.clock.since("a");
    desk.wait(4_000);
    desk.answer(["a"]);
    expect(desk.clock.since("a")).toBe(since);
  });

  it("starts it anew also over a reload", () => {
    const desk = openPage();
    desk.clock.sawHold("a", null);
    desk.answer(["a"]);
    desk.wait(10_000);
    desk.clock.sawEnd("a", null);
    desk.reload(3_000);
    desk.answer(["a"]);
    expect(desk.shown("a")?.kind).toBe("observed");
  });

  it("is told from one that can be of an earlier hold only", () => {
    const desk = openPage();
    desk.answer([], { dated: true });
    desk.wait(20_000);
    desk.clock.sawHold("exact", desk.gateway());
    desk.answer(["exact", "observed"], { dated: true });
    for (const id of ["exact", "observed"]) {
      expect(desk.clock.sawEnd(id, desk.gateway(minute))).toBe(false);
      expect(desk.clock.sawEnd(id, desk.gateway())).toBe(true);
      expect(desk.clock.sawEnd(id, null)).toBe(true);
    }
    expect(desk.clock.sawEnd("unknown", desk.gateway(minute))).toBe(true);
  });

  it("does not touch a later hold", () => {
    const desk = openPage();
    desk.answer([], { dated: true });
    desk.wait(20_000);
    desk.clock.sawHold("a", desk.gateway());
    desk.answer(["a"], { dated: true });
    const since = desk.clock.since("a");
    desk.clock.sawEnd("a", desk.gateway(5_000));
    desk.wait(3_000);
    desk.answer(["a"], { dated: true });
    expect(desk.clock.since("a")).toBe(since);
  });
});

describe("a time that the host hands over", () => {
  it("is exact, before and after the list shows the call", () => {
    const desk = openPage();
    desk.clock.setSince("a", start - minute);
    desk.answer(["a", "b"]);
    desk.clock.setSince("b", start - hour);
    expect(desk.shown("a")).toEqual({ for: minute + 100, kind: "exact" });
    expect(desk.shown("b")).toEqual({ for: hour + 100, kind: "exact" });
  });

  it("counts more than what the list seemed to say", () => {
    const desk = openPage();
    desk.answer([]);
    desk.answer(["a"]);
    desk.clock.setSince("a", start - minute);
    desk.wait(3_000);
    desk.answer(["a"]);
    expect(desk.shown("a")).toEqual({ for: minute + 3_300, kind: "exact" });
  });

  it("is now where it is in the future, and nothing where it is no time", () => {
    const desk = openPage();
    desk.answer(["a", "b"]);
    desk.clock.setSince("a", start + hour);
    desk.clock.setSince("b", Number.NaN);
    expect(desk.shown("a")).toEqual({ for: 0, kind: "exact" });
    expect(desk.shown("b")).toEqual({ for: 0, kind: "at-least" });
  });
});

describe("where the page's clocks part", () => {
  const watch = (desk: ReturnType<typeof openPage>, callIds: string[]) => {
    for (let polls = 0; polls < 8; polls++) {
      desk.wait(1_870);
      desk.answer(callIds, { dated: true });
    }
  };

  it.each([-hour, hour])("goes on in seconds when the wall clock is set by %d ms, by a Date header", (step) => {
    const desk = openPage({ skew: -minute });
    watch(desk, ["a"]);
    const before = desk.shown("a")?.for ?? 0;
    desk.setWall(step);
    desk.wait(second);
    desk.answer(["a"], { dated: true });
    expect(desk.shown("a")).toEqual({ for: before + 1_100, kind: "at-least" });
  });

  it.each([-hour, hour])("goes on in seconds when the wall clock is set by %d ms, by events alone", (step) => {
    const desk = openPage({ skew: -minute });
    desk.answer(["a"]);
    desk.clock.sawGatewayTime(desk.gateway(50));
    desk.setWall(step);
    desk.wait(second);
    desk.clock.sawGatewayTime(desk.gateway(100));
    expect(desk.shown("a")?.for).toBeGreaterThanOrEqual(second);
    expect(desk.shown("a")?.for).toBeLessThanOrEqual(second + 1);
  });

  it("goes on in seconds when the wall clock is set forward and back between two answers, without any gateway time", () => {
    const desk = openPage();
    desk.answer([]);
    desk.clock.sawHold("a", null);
    desk.answer(["a"]);
    for (const step of [hour, -hour]) {
      desk.setWall(step);
      desk.wait(second);
      desk.clock.now();
    }
    desk.answer(["a"]);
    expect(Math.abs((desk.shown("a")?.for ?? 0) - 2_200)).toBeLessThan(10);
  });

  it.each([
    ["a sleep of an hour, explained by a Date header", hour, true, { for: hour + 200, kind: "probable" }],
    ["a sleep of 2 minutes, which nothing explains", 2 * minute, false, { for: 2 * minute + 200, kind: "probable" }],
    ["a sleep of 10 s, which nothing explains", 10 * second, false, { for: 10 * second + 200, kind: "probable" }],
    [
      "an hour, which nothing explains, as a change of the clock: a lower bound",
      hour,
      false,
      { for: 200, kind: "at-least" },
    ],
  ])("counts %s", (_, duration, dated, shown) => {
    const desk = openPage();
    if (dated) watch(desk, []);
    else desk.answer([]);
    desk.clock.sawHold("a", null);
    desk.answer(["a"], { dated });
    desk.sleep(duration);
    desk.answer(["a"], { dated });
    expect(desk.shown("a")).toEqual(shown);
  });

  it.each([-hour, hour])("tells sleep and a wall clock set by %d ms apart, by a Date header", (step) => {
    const desk = openPage();
    watch(desk, ["a"]);
    const before = desk.shown("a")?.for ?? 0;
    desk.sleep(50_000);
    desk.setWall(step);
    desk.answer(["a"], { dated: true });
    const shown = desk.shown("a") ?? { for: 0, kind: "" };
    expect(shown.kind).toBe("at-least");
    expect(shown.for).toBeLessThanOrEqual(before + 50_100);
    expect(shown.for).toBeGreaterThan(before + 47_500);
  });

  it("gives a call that appeared over such a sleep the middle of the whole gap", () => {
    const desk = openPage();
    watch(desk, []);
    desk.sleep(50_000);
    desk.setWall(-hour);
    desk.answer(["a"], { dated: true });
    const certainty = desk.clock.since("a")?.certainty;
    const gap = certainty?.kind === "observed" ? certainty.gap : 0;
    expect(Math.abs(gap - 50_200)).toBeLessThan(1_500);
    expect(desk.shown("a")?.for).toBeLessThanOrEqual(gap);
  });

  it("keeps the time of a hold that was heard of before the Date header told", () => {
    const desk = openPage();
    watch(desk, []);
    desk.setWall(hour);
    desk.clock.now();
    desk.wait(second);
    desk.clock.sawHold("a", null);
    desk.wait(second);
    desk.answer(["a"], { dated: true });
    expect(desk.shown("a")).toEqual({ for: 1_100, kind: "exact" });
  });

  it("holds an event that slept in a socket for a witness only until the next one", () => {
    const desk = openPage();
    watch(desk, []);
    desk.clock.sawHold("a", null);
    desk.answer(["a"], { dated: true });
    desk.sleep(hour);
    desk.clock.sawHold("b", desk.gateway(hour + 500));
    desk.clock.sawHold("c", desk.gateway(10));
    desk.answer(["a", "b", "c"], { dated: true });
    expect(desk.shown("a")).toEqual({ for: hour + 200, kind: "probable" });
    expect(desk.shown("c")?.for).toBeLessThan(second);
    expect(Math.abs((desk.shown("b")?.for ?? 0) - hour - 600)).toBeLessThan(second);
  });

  it("lets a gateway whose own clock is set change no time that was known", () => {
    const desk = openPage();
    watch(desk, ["a"]);
    desk.sleep(minute / 2);
    watch(desk, ["a"]);
    const before = desk.shown("a")?.for ?? 0;
    const other = desk.gateway(hour);
    desk.clock.applyList(["a"], desk.clock.now(), other);
    expect(desk.shown("a")?.for).toBe(before);
  });
});

describe("over a reload", () => {
  it("a call that is still held counts on, with what is known of it", () => {
    const desk = openPage();
    desk.clock.sawHold("a", null);
    desk.answer(["a", "b"]);
    desk.wait(minute / 2);
    desk.answer(["a", "b", "c"]);
    const certainties = ["a", "b", "c"].map((id) => desk.clock.since(id)?.certainty);
    desk.reload(3_000);
    desk.answer(["a", "b", "c"]);
    expect(["a", "b", "c"].map((id) => desk.clock.since(id)?.certainty)).toEqual(certainties);
    expect(desk.shown("a")).toEqual({ for: minute / 2 + 3_300, kind: "exact" });
  });

  it("a call that was made exact after the last answer stays exact", () => {
    const desk = openPage();
    desk.answer(["a"]);
    desk.clock.setSince("a", start - minute);
    desk.reload(second);
    expect(desk.shown("a")).toEqual({ for: minute + 1_100, kind: "exact" });
  });

  it("a call that is gone by the first answer leaves no trace", () => {
    const desk = openPage();
    desk.answer(["gone", "stays"]);
    desk.reload(3_000);
    desk.answer(["stays"]);
    expect(desk.shown("gone")).toBeUndefined();
    expect(contentOf(desk.storage as Storage)).toContain("stays");
    expect(contentOf(desk.storage as Storage)).not.toContain("gone");
  });

  it("times of more than 60 s away are probable", () => {
    const desk = openPage();
    desk.answer(["a"]);
    desk.reload(61_000);
    desk.answer(["a"]);
    expect(desk.shown("a")).toEqual({ for: 61_100, kind: "probable" });
  });

  it("with the wall clock set back, times are probable, neither negative nor future, and new calls at least", () => {
    const desk = openPage();
    desk.clock.sawHold("a", null);
    desk.answer(["a"]);
    desk.wait(2_000);
    desk.answer(["a"]);
    desk.reload(3_000, -hour);
    expect(desk.shown("a")?.for).toBe(2_201);
    desk.answer(["a", "b"]);
    expect(desk.shown("a")).toEqual({ for: 2_301, kind: "probable" });
    expect(desk.shown("b")).toEqual({ for: 0, kind: "at-least" });
    expect(desk.clock.wallTime(desk.clock.since("a") as HeldSince)).toBeLessThan(start - hour + 10_000);
  });

  it.each([-hour, hour])("with the wall clock set by %d ms, a Date header tells how long the page was away", (step) => {
    const desk = openPage({ skew: 123_456 });
    desk.answer([], { dated: true });
    desk.clock.sawHold("a", desk.gateway());
    for (let polls = 0; polls < 10; polls++) {
      desk.wait(1_870);
      desk.answer(["a"], { dated: true });
    }
    const before = desk.shown("a")?.for ?? 0;
    desk.setWall(step);
    desk.reload(10_000);
    desk.answer(["a"], { dated: true });
    expect(desk.shown("a")?.kind).toBe("exact");
    expect(Math.abs((desk.shown("a")?.for ?? 0) - before - 10_100)).toBeLessThan(second);
  });

  it("with the wall clock set back, times stay lost over another reload, whatever events say meanwhile", () => {
    const desk = openPage();
    desk.clock.sawHold("a", null);
    desk.answer(["a"]);
    desk.reload(3_000, -hour);
    desk.clock.sawEnd("b", null);
    desk.reload(3_000);
    desk.answer(["a", "b"]);
    expect(desk.shown("a")?.kind).toBe("probable");
    expect(desk.shown("b")?.kind).toBe("at-least");
  });

  it("times of another agent are not used", () => {
    const storage = createStorage();
    openPage({ storage }).answer(["a"]);
    const clock = createHoldClock("2910", { wall: () => start, monotonic: () => 0 }, storage);
    expect(clock.since("a")).toBeUndefined();
  });

  it("it goes on without a storage", () => {
    const desk = openPage({ storage: null });
    desk.answer(["a"]);
    desk.wait(second);
    desk.clock.sawHold("b", null);
    desk.answer(["a", "b"]);
    expect(desk.shown("a")?.kind).toBe("at-least");
  });
});

type World = {
  /** Whether answers have a readable `Date`, and events an `eventGenTime`. */
  readonly dated: boolean;
  readonly timed: boolean;
  readonly skew: number;
  readonly monotonicStopsInSleep: boolean;
  readonly steps: readonly Step[];
};

type Step =
  | { readonly do: "wait"; readonly ms: number }
  | { readonly do: "toggle"; readonly call: number }
  | { readonly do: "poll"; readonly there: number; readonly back: number; readonly fails: boolean }
  | { readonly do: "deliver"; readonly which: number; readonly again: boolean }
  | { readonly do: "sleep"; readonly ms: number; readonly set: number }
  | { readonly do: "set"; readonly by: number }
  | { readonly do: "reload"; readonly away: number; readonly set: number }
  | { readonly do: "storage"; readonly full: boolean };

const callNames = ["a", "b", "__proto__"];

// Without a witness, a clock set forward is taken for sleep, and one set back during a longer absence goes unseen.
const unwitnessed = -1_000 * hour;
const anHour = fc.constantFrom(-hour, hour);
const rarelyAnHour = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: anHour });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 9_000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 90_000 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("toggle" as const), call: fc.nat(callNames.length - 1) }) },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant("poll" as const),
      there: fc.integer({ min: 1, max: 300 }),
      back: fc.integer({ min: 1, max: 300 }),
      fails: fc.boolean(),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("deliver" as const), which: fc.nat(), again: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("sleep" as const),
      ms: fc.integer({ min: second, max: 2 * hour }),
      set: rarelyAnHour,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("set" as const), by: anHour }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("reload" as const),
      away: fc.integer({ min: 50, max: 90_000 }),
      set: rarelyAnHour,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("storage" as const), full: fc.boolean() }) },
);

const world = (shape: { dated: boolean; timed: boolean }): fc.Arbitrary<World> =>
  fc.record({
    dated: fc.constant(shape.dated),
    timed: fc.constant(shape.timed),
    skew: fc.integer({ min: -5 * hour, max: 5 * hour }),
    monotonicStopsInSleep: fc.boolean(),
    steps: fc.array(step, { minLength: 20, maxLength: 60 }),
  });

/** Lets a world go by, and holds what the clock says after each step against what is true. Returns how often it did. */
function live({ dated, timed, skew, monotonicStopsInSleep, steps }: World): Record<string, number> {
  let truth = start;
  let wallIsOff = 0;
  let slept = 0;
  let isFull = false;
  const stored = createStorage();
  const storage: Storage = {
    ...stored,
    getItem: (key) => stored.getItem(key),
    setItem: (key, value) => {
      if (isFull) throw new DOMException("Full.", "QuotaExceededError");
      stored.setItem(key, value);
    },
  };
  const clocks = { wall: () => truth + wallIsOff, monotonic: () => truth - slept };
  let clock: HoldClock = createHoldClock("291", clocks, storage);

  // `seen`: whether a list without the call, or its own hold event, has told this hold from an earlier one.
  const holds = new Map<string, { at: number; seen: boolean }>();
  const heldSinceAnswer = new Set<string>();
  const movedAt = new Map<string, number>();
  let events: { callId: string; kind: "hold" | "end"; at: number }[] = [];
  let listed: ReadonlySet<string> = new Set();
  // Clocks that were set while asleep or away are told from the sleep to within what Date headers allow.
  let slack = 0;
  // Until the next answer with a Date, a parting of the clocks is not yet judged.
  let isJudged = true;
  // After a reload nothing is shown before the first answer.
  let isShown = true;
  const checks: Record<string, number> = {};

  function deliver({ callId, kind, at }: (typeof events)[number]): void {
    const gatewayTime = timed ? Math.floor(at + skew) : null;
    if (kind === "end") return void clock.sawEnd(callId, gatewayTime);
    clock.sawHold(callId, gatewayTime);
    const hold = holds.get(callId);
    if (hold?.at === at) hold.seen = true;
  }

  function move(callId: string): void {
    if (truth - (movedAt.get(callId) ?? 0) < 5_000) return;
    movedAt.set(callId, truth);
    const isHeld = holds.delete(callId);
    if (!isHeld) {
      holds.set(callId, { at: truth, seen: !listed.has(callId) && !heldSinceAnswer.has(callId) });
      heldSinceAnswer.add(callId);
    }
    const event = { callId, kind: isHeld ? ("end" as const) : ("hold" as const), at: truth };
    // Without a time of their own, events count from their receipt, in the order of their receipt.
    if (timed) return void events.push(event);
    truth += 300;
    deliver(event);
  }

  function poll(there: number, back: number): void {
    const askedAt = clock.now();
    const unchanged = new Map([...listed].map((callId) => [callId, clock.since(callId)]));
    truth += there;
    const snapshot = [...holds.keys()];
    const date = dated ? Math.floor((truth + skew) / second) * second : null;
    truth += back;
    clock.applyList(snapshot, askedAt, date);
    for (const callId of snapshot) {
      const [before, since] = [unchanged.get(callId), clock.since(callId)];
      if (before !== undefined && before.at === since?.at && before.certainty.kind === since.certainty.kind)
        expect(since).toBe(before);
    }
    listed = new Set(snapshot);
    heldSinceAnswer.clear();
    isJudged = true;
    isShown = true;
  }

  function part(apart: () => void, isMixed: boolean): void {
    // What is heard between two partings of the clocks, without a Date in between, cannot be judged.
    if (!isJudged) poll(10, 10);
    apart();
    if (!dated) {
      // Nor can an event of before be told from one that is late.
      events = [];
      if (timed) clock.sawGatewayTime(truth + skew);
    } else if (isMixed) {
      slack += 1_700;
      events = [];
      poll(10, 10);
    } else isJudged = false;
  }

  function perform(step: Step): void {
    switch (step.do) {
      case "wait":
        truth += step.ms;
        break;
      case "toggle":
        move(callNames[step.call] ?? "");
        break;
      case "poll":
        if (!step.fails) poll(step.there, step.back);
        break;
      case "deliver": {
        // Late, in any order, and perhaps again later.
        const event = events[step.which % Math.max(1, events.length)];
        if (event === undefined) break;
        if (!step.again) events = events.filter((other) => other !== event);
        deliver(event);
        break;
      }
      case "sleep": {
        const set = dated ? step.set : 0;
        // By then the gateway has signed the agent out, and dropped the events.
        if (step.ms > 2 * minute) events = [];
        part(
          () => {
            truth += step.ms;
            wallIsOff += set;
            if (monotonicStopsInSleep) slept += step.ms;
          },
          monotonicStopsInSleep && set !== 0,
        );
        break;
      }
      case "set":
        part(() => (wallIsOff += dated ? step.by : unwitnessed), false);
        break;
      case "reload":
        part(() => {
          truth += step.away;
          wallIsOff += dated || step.set === 0 ? step.set : unwitnessed;
          clock = createHoldClock("291", clocks, storage);
          isShown = false;
        }, true);
        break;
      case "storage":
        isFull = step.full;
        break;
    }
  }

  function check(): void {
    clock.now();
    for (const callId of listed) {
      const [hold, since] = [holds.get(callId), clock.since(callId)];
      if (since === undefined) continue; // not stored, and not yet answered
      const shown = clock.heldFor(since);
      expect(shown).toBeGreaterThanOrEqual(0);
      expect(clock.wallTime(since)).toBeLessThanOrEqual(clocks.wall());
      if (hold === undefined || !hold.seen || !isJudged || !isShown) continue;
      const held = truth - hold.at;
      const { certainty } = since;
      checks[certainty.kind] = (checks[certainty.kind] ?? 0) + 1;
      const told = `${certainty.kind}: ${shown} of ${held}`;
      if (certainty.kind === "exact") expect(Math.abs(shown - held), told).toBeLessThan(second + slack);
      if (certainty.kind === "observed")
        expect(Math.abs(shown - held), told).toBeLessThanOrEqual(certainty.gap + slack + 1);
      if (certainty.kind === "at-least") expect(shown, told).toBeLessThanOrEqual(held + 1);
    }
  }

  poll(100, 100);
  if (timed) clock.sawGatewayTime(truth + skew);
  for (const step of steps) {
    perform(step);
    check();
  }
  return checks;
}

describe("whatever happens", () => {
  it.each([
    { dated: true, timed: true },
    { dated: true, timed: false },
    { dated: false, timed: true },
    { dated: false, timed: false },
  ])("keeps to what it says: $dated Date headers, $timed event times", (shape) => {
    const checks: Record<string, number> = {};
    fc.assert(
      fc.property(world(shape), (it) => {
        for (const [kind, count] of Object.entries(live(it))) checks[kind] = (checks[kind] ?? 0) + count;
      }),
      { numRuns: 300 },
    );
    // Each kind was met often enough to say so.
    for (const kind of ["exact", "observed", "at-least", "probable"]) expect(checks[kind]).toBeGreaterThan(5);
  });
});
