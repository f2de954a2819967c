import { expect, it } from "vitest";
import { spokenNumber, writtenNumber } from "../../../src/panel/format/numbers.js";

it.each([
  ["13800138000", "138 0013 8000"],
  ["19912345678", "199 1234 5678"],
])("groups the Chinese mobile number %s", (number, text) => expect(writtenNumber(number)).toBe(text));

it.each(["12025550134", "10086", "008613800138000", "+8613800138000", "138001380001", ""])(
  "leaves %j as the gateway sent it",
  (number) => expect(writtenNumber(number)).toBe(number),
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
