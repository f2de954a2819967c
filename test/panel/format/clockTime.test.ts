import { afterEach, expect, it, vi } from "vitest";
import { clockTime, spokenTime } from "../../../src/panel/format/clockTime.js";

const now = new Date(2026, 2, 5, 12, 0, 0).getTime();
const at = (hour: number, minute: number, second: number, day = 5) =>
  new Date(2026, 2, day, hour, minute, second).getTime();

afterEach(() => vi.unstubAllGlobals());

it.each([
  [at(10, 42, 7), "en", "10:42:07"],
  [at(22, 5, 0), "en", "22:05:00"],
  [at(0, 0, 9), "en", "00:00:09"],
  [at(0, 0, 9), "zh-CN", "00:00:09"],
  [at(0, 0, 9), "zh_CN", "00:00:09"],
])("writes a time of today on a 24-hour clock: %j in %j is %j", (time, language, text) =>
  expect(clockTime(time, language, now)).toBe(text),
);

it("adds the date on another day", () => {
  expect(clockTime(at(23, 59, 59, 4), "en", now)).toBe("Mar 4, 23:59:59");
  expect(clockTime(at(23, 59, 59, 4), "zh-CN", now)).toMatch(/^3月4日\s?23:59:59$/);
});

it("leaves the seconds out of an announced time", () => {
  expect(spokenTime(at(10, 42, 7), "en")).toBe("10:42");
  expect(spokenTime(at(0, 5, 59), "zh-CN")).toBe("00:05");
});

it.each(["zh_CN", "", "xx-invalid", "no tag at all"])("does not throw for the language %j", (language) => {
  expect(clockTime(at(10, 42, 7), language, now)).toMatch(/42/);
  expect(spokenTime(at(10, 42, 7), language)).toMatch(/42/);
});

it("writes plain digits where Intl is missing or throws", () => {
  vi.stubGlobal("Intl", undefined);
  expect(clockTime(at(10, 42, 7), "en", now)).toBe("10:42:07");
  expect(clockTime(at(9, 5, 0, 4), "en", now)).toBe("3/4 09:05:00");
  expect(spokenTime(at(0, 5, 59), "en")).toBe("00:05");
});

it("writes no digits for a time that is no number", () => expect(spokenTime(NaN, "en")).toBe("--:--"));
