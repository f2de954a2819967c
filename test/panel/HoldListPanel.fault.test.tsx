import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { en, type HeldCall } from "../../src/index.js";
import { gatewayOf } from "../support/hostileHost.js";
import { renderPanel } from "../support/renderPanel.js";

let isBroken = true;
const callWithFault = {
  callId: "1501127996-1",
  callType: 0,
  caller: "13800138000",
  called: "10086",
  get skill(): string {
    if (isBroken) throw new Error("A fault in a row.");
    return "";
  },
} satisfies HeldCall;

// React reports caught errors to the console.
beforeEach(() => void vi.mocked(console.error).mockImplementation(() => {}));
afterEach(() => void vi.mocked(console.error).mockClear());

it("shows a fault inside the panel's box and recovers on retry", async () => {
  const { user } = await renderPanel({
    provider: { gateway: gatewayOf(() => Promise.resolve({ calls: [callWithFault], unreadable: [] })) },
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
  expect(screen.getAllByRole("listitem")).toHaveLength(1);
  expect(screen.getByRole("heading", { name: en.heading })).toHaveFocus();
});
