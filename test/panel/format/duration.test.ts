import { expect, it } from "vitest";
import { digits, wholeMinutes } from "../../../src/panel/format/duration.js";

const days = (count: number) => `${count} d`;

it.each([
  [0, "0:00"],
  [7, "0:07"],
  [59, "0:59"],
  [60, "1:00"],
  [187, "3:07"],
  [3_599, "59:59"],
  [3_600, "1:00:00"],
  [3_765, "1:02:45"],
  [86_399, "23:59:59"],
  [86_400, "1 d 00:00:00"],
  [96_310, "1 d 02:45:10"],
  [864_000, "10 d 00:00:00"],
])("writes %i s as %s", (seconds, text) => expect(digits(seconds, days)).toBe(text));

it.each([
  [59, { days: 0, hours: 0, minutes: 0 }],
  [60, { days: 0, hours: 0, minutes: 1 }],
  [3_765, { days: 0, hours: 1, minutes: 2 }],
  [96_310, { days: 1, hours: 2, minutes: 45 }],
])("splits %i s into days, hours and minutes", (seconds, time) => expect(wholeMinutes(seconds)).toEqual(time));
