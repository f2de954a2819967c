import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createHoldClock } from "../../../src/hold-list/time/createHoldClock.js";
import {
  type HoldTimes,
  loadHoldTimes,
  removeHoldTimes,
  saveHoldTimes,
  storageScope,
} from "../../../src/hold-list/time/holdTimesStorage.js";

const key = "hold-list-panel:hold-times:291";
const now = Date.UTC(2026, 0, 15, 9, 30);
const storage = sessionStorage;

const times: HoldTimes = {
  timeline: { now, wall: now + 5, monotonic: now + 4.5, doubt: null, low: -1_000.5, high: null },
  held: new Map([
    ["1501127996-2", { at: now - 5_000, certainty: { kind: "exact" } }],
    ["b", { at: now - 4_000, certainty: { kind: "observed", gap: 2_000 } }],
    ["__proto__", { at: now - 3_000, certainty: { kind: "at-least" } }],
    ["", { at: now, certainty: { kind: "probable" } }],
  ]),
  earliest: new Map([["__proto__", now - 8_000]]),
  checkedAt: now - 100,
};

const stored = (value: unknown) => storage.setItem(key, typeof value === "string" ? value : JSON.stringify(value));

beforeEach(() => storage.clear());

/** A storage whose methods of these names throw. */
function broken(methods: (keyof Storage)[]): Storage {
  return new Proxy(storage, {
    get: (target, name) => {
      if (methods.includes(name as keyof Storage))
        return () => {
          throw new DOMException("No.", "QuotaExceededError");
        };
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

describe("hold times", () => {
  it("are loaded as they were stored", () => {
    saveHoldTimes(storage, "291", times);
    expect(loadHoldTimes(storage, "291")).toEqual(times);
  });

  it("are loaded for 10,000 calls", () => {
    const held = new Map(
      Array.from({ length: 10_000 }, (_, index) => [
        `call-${index}`,
        { at: now, certainty: { kind: "exact" as const } },
      ]),
    );
    saveHoldTimes(storage, "291", { ...times, held });
    expect(loadHoldTimes(storage, "291")?.held).toEqual(held);
  });

  it("are stored as call IDs and times only", () => {
    saveHoldTimes(storage, "291", times);
    expect(Object.keys(storage)).toEqual([key]);
    expect(JSON.parse(storage.getItem(key) ?? "")).toEqual({
      timeline: { now, wall: now + 5, monotonic: now + 4.5, doubt: null, low: -1_000.5, high: null },
      held: [
        ["1501127996-2", { at: now - 5_000, certainty: { kind: "exact" } }],
        ["b", { at: now - 4_000, certainty: { kind: "observed", gap: 2_000 } }],
        ["__proto__", { at: now - 3_000, certainty: { kind: "at-least" } }],
        ["", { at: now, certainty: { kind: "probable" } }],
      ],
      earliest: [["__proto__", now - 8_000]],
      checkedAt: now - 100,
    });
  });

  it("belong to one agent", () => {
    saveHoldTimes(storage, "291", times);
    expect(loadHoldTimes(storage, "29")).toBeNull();
    removeHoldTimes(storage, "29");
    expect(loadHoldTimes(storage, "291")).toEqual(times);
  });

  it("are removed for an agent's own list and for every list that the agent supervised", () => {
    storage.setItem("the host's", "own");
    for (const scope of [
      "291",
      storageScope("291", "292"),
      storageScope("291", "293"),
      "2910",
      storageScope("2910", "292"),
    ])
      saveHoldTimes(storage, scope, times);
    removeHoldTimes(storage, "291");
    expect(Object.keys(storage).sort()).toEqual([
      "hold-list-panel:hold-times:2910",
      "hold-list-panel:hold-times:2910 of 292",
      "the host's",
    ]);
  });
});

describe("a failing storage", () => {
  it("keeps no former times when it is full", () => {
    saveHoldTimes(storage, "291", times);
    saveHoldTimes(broken(["setItem"]), "291", { ...times, checkedAt: now });
    expect(storage).toHaveLength(0);
  });

  it("loses only the times when it is forbidden", () => {
    const forbidden = broken(["getItem", "setItem", "removeItem"]);
    expect(() => saveHoldTimes(forbidden, "291", times)).not.toThrow();
    expect(() => removeHoldTimes(forbidden, "291")).not.toThrow();
    expect(loadHoldTimes(forbidden, "291")).toBeNull();
  });

  it("may be missing", () => {
    saveHoldTimes(null, "291", times);
    expect(loadHoldTimes(null, "291")).toBeNull();
  });
});

describe("unreadable stored times", () => {
  const good = { timeline: times.timeline, held: [...times.held], earliest: [...times.earliest], checkedAt: now };
  const entry = (since: unknown) => ({ ...good, held: [["a", since]] });

  it.each([
    ["text", "<html>"],
    ["truncated JSON", JSON.stringify(good).slice(0, -9)],
    ["null", "null"],
    ["a number", "1"],
    ["an array", []],
    ["no timeline", { ...good, timeline: null }],
    ["a timeline of text", { ...good, timeline: { ...good.timeline, now: `${now}` } }],
    ["no wall time", { ...good, timeline: { ...good.timeline, wall: null } }],
    ["a time beyond the range of Date", { ...good, timeline: { ...good.timeline, wall: 1e16 } }],
    ["no doubt, nor its absence", { ...good, timeline: { ...good.timeline, doubt: undefined } }],
    ["a negative step", { ...good, timeline: { ...good.timeline, doubt: { at: now, by: -1 } } }],
    ["a step in the future", { ...good, timeline: { ...good.timeline, doubt: { at: now + 1, by: 1_000 } } }],
    ["a bound of text", { ...good, timeline: { ...good.timeline, low: "0" } }],
    ["a bound beyond the range of Date", { ...good, timeline: { ...good.timeline, high: 1e300 } }],
    ["calls as an object", { ...good, held: { a: times.held.get("b") } }],
    ["a call that is not a pair", { ...good, held: ["a"] }],
    ["a call ID that is a number", { ...good, held: [[1, times.held.get("b")]] }],
    ["a time without certainty", entry({ at: now })],
    ["an unknown certainty", entry({ at: now, certainty: { kind: "constructor" } })],
    ["a missing gap", entry({ at: now, certainty: { kind: "observed" } })],
    ["a negative gap", entry({ at: now, certainty: { kind: "observed", gap: -1 } })],
    ["a time before 1970", entry({ at: -1, certainty: { kind: "exact" } })],
    ["a future time", entry({ at: now + 1, certainty: { kind: "exact" } })],
    ["a future last check", { ...good, checkedAt: now + 1 }],
    ["no last check", { ...good, checkedAt: null }],
    ["a future earliest begin", { ...good, earliest: [["a", now + 1]] }],
    ["no earliest begins", { ...good, earliest: undefined }],
  ])("are not used: %s", (_name, value) => {
    stored(good);
    expect(loadHoldTimes(storage, "291")).not.toBeNull();
    stored(value);
    expect(loadHoldTimes(storage, "291")).toBeNull();
  });

  it("of any kind give neither an error nor a negative, infinite or future time", () => {
    const number = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.integer({ min: now - 1e9, max: now + 1e9 }),
      fc.constant(null),
    );
    const likelyTime = fc.integer({ min: now - 30_000, max: now + 1_000 });
    const certainty = fc.record(
      { kind: fc.constantFrom("exact", "observed", "at-least", "probable", "x"), gap: number },
      { requiredKeys: ["kind"] },
    );
    const since = fc.record({ at: fc.integer({ min: now - 1e9, max: now }), certainty });
    const likely = fc.record({
      timeline: fc.record({
        now: fc.constantFrom(now, 8e15),
        wall: likelyTime,
        monotonic: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, likelyTime),
        doubt: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.record({ at: likelyTime, by: number })),
        low: number,
        high: number,
      }),
      held: fc.array(fc.tuple(fc.constantFrom("a", "b", "__proto__"), since)),
      earliest: fc.array(fc.tuple(fc.constantFrom("a", "c"), fc.integer({ min: 0, max: now }))),
      checkedAt: likelyTime,
    });
    const set = vi.fn();
    fc.assert(
      fc.property(fc.oneof(likely, fc.json(), fc.string(), fc.jsonValue()), (value) => {
        stored(value);
        const clock = createHoldClock("291", { wall: () => now, monotonic: () => now }, storage);
        clock.applyList(["a", "b", "__proto__"], clock.now(), now);
        for (const callId of ["a", "b", "__proto__"]) {
          const found = clock.since(callId);
          if (found === undefined) throw new Error("A call has no time.");
          if (found.certainty.kind !== "at-least") set();
          expect(clock.heldFor(found)).toBeGreaterThanOrEqual(0);
          expect(clock.heldFor(found)).toBeLessThan(Infinity);
          expect(clock.wallTime(found)).toBeLessThanOrEqual(now);
        }
      }),
      { numRuns: 500 },
    );
    expect(set.mock.calls.length).toBeGreaterThan(5); // some of them can be read
  });
});
