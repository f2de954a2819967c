import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { maskNumber } from "../../../src/panel/format/maskNumber.js";
import { ShownNumber } from "../../../src/panel/format/ShownNumber.js";
import { en } from "../../../src/panel/labels/en.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";

it.each([
  ["13800138000", en, "•••• 8000", en.numberEnding("8 0 0 0")],
  ["119", en, "••••", en.numberEnding("")],
  ["13800138000", zhCN, "•••• 8000", zhCN.numberEnding("8 0 0 0")],
  ["119", zhCN, "••••", zhCN.numberEnding("")],
])("hides the mask's bullets of %s from screen readers", (number, labels, shown, spoken) => {
  const { container } = render(<ShownNumber number={number} mask={maskNumber} labels={labels} />);
  expect(container.querySelector("[aria-hidden=true]")).toHaveTextContent(shown);
  expect(container.querySelector(".hlp-hidden")?.textContent).toBe(spoken);
  expect(container.outerHTML).not.toContain(number);
});

it.each([[maskNumber], [undefined]])("says that a number is withheld, masked or not", (mask) => {
  const { container } = render(<ShownNumber number="" mask={mask} labels={en} />);
  expect(container.textContent).toBe(en.noNumber);
});
