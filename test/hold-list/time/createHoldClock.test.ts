import { describe, expect, it } from "vitest";
import { createHoldClock } from "../../../src/hold-list/time/createHoldClock.js";
import type { HeldSince } from "../../../src/hold-list/time/HeldSince.js";
import { contentOf, createStorage } from "../createStorage.js";

const second = 1_000;
const minute = 60_000;
const hour = 3_600_000;
const start = Date.UTC(2026, 0, 15, 9, 30);
const dated = { dated: true };

/** A page with clocks that the test moves, and a gateway whose clock is `skew` ms ahead. */
function openPage({ storage = createStorage(), skew = 0 }: { storage?: Storage | null; skew?: number } = {}) {
  const page = { truth: start, wallIsOff: 0, slept: 0 };
  const clocks = { wall: () => page.truth + page.wallIsOff, monotonic: () => page.truth - page.slept };
  let clock = createHoldClock("291", clocks, storage);
  const desk = {
    storage,
    get clock() {
      return clock;
    },
    wait: (ms: number) => void (page.truth += ms),
    sleep: (ms: number) => {
      page.truth += ms;
      page.slept += ms;
    },
    setWall: (ms: number) => void (page.wallIsOff += ms),
    /** What the gateway's clock said `ago` ms ago. */
    gateway: (ago = 0) => page.truth + skew - ago,
    /** Takes the list that answers a request of 100 ms. */
    answer: (callIds: string[], { dated = false } = {}) => {
      const requestedAt = clock.now();
      page.truth += 50;
      const date = dated ? Math.floor((page.truth + skew) / second) * second : null;
      page.truth += 50;
      clock.applyList(callIds, requestedAt, date);
    },
    /** Takes eight dated answers, 1,970 ms apart. */
    poll: (callIds: string[]) => {
      for (let polls = 0; polls < 8; polls++) {
        desk.wait(1_870);
        desk.answer(callIds, dated);
      }
    },
    reload: (away = 0, wallChange = 0) => {
      clock.save(); // on pagehide
      page.truth += away;
      page.wallIsOff += wallChange;
      clock = createHoldClock("291", clocks, storage);
    },
    hold: (callId = "a", gatewayTime: number | null = null) => clock.sawHold(callId, gatewayTime),
    end: (callId = "a", gatewayTime: number | null = null) => clock.sawEnd(callId, gatewayTime),
    shown: (callId = "a") => {
      const since = clock.since(callId);
      return since && { for: Math.round(clock.heldFor(since)), kind: since.certainty.kind };
    },
  };
  return desk;
}

type Desk = ReturnType<typeof openPage>;
type Kind = HeldSince["certainty"]["kind"];
/** A behaviour, what happens, and the time of call "a" afterwards. */
type Case = [name: string, run: (desk: Desk) => void, duration: number, kind: Kind];

const exactCases = (cases: Case[]) =>
  it.each(cases)("%s", (_name, run, duration, kind) => {
    const desk = openPage();
    run(desk);
    expect(desk.shown()).toEqual({ for: duration, kind });
  });

/** The same with Date headers, which allow an error below one second. */
const datedCases = (cases: Case[], skew = 0) =>
  it.each(cases)("%s", (_name, run, duration, kind) => {
    const desk = openPage({ skew });
    run(desk);
    expect(desk.shown()?.kind).toBe(kind);
    expect(Math.abs((desk.shown()?.for ?? 0) - duration)).toBeLessThan(second);
  });

/** Call "a" keeps the very object of its time while this happens. */
const unchangedCases = (cases: [name: string, before: (desk: Desk) => void, run: (desk: Desk) => void][]) =>
  it.each(cases)("%s", (_name, before, run) => {
    const desk = openPage();
    before(desk);
    const since = desk.clock.since("a");
    expect(since).toBeDefined();
    run(desk);
    expect(desk.clock.since("a")).toBe(since);
  });

