import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { en } from "../../src/index.js";
import { holdThree, renderPanel } from "../support/renderPanel.js";

let isBroken = true;
vi.mock(import("../../src/panel/rows/HeldCallList.js"), async (importOriginal) => {
  const { HeldCallList } = await importOriginal();
  return {
    HeldCallList: (props) => {
      if (isBroken) throw new Error("A fault of the panel.");
      return HeldCallList(props);
    },
  };
});

// React reports caught errors to the console.
beforeEach(() => void vi.mocked(console.error).mockImplementation(() => {}));
afterEach(() => void vi.mocked(console.error).mockClear());

it("shows a fault inside the panel's box and recovers on retry", async () => {
  const { user } = await renderPanel({
    before: holdThree,
    page: (panel) => (
      <>
        <p>Host</p>
        {panel}
      </>
    ),
  });
  const retry = () => user.click(screen.getByRole("button", { name: en.retry }));
  expect(screen.getByText("Host")).toBeVisible();
  expect(screen.getByRole("region", { name: en.heading })).toBeVisible();
  expect(screen.getByRole("alert")).toHaveTextContent(en.panelFailed);
  expect(screen.queryByRole("listitem")).toBeNull();

  await retry();
  expect(screen.getByRole("alert")).toHaveTextContent(en.panelFailed);
  expect(screen.getByRole("heading", { name: en.heading })).toHaveFocus();

  isBroken = false;
  await retry();
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  expect(screen.getByRole("heading", { name: en.heading })).toHaveFocus();
});
