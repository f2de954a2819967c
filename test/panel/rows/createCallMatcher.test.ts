import { describe, expect, it } from "vitest";
import { en, type HeldCall, maskNumber, type MaskNumber } from "../../../src/index.js";
import type { NumberLabels } from "../../../src/panel/format/maskNumber.js";
import { createCallMatcher } from "../../../src/panel/rows/createCallMatcher.js";

const call: HeldCall = {
  callId: "1501127922-2",
  callType: 0,
  caller: "13800138012",
  called: "10086",
  skill: "After-Sales (East)",
};
const matches = (text: string, mask?: MaskNumber, labels: NumberLabels = en) =>
  createCallMatcher(text, mask, labels)(call);

describe("a filter", () => {
  it.each([
    "8012",
    "0013 8012",
    "(0138) 012",
    "+138-0013",
    "１３８ ００１３",
    "after sales",
    "ALES EAST",
    "7922-2",
    "79222",
    "-",
  ])("finds %s in the number, the skill or the call ID", (text) => expect(matches(text)).toBe(true));

  it.each(["10086", "nobody", "80121"])("does not find %s", (text) => expect(matches(text)).toBe(false));

  it("finds a masked number only by the digits that the mask leaves", () => {
    expect(matches("8012", maskNumber)).toBe(true);
    for (const hidden of ["13800", "38012", "38 012", "13800138012"]) expect(matches(hidden, maskNumber)).toBe(false);
  });

  it("finds no digits across the bullets of a mask", () => {
    const mask = (number: string) => `${number.slice(0, 3)}••••${number.slice(-4)}`;
    expect(matches("138", mask)).toBe(true);
    expect(matches("1388012", mask)).toBe(false);
  });

  it("finds a number as the host formats it, and as the gateway sent it", () => {
    const labels = { ...en, formatNumber: (number: string) => `ext. ${number.slice(-4)}` };
    expect(matches("ext 8012", undefined, labels)).toBe(true);
    expect(matches("13800138012", undefined, labels)).toBe(true);
    expect(matches("ext 8012", maskNumber, labels)).toBe(false);
  });

  it("does not find a call without a number by the words for that", () => {
    const hidden = createCallMatcher("number", undefined, en);
    expect(hidden({ ...call, caller: "" })).toBe(false);
  });
});
