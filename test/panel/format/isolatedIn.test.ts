import { expect, it } from "vitest";
import { isolatedIn } from "../../../src/panel/format/isolatedIn.js";

it.each(["לנתק את ?", "إنهاء المكالمة؟", "通话 ـ", "\ufe8d"])(
  "isolates a value in right-to-left words: %s",
  (words) => {
    expect(isolatedIn(words, "138 0013 8000")).toBe("\u2068138 0013 8000\u2069");
  },
);

it.each(["Hang up ?", "挂断？", ""])("leaves a value in other words as it is: %s", (words) => {
  expect(isolatedIn(words, "138 0013 8000")).toBe("138 0013 8000");
});

it("isolates nothing where there is no value, so that labels still see an empty text", () => {
  expect(isolatedIn("לנתק", "")).toBe("");
});