const held = (desk: Desk) => {
  desk.hold();
  desk.answer(["a"]);
};
const appeared = (desk: Desk) => {
  desk.answer([]);
  desk.answer(["a"]);
};

describe("a listed call", () => {
  exactCases([
    [
      "has a lower bound when it was in the first list",
      (desk) => (desk.answer(["a"]), desk.wait(5_000)),
      5_000,
      "at-least",
    ],
    [
      "is held since the middle of the gap between two polls",
      (desk) => (desk.answer([]), desk.wait(1_900), desk.answer(["a"])),
      1_050,
      "observed",
    ],
    [
      "has a lower bound when the gap is longer than 60 s",
      (desk) => (desk.answer([]), desk.wait(60_001), desk.answer(["a"])),
      0,
      "at-least",
    ],
    [
      "keeps its certainty through a gap of 60 s",
      (desk) => (desk.answer(["a"]), desk.wait(59_800), desk.answer(["a"])),
      59_900,
      "at-least",
    ],
    [
      "starts again when it left and came back",
      (desk) => (held(desk), desk.wait(30_000), desk.answer([]), desk.wait(1_000), desk.answer(["a"])),
      600,
      "observed",
    ],
  ]);

  it("keeps the gap as the precision of an observed time", () => {
    const desk = openPage();
    desk.answer([]);
    desk.wait(1_900);
    desk.answer(["a"]);
    expect(desk.clock.since("a")?.certainty).toEqual({ kind: "observed", gap: 2_100 });
    desk.answer([]);
    expect(desk.shown()).toBeUndefined();
  });

  unchangedCases([
    [
      "keeps its time object through polls, failed polls and other calls",
      appeared,
      (desk) => {
        for (const gap of [2_000, 50_000, 2_000]) {
          desk.wait(gap);
          desk.answer(["a", "b"]);
        }
      },
    ],
  ]);

  it("may have any ID, also over a reload", () => {
    const desk = openPage();
    const ids = ["__proto__", "constructor", "", "0", "a,b", "\u0000"];
    desk.answer([]);
    desk.answer(ids);
    for (const id of ids) expect(desk.shown(id)?.kind).toBe("observed");
    desk.reload(second);
    for (const id of ids) expect(desk.shown(id)?.kind).toBe("observed");
    expect(desk.shown("toString")).toBeUndefined();
  });

  it("has a start by the present wall clock", () => {
    const desk = openPage();
    desk.answer(["a"]);
    const since = desk.clock.since("a") as HeldSince;
    desk.wait(minute);
    desk.setWall(-hour);
    expect(desk.clock.wallTime(since)).toBe(start + 100 - hour);
  });
});

describe("more than 60 s without an answer", () => {
  it.each<[Kind, (desk: Desk) => void]>([
    ["exact", held],
    ["observed", appeared],
    ["at-least", (desk) => desk.answer(["a"])],
  ])("makes a time that was %s probable and keeps its start", (kind, open) => {
    const desk = openPage();
    open(desk);
    expect(desk.shown()?.kind).toBe(kind);
    const at = desk.clock.since("a")?.at;
    desk.wait(60_001);
    desk.answer(["a"]);
    const since = desk.clock.since("a");
    expect(since).toEqual({ at, certainty: { kind: "probable" } });
    desk.wait(60_001);
    desk.answer(["a"]);
    expect(desk.clock.since("a")).toBe(since);
  });

  it("does not affect a lower bound that begins with the answer to a request from before", () => {
    const desk = openPage();
    const requestedAt = desk.clock.now();
    desk.wait(10 * minute);
    desk.clock.applyList(["a"], requestedAt, null);
    desk.wait(second);
    desk.answer(["a"]);
    expect(desk.shown()).toEqual({ for: 1_100, kind: "at-least" });
  });

  exactCases([
    [
      "does not affect a hold that an event told meanwhile",
      (desk) => {
        desk.answer(["a"]);
        desk.wait(50_000);
        desk.end();
        desk.hold();
        desk.wait(20_000);
        desk.answer(["a"]);
      },
      20_100,
      "exact",
    ],
    [
      "does not affect a time that the host set meanwhile",
      (desk) => {
        desk.answer(["a"]);
        desk.sleep(hour);
        desk.clock.setSince("a", start - minute);
        desk.answer(["a"]);
      },
      hour + minute + 200,
      "exact",
    ],
  ]);
});

