import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { en } from "../../../src/panel/labels/en.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";
import { masked, maskNumber, ShownNumber } from "../../../src/panel/format/ShownNumber.js";

it("keeps the last four digits, and none of a number that is no longer", () => {
  expect(maskNumber("13800138000")).toBe("•••• 8000");
  expect(maskNumber("10086")).toBe("•••• 0086");
  expect(maskNumber("8000")).toBe("••••");
  expect(maskNumber("7")).toBe("••••");
});

it("hides all where the host's mask throws, and nothing where there is no number", () => {
  const broken = () => {
    throw new Error("No mask.");
  };
  expect(masked("13800138000", broken)).toBe("••••");
  expect(masked("", broken)).toBe("");
  expect(masked("13800138000", undefined)).toBe("13800138000");
});

it.each([
  ["13800138000", en, "•••• 8000", "number ending 8 0 0 0"],
  ["119", en, "••••", "hidden number"],
  ["13800138000", zhCN, "•••• 8000", "尾号 8 0 0 0"],
  ["119", zhCN, "••••", "号码已隐藏"],
])("says of %s what the mask leaves, and keeps its bullets silent", (number, labels, shown, said) => {
  const { container } = render(<ShownNumber number={number} mask={maskNumber} labels={labels} />);
  expect(container.querySelector("[aria-hidden=true]")).toHaveTextContent(shown);
  expect(container.querySelector(".hlp-hidden")?.textContent).toBe(said);
  expect(container.outerHTML).not.toContain(number);
});

it("says that a number is withheld, masked or not", () => {
  const { container, rerender } = render(<ShownNumber number="" mask={maskNumber} labels={en} />);
  expect(container).toHaveTextContent(/^No number$/);
  rerender(<ShownNumber number="" mask={undefined} labels={en} />);
  expect(container).toHaveTextContent(/^No number$/);
});
