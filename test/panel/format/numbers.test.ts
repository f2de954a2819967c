import { expect, it, vi } from "vitest";
import { formatNumber, formatted, spokenNumber } from "../../../src/panel/format/numbers.js";

it.each([
  ["13800138000", "138 0013 8000"],
  ["19912345678", "199 1234 5678"],
  ["+12025550144", "+1 202 555 0144"],
  ["+441632960961", "+44 1632 960 961"],
  ["+8613800138000", "+86 138 0013 8000"],
  ["+85223456789", "+852 2345 6789"],
  ["+79161234567", "+7 9161 234 567"],
  ["+4930123456", "+49 3012 3456"],
])("groups the digits of %s", (number, text) => expect(formatNumber(number)).toBe(text));

it.each(["12025550134", "10086", "008613800138000", "+123", "+1202555014a", "138001380001", ""])(
  "leaves %j as the gateway sent it",
  (number) => expect(formatNumber(number)).toBe(number),
);

it.each([
  ["13800138000", "8 0 0 0"],
  ["123456", "3 4 5 6"],
  ["10086", "1 0 0 8 6"],
  ["7", "7"],
  ["", ""],
  ["•••• 8000", "8 0 0 0"],
  ["138****8000", "8 0 0 0"],
  ["••••", ""],
])("speaks %j as %j", (number, text) => expect(spokenNumber(number)).toBe(text));

it.each<[string, () => unknown]>([
  ["throws", () => expect.unreachable()],
  ["returns no text", () => undefined],
  ["returns an empty text", () => ""],
])("shows a number as it is where the host's format %s", (_, format) => {
  vi.stubGlobal("reportError", vi.fn());
  expect(formatted("10086", format as () => string)).toBe("10086");
});