describe("a hold event", () => {
  exactCases([
    [
      "makes the time exact before the list shows the call",
      (desk) => (desk.answer([]), desk.hold(), desk.wait(300), desk.answer(["a"])),
      400,
      "exact",
    ],
    [
      "without a time starts a call again whose hold an event has ended",
      (desk) => (
        held(desk),
        desk.wait(10_000),
        desk.end(),
        desk.wait(300),
        desk.hold(),
        desk.wait(3_000),
        desk.answer(["a"])
      ),
      3_100,
      "exact",
    ],
    [
      "cannot be later than the list that first showed the call",
      (desk) => (appeared(desk), desk.wait(700), desk.hold()),
      700,
      "exact",
    ],
    [
      "is forgotten when the list goes on without the call",
      (desk) => (desk.answer([]), desk.hold(), desk.wait(3_000), desk.answer([]), desk.wait(500), desk.answer(["a"])),
      350,
      "observed",
    ],
    ...[1, 1_768_469_400, 1e15, Number.NaN].map((gatewayTime): Case => [
      `counts from its receipt when its time is ${gatewayTime}`,
      (desk) => (desk.answer([], dated), desk.wait(second), desk.hold("a", gatewayTime), desk.answer(["a"], dated)),
      100,
      "exact",
    ]),
  ]);

  datedCases([
    [
      "makes the time exact after the list shows the call",
      (desk) => {
        desk.answer([], dated);
        desk.wait(500);
        desk.answer(["a"], dated);
        desk.wait(8_000);
        desk.hold("a", desk.gateway(8_300));
      },
      8_300,
      "exact",
    ],
    ...(["right", "wrong"] as const).map((order): Case => [
      `starts a call again that was held again between two polls, with its events in the ${order} order`,
      (desk) => {
        desk.answer([], dated);
        desk.hold("a", desk.gateway());
        desk.answer(["a"], dated);
        desk.wait(20_000);
        const [end, hold] = [desk.gateway(9_000), desk.gateway(4_000)];
        if (order === "right") desk.end("a", end);
        desk.hold("a", hold);
        if (order === "wrong") desk.end("a", end);
        desk.wait(5_000);
        desk.answer(["a"], dated);
      },
      9_100,
      "exact",
    ]),
  ]);

  it.each([0, 400, -3 * hour, 7 * minute])("counts from its time by a gateway clock that is %d ms off", (skew) => {
    const desk = openPage({ skew });
    desk.answer([], dated);
    desk.wait(1_700);
    desk.answer([], dated);
    desk.wait(20_000);
    desk.hold("a", desk.gateway(5_000));
    desk.answer(["a"], dated);
    expect(desk.shown()?.kind).toBe("exact");
    expect(Math.abs((desk.shown()?.for ?? 0) - 5_100)).toBeLessThan(second);
  });

  it("counts from its time by the fastest event so far when no Date can be read", () => {
    const desk = openPage({ skew: hour });
    desk.answer([]);
    desk.clock.sawGatewayTime(desk.gateway(20));
    desk.wait(9_000);
    desk.hold("a", desk.gateway(6_000));
    desk.answer(["a"]);
    expect(desk.shown()).toEqual({ for: 6_080, kind: "exact" });
  });

  it("with a nonsensical time does not spoil the time of the next one", () => {
    const desk = openPage();
    desk.answer([], dated);
    desk.hold("b", 1e15);
    desk.wait(second);
    desk.hold("a", desk.gateway());
    desk.answer(["a", "b"], dated);
    expect(desk.shown()?.for).toBeLessThan(1_100);
  });

  it.each([true, false])("changes nothing when it comes again, with its time: %s", (timed) => {
    const desk = openPage();
    desk.answer([], dated);
    desk.wait(3_000);
    const made = timed ? desk.gateway() : null;
    desk.hold("a", made);
    desk.answer(["a"], dated);
    const since = desk.clock.since("a");
    for (let times = 0; times < 3; times++) {
      desk.wait(7_300);
      desk.hold("a", made);
      desk.answer(["a"], dated);
    }
    expect(desk.clock.since("a")).toBe(since);
  });

  it("of an earlier hold is ignored after the call left and came back", () => {
    const desk = openPage();
    desk.answer([], dated);
    const earlier = desk.gateway(200);
    desk.answer(["a"], dated);
    desk.wait(10_000);
    desk.answer([], dated);
    desk.wait(second);
    desk.hold("a", earlier);
    desk.answer(["a"], dated);
    desk.hold("a", earlier);
    expect(desk.shown()?.kind).toBe("observed");
  });

  it("of an earlier hold is ignored after the event that ended that hold", () => {
    const desk = openPage();
    desk.answer(["a"], dated);
    desk.wait(20_000);
    desk.answer(["a"], dated);
    desk.end("a", desk.gateway(10_000));
    desk.hold("a", desk.gateway(15_000));
    desk.wait(second);
    desk.answer(["a"], dated);
    expect(desk.shown()?.kind).toBe("observed");
    expect(desk.shown()?.for).toBeLessThan(11_200);
  });

  unchangedCases([
    [
      "without a time is ignored for a call that has been listed for a while",
      appeared,
      (desk) => (desk.wait(8_000), desk.hold()),
    ],
  ]);
});

