import { expect, it } from "vitest";
import { en } from "../../../src/panel/labels/en.js";
import type { HoldListLabels } from "../../../src/panel/labels/HoldListLabels.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";
import type { Certainty } from "../../../src/hold-list/time/HeldSince.js";

// What a function is given that does not take numbers or text.
const given: Record<string, unknown[]> = {
  heldFor: [{ days: 1, hours: 2, minutes: 3 }, "at-least"],
  heldSince: ["10:42:07", { kind: "at-least" }],
};

/** Every word of a set of labels by its path. */
function wordsOf(labels: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(labels).flatMap(([key, value]: [string, unknown]) => {
      if (typeof value === "object" && value !== null) return [...wordsOf(value, `${path}${key}.`)];
      if (typeof value !== "function") return [[path + key, String(value)]];
      const word = (value as (...given: unknown[]) => unknown)(...(given[key] ?? [2, 1, 3]));
      return typeof word === "object" && word !== null
        ? [...wordsOf(word, `${path}${key}.`)]
        : [[path + key, String(word)]];
    }),
  );
}

const sets: [string, HoldListLabels][] = [
  ["en", en],
  ["zhCN", zhCN],
];

it("has the same keys in English and Chinese", () => {
  expect([...wordsOf(zhCN).keys()]).toEqual([...wordsOf(en).keys()]);
});

it.each(sets)("has no empty word: %s", (_, labels) => {
  for (const [path, word] of wordsOf(labels)) expect([path, word.trim()]).not.toEqual([path, ""]);
  for (const word of wordsOf(labels).values()) expect(word).not.toMatch(/undefined|null|NaN|\[object/);
});

it.each(sets)("says what it was given: %s", (_, labels) => {
  expect(labels.notUpToDate("10:42:07")).toContain("10:42:07");
  expect(labels.emptyInDoubt("10:42:07")).toContain("10:42:07");
  expect(labels.lastUpdated("10:42:07")).toContain("10:42:07");
  expect(labels.http(502)).toContain("HTTP 502");
  expect(labels.timeout(10)).toContain("10");
  expect(labels.unknownCode("999-999")).toContain("999-999");
  expect(labels.code("100-006", "no such agent")).toContain("no such agent");
  expect(labels.unknownCallType(99)).toContain("99");
  expect(labels.unknownCallType(null)).not.toContain("null");
  expect(labels.announceArrival("8 0 0 0", 3)).toMatch(/8 0 0 0.*3/);
  expect(labels.announceDeparture("8 0 0 0", 2)).toMatch(/8 0 0 0.*2/);
});

it("leaves no English in the Chinese words", () => {
  const english = wordsOf(en);
  for (const [path, word] of wordsOf(zhCN)) expect([path, word]).not.toEqual([path, english.get(path)]);
  expect(zhCN.language).toBe("zh-CN");
});

it("speaks of what came, what left, and only of that", () => {
  expect(en.announceChanges(2, 1, 4)).toBe("2 new, 1 left. 4 on hold.");
  expect(en.announceChanges(2, 0, 4)).toBe("2 new. 4 on hold.");
  expect(en.announceChanges(0, 2, 1)).toBe("2 left. 1 on hold.");
  expect(zhCN.announceChanges(2, 1, 4)).toBe("新增 2 个，离开 1 个，共 4 个。");
  expect(zhCN.announceChanges(0, 2, 1)).toBe("离开 2 个，共 1 个。");
});

it("counts one as one, and none as none", () => {
  expect(en.announceFirstList(0)).toBe("No calls on hold.");
  expect(en.announceFirstList(1)).toBe("1 call on hold.");
  expect(en.announceFirstList(3)).toBe("3 calls on hold.");
  expect(en.announceRefusal(0)).toBe("Sign in again.");
  expect(en.announceRefusal(2)).toBe("Sign in again. 2 calls may still be on hold.");
  expect(en.unreadable(1)).toBe("1 more call could not be read. Tell support.");
  expect(zhCN.announceFirstList(0)).toBe("没有保持中的通话。");
  expect(zhCN.announceRefusal(2)).toBe("请重新签入，可能仍有 2 个通话在保持中。");
});

it("says how long a call is held by the minute, and as well as it is known", () => {
  const time = { days: 0, hours: 1, minutes: 2 };
  expect(en.heldFor(time, "exact")).toBe("on hold 1 hour 2 minutes");
  expect(en.heldFor(time, "observed")).toBe("on hold about 1 hour 2 minutes");
  expect(en.heldFor(time, "probable")).toBe("on hold about 1 hour 2 minutes");
  expect(en.heldFor({ days: 2, hours: 0, minutes: 1 }, "at-least")).toBe("on hold at least 2 days 1 minute");
  expect(zhCN.heldFor(time, "exact")).toBe("已保持 1 小时 2 分钟");
  expect(zhCN.heldFor(time, "observed")).toBe("已保持约 1 小时 2 分钟");
  expect(zhCN.heldFor(time, "at-least")).toBe("已保持至少 1 小时 2 分钟");
});

it("does not say of a call that it is held at least under a minute", () => {
  const none = { days: 0, hours: 0, minutes: 0 };
  expect(en.heldFor(none, "exact")).toBe("on hold under a minute");
  expect(en.heldFor(none, "observed")).toBe("on hold under a minute");
  expect(en.heldFor(none, "at-least")).toBe("on hold, first seen under a minute ago");
  expect(zhCN.heldFor(none, "exact")).toBe("已保持不到 1 分钟");
  expect(zhCN.heldFor(none, "at-least")).toBe("已在保持中，首次看到不到 1 分钟");
});

it.each(sets)("explains each certainty with its clock time: %s", (_, labels) => {
  const certainties: Certainty[] = [
    { kind: "exact" },
    { kind: "observed", gap: 3_100 },
    { kind: "at-least" },
    { kind: "probable" },
  ];
  const words = certainties.map((certainty) => labels.heldSince("10:42:07", certainty));
  for (const each of words) expect(each).toContain("10:42:07");
  expect(new Set(words).size).toBe(4);
  expect(words[1]).toMatch(/\b4\s?(s|秒)/);
});
