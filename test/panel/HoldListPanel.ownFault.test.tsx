import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { en } from "../../src/index.js";
import type * as PanelBodyModule from "../../src/panel/PanelBody.js";
import { holdThree } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { renderPanel } from "../support/renderPanel.js";
import { button, expectShown, heading, panel, rows } from "../support/screen.js";

const body = vi.hoisted(() => ({ isBroken: false }));

vi.mock("../../src/panel/PanelBody.js", async (original) => {
  const { PanelBody } = await original<typeof PanelBodyModule>();
  return {
    PanelBody: (props: Parameters<typeof PanelBody>[0]) => {
      if (body.isBroken) throw new Error("A fault of the library.");
      return PanelBody(props);
    },
  };
});

beforeEach(() => {
  body.isBroken = true;
  // React reports to the console what a boundary caught.
  vi.mocked(console.error).mockImplementation(() => {});
});
afterEach(() => void vi.mocked(console.error).mockClear());

it("shows a fault inside its own box, and draws the list again on Retry", async () => {
  const { user } = await renderPanel({
    before: holdThree,
    page: (panel) => (
      <>
        <p>Host's page</p>
        {panel}
      </>
    ),
  });
  const alert = () => screen.getByRole("alert");
  expectShown("Host's page");
  expect(panel()).toHaveAccessibleName(en.heading);
  expect(alert()).toHaveTextContent(en.panelFailed);
  expect(screen.queryByRole("listitem")).toBeNull();

  await user.click(button(en.retry));
  expect(alert()).toHaveTextContent(en.panelFailed);
  expect(heading()).toHaveFocus();

  body.isBroken = false;
  await user.click(button(en.retry));
  expect(rows()).toHaveLength(3);
  expect(heading()).toHaveFocus();
  await passTime(10_000);
  expect(rows()).toHaveLength(3);
});