describe("an event that ends a hold", () => {
  unchangedCases([
    [
      "leaves the time while the list may still lag",
      (desk) => (held(desk), desk.wait(minute / 2)),
      (desk) => (desk.end(), desk.answer(["a"])),
    ],
    [
      "starts the time again only once",
      (desk) => (held(desk), desk.end(), desk.wait(4_000), desk.answer(["a"])),
      (desk) => (desk.wait(4_000), desk.answer(["a"])),
    ],
    [
      "does not affect a later hold",
      (desk) => {
        desk.answer([], dated);
        desk.wait(20_000);
        desk.hold("a", desk.gateway());
        desk.answer(["a"], dated);
      },
      (desk) => (desk.end("a", desk.gateway(5_000)), desk.wait(3_000), desk.answer(["a"], dated)),
    ],
  ]);

  exactCases([
    [
      "starts the time again when the list goes on showing the call",
      (desk) => (held(desk), desk.wait(minute / 2), desk.end(), desk.wait(4_000), desk.answer(["a"])),
      2_050,
      "observed",
    ],
    [
      "starts the time again also over a reload",
      (desk) => (held(desk), desk.wait(10_000), desk.end(), desk.reload(3_000), desk.answer(["a"])),
      1_550,
      "observed",
    ],
  ]);

  it("tells whether it can be the end of the present hold", () => {
    const desk = openPage();
    desk.answer([], dated);
    desk.wait(20_000);
    desk.hold("exact", desk.gateway());
    desk.answer(["exact", "observed"], dated);
    for (const id of ["exact", "observed"]) {
      expect(desk.end(id, desk.gateway(minute))).toBe(false);
      expect(desk.end(id, desk.gateway())).toBe(true);
      expect(desk.end(id)).toBe(true);
    }
    expect(desk.end("unknown", desk.gateway(minute))).toBe(true);
  });
});

