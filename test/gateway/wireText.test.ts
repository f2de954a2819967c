import { expect, it } from "vitest";
import { wireInteger, wireText } from "../../src/gateway/wireText.js";

it.each([
  ["10086", "10086"],
  [" 10086 ", " 10086 "],
  [10086, "10086"],
  [-1, "-1"],
  [0, "0"],
])("reads %j as the text %j", (value, text) => {
  expect(wireText(value)).toBe(text);
});

it.each(["", " \t\n", 2 ** 53, 1.5, NaN, Infinity, true, false, null, undefined, {}, ["10086"]])(
  "reads no text from %j",
  (value) => {
    expect(wireText(value)).toBeNull();
  },
);

it.each([
  [7, 7],
  ["7", 7],
  [" 99 ", 99],
  ["-1", -1],
  [12_345_678_901, 12_345_678_901],
])("reads %j as the whole number %j", (value, number) => {
  expect(wireInteger(value)).toBe(number);
});

it.each(["", " ", "seven", "7.5", "0x7", "７", "1e12", "9".repeat(400), 7.5, 2 ** 60, Infinity, true, null, [7], {}])(
  "reads no whole number from %j",
  (value) => {
    expect(wireInteger(value)).toBeNull();
  },
);
