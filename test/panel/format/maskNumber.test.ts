import { expect, it } from "vitest";
import { masked, type MaskNumber, maskNumber } from "../../../src/panel/format/maskNumber.js";

it.each([
  ["13800138000", "•••• 8000"],
  ["10086", "•••• 0086"],
  ["8000", "••••"],
  ["7", "••••"],
  ["sip:13800138000@10.0.0.7:5060", "•••• 8000"],
  ["sip:alice@example.com", "••••"],
  ["anonymous", "••••"],
  ["+86 138-0013 80 00", "•••• 8000"],
  ["tel:+8613800138000;phone-context=example.com", "•••• 8000"],
  ["agent70941", "••••"],
])("masks %s as %s", (number, text) => expect(maskNumber(number)).toBe(text));

const broken = () => {
  throw new Error("No mask.");
};

it.each<[string, MaskNumber]>([
  ["throws", broken],
  ["returns no string", () => undefined as unknown as string],
])("hides the whole number where the host's mask %s", (_, mask) => expect(masked("13800138000", mask)).toBe("••••"));

it("calls no mask for an empty number", () => expect(masked("", broken)).toBe(""));

it("leaves a number alone without a mask", () => expect(masked("13800138000", undefined)).toBe("13800138000"));