it("a time that is only probable never becomes a lower bound", () => {
  const desk = openPage();
  held(desk);
  desk.wait(5 * minute); // an outage, at whose end the call is held again
  desk.answer(["a"]);
  expect(desk.shown()?.kind).toBe("probable");
  desk.setWall(10 * minute);
  desk.answer(["a"]);
  expect(desk.shown()?.kind).toBe("probable");
});

describe("a time that the host sets", () => {
  const set = (since: number) => (desk: Desk) => desk.clock.setSince("a", since);
  exactCases([
    [
      "is exact before the list shows the call",
      (desk) => (set(start - minute)(desk), desk.answer(["a"])),
      minute + 100,
      "exact",
    ],
    [
      "is exact after the list shows the call",
      (desk) => (desk.answer(["a"]), set(start - hour)(desk)),
      hour + 100,
      "exact",
    ],
    [
      "overrides the time that the list suggests",
      (desk) => (appeared(desk), set(start - minute)(desk), desk.wait(3_000), desk.answer(["a"])),
      minute + 3_300,
      "exact",
    ],
    ["counts as now when it is in the future", (desk) => (desk.answer(["a"]), set(start + hour)(desk)), 0, "exact"],
    ["is ignored when it is not a number", (desk) => (desk.answer(["a"]), set(Number.NaN)(desk)), 0, "at-least"],
  ]);
});

