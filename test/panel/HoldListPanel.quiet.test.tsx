import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { agentId, holdThree, listen, move, renderPanel } from "../support/renderPanel.js";

const attention = { long: 10_000, tooLong: 30_000 };
const firstRow = () => screen.getAllByRole("listitem")[0] ?? document.body;

it("offers nothing to quiet before a call is held long", async () => {
  await renderPanel({ before: holdThree, provider: { attention } });
  expect(screen.queryByRole("button", { name: /^Got it/ })).toBeNull();
  await move(10_000);
  expect(screen.getAllByRole("button", { name: /^Got it/ })).toHaveLength(3);
});

it("keeps an acknowledged call quiet until the next threshold, and only this one", async () => {
  const { user } = await renderPanel({ before: holdThree, provider: { attention } });
  await move(10_000);
  const button = within(firstRow()).getByRole("button", { name: /^Got it/ });
  await user.click(button);
  expect(button).toHaveTextContent("Seen");
  expect(button).toHaveAttribute("aria-pressed", "true");
  expect(button).toHaveFocus();
  expect(firstRow()).toHaveAttribute("data-acknowledgement", "acknowledged");
  expect(document.querySelectorAll("[data-acknowledgement]")).toHaveLength(1);
  await move(20_000);
  expect(document.querySelectorAll("[data-acknowledgement]")).toHaveLength(0);
  expect(screen.getByText("3 too long")).toBeVisible();
});

it("no longer counts a call that was acknowledged as too long", async () => {
  const { user } = await renderPanel({ before: holdThree, provider: { attention } });
  await move(30_000);
  expect(screen.getByText("3 too long")).toBeVisible();
  await user.click(within(firstRow()).getByRole("button", { name: /^Got it/ }));
  expect(screen.getByText("2 too long")).toBeVisible();
});

it("calls again a minute after it was put off, and says so", async () => {
  const { user } = await renderPanel({
    before: (simulator) => simulator.holdCall(agentId, { callId: "1501127996-2", callType: 0, caller: "13800138000" }),
    provider: { attention },
  });
  await move(31_000);
  await user.click(screen.getByRole("button", { name: "Details, call ID ending 996-2" }));
  await user.click(screen.getByRole("button", { name: "Remind me of 138 0013 8000, 996-2, in 1 minute" }));
  expect(screen.queryByText("1 too long")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Details, call ID ending 996-2" }));
  await move(4_000);
  const said = listen();
  await move(54_000);
  expect(screen.queryByText("1 too long")).toBeNull();
  expect(said).toEqual([]);
  await move(5_000);
  expect(screen.getByText("1 too long")).toBeVisible();
  expect(said).toEqual(["status: Call ending 8 0 0 0 on hold over 1 minute, too long."]);
});

it("remembers nothing of a call that has left, should it come back under its ID", async () => {
  const { user, simulator } = await renderPanel({ before: holdThree, provider: { attention } });
  await move(10_000);
  await user.click(within(firstRow()).getByRole("button", { name: /^Got it.*996-2/ }));
  await user.unhover(screen.getByRole("list"));
  simulator.endCall(agentId, "1501127996-2");
  await move(10_000);
  simulator.holdCall(agentId, { callId: "1501127996-2", callType: 0, caller: "13800138000" });
  await move(15_000);
  const row = screen.getByRole("button", { name: "Details, call ID ending 996-2" }).closest("li");
  expect(row).toHaveAttribute("data-attention", "long");
  expect(row).not.toHaveAttribute("data-acknowledgement");
});
