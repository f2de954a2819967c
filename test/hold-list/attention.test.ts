import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { attentionAfter, createThresholds, defaultThresholds, levelWait } from "../../src/hold-list/attention.js";

const call = { callId: "1-1", callType: 0, caller: "10086", called: "70943", skill: "voice" };

describe("attentionAfter", () => {
  it.each([
    [0, "none", 60_000],
    [59_999, "none", 1],
    [59_999.5, "none", 0.5],
    [60_000, "long", 120_000],
    [179_999, "long", 1],
    [180_000, "too-long", Infinity],
    [86_400_000, "too-long", Infinity],
  ])(
    "gives, after %d ms with the default thresholds, level %s and the next level in %d ms",
    (heldFor, level, nextIn) => {
      expect(attentionAfter(heldFor, defaultThresholds)).toEqual({ level, nextIn });
    },
  );

  it.each([
    ["never too long", { long: 1_000, tooLong: Infinity }, 5_000, "long", Infinity],
    ["never at all", { long: Infinity, tooLong: Infinity }, 86_400_000, "none", Infinity],
    ["too long at once", { long: 0, tooLong: 0 }, 0, "too-long", Infinity],
    ["long at once", { long: 0, tooLong: 5_000 }, 0, "long", 5_000],
    ["too long before long", { long: 5_000, tooLong: 1_000 }, 500, "none", 500],
    ["too long before long, at the first", { long: 5_000, tooLong: 1_000 }, 1_000, "too-long", Infinity],
    ["NaN", { long: NaN, tooLong: NaN }, 5_000, "none", Infinity],
  ])("accepts thresholds for %s", (_name, thresholds, heldFor, level, nextIn) => {
    expect(attentionAfter(heldFor, thresholds)).toEqual({ level, nextIn });
  });

  it("never falls with time and rises exactly at the given moment", () => {
    const order = ["none", "long", "too-long"];
    const threshold = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(fc.nat(1_500), threshold, threshold, (heldFor, long, tooLong) => {
        const { level, nextIn } = attentionAfter(heldFor, { long, tooLong });
        if (nextIn === Infinity) {
          expect(attentionAfter(1e9, { long, tooLong }).level).toBe(level);
          return;
        }
        expect(attentionAfter(heldFor + nextIn - 1, { long, tooLong }).level).toBe(level);
        const next = attentionAfter(heldFor + nextIn, { long, tooLong }).level;
        // If too long comes before long, the level long does not occur.
        if (next !== level) expect(order.indexOf(next)).toBeGreaterThan(order.indexOf(level));
      }),
    );
  });
});

it.each([
  [0, defaultThresholds, { endsIn: 60_000, length: 60_000 }],
  [50_000, defaultThresholds, { endsIn: 10_000, length: 60_000 }],
  [60_000, defaultThresholds, { endsIn: 120_000, length: 120_000 }],
  [170_000, defaultThresholds, { endsIn: 10_000, length: 120_000 }],
  [180_000, defaultThresholds, null],
  [10_000, { long: Infinity, tooLong: 30_000 }, { endsIn: 20_000, length: 30_000 }],
  [10_000, { long: 5_000, tooLong: Infinity }, null],
])("levelWait gives, after %d ms with %j, %j", (heldFor, thresholds, wait) => {
  expect(levelWait(heldFor, thresholds)).toEqual(wait);
});

describe("createThresholds", () => {
  const strict = { long: 1, tooLong: 2 };

  it("returns the thresholds of all calls, or the result of the host's function for each call", () => {
    expect(createThresholds(strict)(call)).toBe(strict);
    const bySkill = createThresholds(({ skill }) => (skill === "voice" ? strict : defaultThresholds));
    expect(bySkill(call)).toBe(strict);
    expect(bySkill({ ...call, skill: "" })).toBe(defaultThresholds);
  });

  it.each<[string, () => unknown]>([
    ["undefined", () => undefined],
    ["null", () => null],
    ["NaN", () => ({ long: NaN, tooLong: 1 })],
    ["text", () => ({ long: "1", tooLong: "2" })],
    ["a promise", () => Promise.resolve(strict)],
  ])("returns the defaults when the host's function returns %s", (_, setting) => {
    expect(createThresholds(setting as () => undefined)(call)).toBe(defaultThresholds);
  });

  it("returns the defaults when the host's function throws, and reports that once for each call", () => {
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    const thresholdsOf = createThresholds(() => {
      throw new Error("of the host's");
    });
    expect(thresholdsOf(call)).toBe(defaultThresholds);
    expect(thresholdsOf(call)).toBe(defaultThresholds);
    expect(report).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });
});