describe("a divergence of the page's clocks", () => {
  exactCases([
    [
      "of more than 5 minutes makes an approximate time a lower bound, from the end of its gap",
      (desk) => {
        desk.answer([]);
        desk.wait(50_000);
        desk.answer(["a"]);
        desk.setWall(hour);
        desk.answer(["a"]);
      },
      100,
      "at-least",
    ],
  ]);

  it.each([-hour, hour])("by %d ms does not change a time, as a Date header shows", (step) => {
    const desk = openPage({ skew: -minute });
    desk.poll(["a"]);
    const before = desk.shown()?.for ?? 0;
    desk.setWall(step);
    desk.wait(second);
    desk.answer(["a"], dated);
    expect(desk.shown()).toEqual({ for: before + 1_100, kind: "at-least" });
  });

  it.each([-hour, hour])("by %d ms does not change a time, as events alone show", (step) => {
    const desk = openPage({ skew: -minute });
    desk.answer(["a"]);
    desk.clock.sawGatewayTime(desk.gateway(50));
    desk.setWall(step);
    desk.wait(second);
    desk.clock.sawGatewayTime(desk.gateway(100));
    expect(desk.shown()?.for).toBeGreaterThanOrEqual(second);
    expect(desk.shown()?.for).toBeLessThanOrEqual(second + 1);
  });

  it("does not change a time when the wall clock goes forward and back between two answers", () => {
    const desk = openPage();
    desk.answer([]);
    held(desk);
    for (const step of [hour, -hour]) {
      desk.setWall(step);
      desk.wait(second);
      desk.clock.now();
    }
    desk.answer(["a"]);
    expect(Math.abs((desk.shown()?.for ?? 0) - 2_200)).toBeLessThan(10);
    expect(desk.shown()?.kind).toBe("exact");
  });

  exactCases([
    ...[true, false].map((isDated): Case => [
      isDated
        ? "counts an hour as sleep when a Date header shows it"
        : "leaves a lower bound after an hour that nothing explains, though the session is still accepted",
      (desk) => {
        if (isDated) desk.poll([]);
        else desk.answer([]);
        desk.hold();
        desk.answer(["a"], { dated: isDated });
        desk.sleep(hour);
        desk.answer(["a"], { dated: isDated });
      },
      isDated ? hour + 200 : 200,
      isDated ? "probable" : "at-least",
    ]),
    [
      "leaves an exact time only probable after 10 s that nothing explains",
      (desk) => (held(desk), desk.sleep(10_000), desk.answer(["a"])),
      10_200,
      "probable",
    ],
    [
      "leaves an exact time exact after 10 s that a Date header shows to be sleep",
      (desk) => (desk.poll([]), desk.hold(), desk.answer(["a"], dated), desk.sleep(10_000), desk.answer(["a"], dated)),
      10_200,
      "exact",
    ],
    [
      "does not change the time of a hold event that came before the Date header",
      (desk) => {
        desk.poll([]);
        desk.setWall(hour);
        desk.clock.now();
        desk.wait(second);
        desk.hold();
        desk.wait(second);
        desk.answer(["a"], dated);
      },
      1_100,
      "exact",
    ],
  ]);

  it.each([-hour, hour])("is told from sleep when both happen at once, by a Date header: %d ms", (step) => {
    const desk = openPage();
    desk.poll(["a"]);
    const before = desk.shown()?.for ?? 0;
    desk.sleep(50_000);
    desk.setWall(step);
    desk.answer(["a"], dated);
    expect(desk.shown()?.kind).toBe("at-least");
    expect(desk.shown()?.for).toBeLessThanOrEqual(before + 50_100);
    expect(desk.shown()?.for).toBeGreaterThan(before + 47_500);
  });

  it("gives a call that appeared meanwhile the middle of the whole gap", () => {
    const desk = openPage();
    desk.poll([]);
    desk.sleep(50_000);
    desk.setWall(-hour);
    desk.answer(["a"], dated);
    const certainty = desk.clock.since("a")?.certainty;
    const gap = certainty?.kind === "observed" ? certainty.gap : 0;
    expect(Math.abs(gap - 50_200)).toBeLessThan(1_500);
    expect(desk.shown()?.for).toBeLessThanOrEqual(gap);
  });

  it("is explained by an event that waited through the sleep only until the next event", () => {
    const desk = openPage();
    desk.poll([]);
    desk.hold();
    desk.answer(["a"], dated);
    desk.sleep(hour);
    desk.hold("b", desk.gateway(hour + 500));
    desk.hold("c", desk.gateway(10));
    desk.answer(["a", "b", "c"], dated);
    expect(desk.shown()).toEqual({ for: hour + 200, kind: "probable" });
    expect(desk.shown("c")?.for).toBeLessThan(second);
    expect(Math.abs((desk.shown("b")?.for ?? 0) - hour - 600)).toBeLessThan(second);
  });

  it("is not assumed when the gateway's own clock is set", () => {
    const desk = openPage();
    desk.poll(["a"]);
    desk.sleep(minute / 2);
    desk.poll(["a"]);
    const before = desk.shown();
    desk.clock.applyList(["a"], desk.clock.now(), desk.gateway(hour));
    expect(desk.shown()).toEqual(before);
  });
});

