import { expect, it } from "vitest";
import { clockTime, spokenTime } from "../../../src/panel/format/clockTime.js";

const now = new Date(2026, 2, 5, 12, 0, 0).getTime();
const at = (hour: number, minute: number, second: number, day = 5) =>
  new Date(2026, 2, day, hour, minute, second).getTime();

it("is hours, minutes and seconds of today, by 24 hours", () => {
  expect(clockTime(at(10, 42, 7), "en", now)).toBe("10:42:07");
  expect(clockTime(at(22, 5, 0), "en", now)).toBe("22:05:00");
  expect(clockTime(at(0, 0, 9), "en", now)).toBe("00:00:09");
  expect(clockTime(at(0, 0, 9), "zh-CN", now)).toBe("00:00:09");
});

it("names the day where that is not today", () => {
  expect(clockTime(at(23, 59, 59, 4), "en", now)).toBe("Mar 4, 23:59:59");
  expect(clockTime(at(23, 59, 59, 4), "zh-CN", now)).toMatch(/^3月4日\s?23:59:59$/);
});

it("is said without seconds", () => {
  expect(spokenTime(at(10, 42, 7), "en")).toBe("10:42");
  expect(spokenTime(at(0, 5, 59), "zh-CN")).toBe("00:05");
});
