import { expect, it } from "vitest";
import { spokenNumber, writtenNumber } from "../../../src/panel/format/numbers.js";

it("writes a Chinese mobile number in its groups, any other as it came", () => {
  expect(writtenNumber("13800138000")).toBe("138 0013 8000");
  expect(writtenNumber("19912345678")).toBe("199 1234 5678");
  expect(writtenNumber("12025550134")).toBe("12025550134");
  expect(writtenNumber("10086")).toBe("10086");
  expect(writtenNumber("008613800138000")).toBe("008613800138000");
  expect(writtenNumber("+8613800138000")).toBe("+8613800138000");
  expect(writtenNumber("138001380001")).toBe("138001380001");
  expect(writtenNumber("")).toBe("");
});

it("says the last four digits one by one", () => {
  expect(spokenNumber("13800138000")).toBe("8 0 0 0");
  expect(spokenNumber("123456")).toBe("3 4 5 6");
});

it("says a number of five digits or fewer whole", () => {
  expect(spokenNumber("10086")).toBe("1 0 0 8 6");
  expect(spokenNumber("7")).toBe("7");
  expect(spokenNumber("")).toBe("");
});

it("says of a masked number what the mask leaves", () => {
  expect(spokenNumber("•••• 8000")).toBe("8 0 0 0");
  expect(spokenNumber("138****8000")).toBe("8 0 0 0");
  expect(spokenNumber("••••")).toBe("");
});