describe("a reload", () => {
  exactCases([
    [
      "keeps an exact time",
      (desk) => (held(desk), desk.wait(minute / 2), desk.answer(["a"]), desk.reload(3_000), desk.answer(["a"])),
      minute / 2 + 3_300,
      "exact",
    ],
    [
      "keeps a time that became exact after the last answer",
      (desk) => (desk.answer(["a"]), desk.clock.setSince("a", start - minute), desk.reload(second)),
      minute + 1_100,
      "exact",
    ],
    [
      "of more than 60 s makes times probable",
      (desk) => (desk.answer(["a"]), desk.reload(61_000), desk.answer(["a"])),
      61_100,
      "probable",
    ],
    [
      "with the wall clock set forward does not raise a lower bound",
      (desk) => (desk.answer(["a"]), desk.reload(3_000, hour), desk.answer(["a"])),
      3_100,
      "at-least",
    ],
    [
      "after the wall clock was set forward does not raise a lower bound",
      (desk) => (desk.answer(["a"]), desk.setWall(hour), desk.reload(3_000), desk.answer(["a"])),
      3_100,
      "at-least",
    ],
    [
      "with the wall clock set forward leaves a lower bound of an exact time",
      (desk) => (held(desk), desk.reload(3_000, hour), desk.answer(["a"])),
      3_200,
      "at-least",
    ],
    [
      "with the wall clock set back makes times probable",
      (desk) => (held(desk), desk.wait(2_000), desk.answer(["a"]), desk.reload(3_000, -hour), desk.answer(["a"])),
      2_301,
      "probable",
    ],
    [
      "with the wall clock set back gives a new call a lower bound",
      (desk) => (desk.answer(["b"]), desk.reload(3_000, -hour), desk.answer(["a", "b"])),
      0,
      "at-least",
    ],
    [
      "with the wall clock set back, then another with an event between them, keeps times probable",
      (desk) => (held(desk), desk.reload(3_000, -hour), desk.end("b"), desk.reload(3_000), desk.answer(["a", "b"])),
      201,
      "probable",
    ],
  ]);

  datedCases([
    [
      "after sleep counts the sleep once it is explained",
      (desk) => {
        desk.poll(["a"]);
        desk.sleep(10 * minute);
        desk.reload();
        desk.answer(["a"], dated);
      },
      7 * 1_970 + 10 * minute,
      "probable",
    ],
    [
      "after sleep, and after another with the wall clock set forward, counts the sleep once it is explained",
      (desk) => {
        desk.poll(["a"]);
        desk.sleep(10 * minute);
        desk.reload();
        desk.reload(3_000, hour);
        desk.answer(["a"], dated);
      },
      7 * 1_970 + 10 * minute + 3_000,
      "probable",
    ],
  ]);

  it("keeps the certainty of each call", () => {
    const desk = openPage();
    desk.hold();
    desk.answer(["a", "b"]);
    desk.answer(["a", "b", "c"]);
    const certainties = () => ["a", "b", "c"].map((id) => desk.clock.since(id)?.certainty);
    const before = certainties();
    expect(before.map((certainty) => certainty?.kind)).toEqual(["exact", "at-least", "observed"]);
    desk.reload(3_000);
    desk.answer(["a", "b", "c"]);
    expect(certainties()).toEqual(before);
  });

  it("keeps nothing of a call that is gone by the first answer", () => {
    const storage = createStorage();
    const desk = openPage({ storage });
    desk.answer(["gone", "stays"]);
    desk.reload(3_000);
    desk.answer(["stays"]);
    expect(desk.shown("gone")).toBeUndefined();
    expect(contentOf(storage)).toContain("stays");
    expect(contentOf(storage)).not.toContain("gone");
  });

  it("with the wall clock set back shows no start in the future", () => {
    const desk = openPage();
    held(desk);
    desk.reload(3_000, -hour);
    expect(desk.clock.wallTime(desk.clock.since("a") as HeldSince)).toBeLessThan(start - hour + 10_000);
  });

  it.each([-hour, hour])("with the wall clock set by %d ms is measured by a Date header", (step) => {
    const desk = openPage({ skew: 123_456 });
    desk.answer([], dated);
    desk.hold("a", desk.gateway());
    desk.poll(["a"]);
    const before = desk.shown()?.for ?? 0;
    desk.setWall(step);
    desk.reload(10_000);
    desk.answer(["a"], dated);
    expect(desk.shown()?.kind).toBe("exact");
    expect(Math.abs((desk.shown()?.for ?? 0) - before - 10_100)).toBeLessThan(second);
  });

  it("does not use the times of another agent", () => {
    const storage = createStorage();
    openPage({ storage }).answer(["a"]);
    const clock = createHoldClock("2910", { wall: () => start, monotonic: () => 0 }, storage);
    expect(clock.since("a")).toBeUndefined();
  });
});

it("works without a storage", () => {
  const desk = openPage({ storage: null });
  desk.answer(["a"]);
  desk.wait(second);
  desk.hold("b");
  desk.answer(["a", "b"]);
  expect(desk.shown()?.kind).toBe("at-least");
});
