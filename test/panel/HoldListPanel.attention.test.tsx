import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { zhCN } from "../../src/index.js";
import { holdThree, listen, move, renderPanel } from "../support/renderPanel.js";

const row = (number: string) => {
  const one = screen.getAllByRole("listitem").find((each) => each.textContent?.startsWith(number));
  if (one === undefined) throw new Error(`no row of ${number}`);
  return one;
};
const banner = () => screen.getByRole("banner");

/** Three calls, of which the customer's has been held for so long. */
async function renderHeld(heldFor: number, options: Parameters<typeof renderPanel>[0] = {}) {
  const panel = await renderPanel({ before: holdThree, ...options });
  const holdSince = (ms: number) => act(() => panel.session.getState().setHeldSince("1501127996-2", Date.now() - ms));
  holdSince(heldFor);
  await move(5_000);
  return { ...panel, holdSince };
}

it("tells a long hold and one that is too long by a mark and words, at the row and in the header", async () => {
  await renderHeld(50_000);
  expect(row("138 0013 8000")).not.toHaveAttribute("data-attention");
  await move(4_990);
  expect(row("138 0013 8000")).not.toHaveTextContent("Long hold");
  await move(10);
  expect(row("138 0013 8000")).toHaveAttribute("data-attention", "long");
  expect(within(row("138 0013 8000")).getByText("Long hold")).toBeVisible();
  expect(within(banner()).queryByText(/too long/)).toBeNull();
  await move(50_000);
  expect(row("70941")).toHaveAttribute("data-attention", "long");
  await move(70_000);
  expect(row("138 0013 8000")).toHaveAttribute("data-attention", "too-long");
  expect(within(row("138 0013 8000")).getByText("Too long")).toBeVisible();
  expect(row("138 0013 8000")).not.toHaveTextContent("Long hold");
  expect(within(banner()).getByText("1 too long")).toBeVisible();
});

it("takes thresholds from the host, of all calls or of each", async () => {
  await renderPanel({
    before: holdThree,
    provider: {
      attention: (call) =>
        call.skill === "voice" ? { long: 3_000, tooLong: 6_000 } : { long: 6_000, tooLong: Infinity },
    },
  });
  await move(3_000);
  const levels = () => screen.getAllByRole("listitem").map((each) => each.dataset.attention ?? "none");
  expect(levels()).toEqual(["none", "long", "none"]);
  await move(3_000);
  expect(levels()).toEqual(["long", "too-long", "long"]);
});

it("says each crossing once", async () => {
  const { holdSince } = await renderHeld(50_000);
  const said = listen();
  await move(40_000);
  expect(said).toEqual(["status: Call ending 8 0 0 0 on hold over 1 minute."]);
  said.length = 0;
  holdSince(178_000);
  await move(30_000);
  expect(said[0]).toBe("status: Call ending 8 0 0 0 on hold over 3 minutes, too long.");
  expect(said.filter((each) => each.includes("8 0 0 0"))).toHaveLength(1);
});

it("says several crossings of one moment in one sentence", async () => {
  await renderPanel({ before: holdThree });
  await move(5_000);
  const said = listen();
  await move(180_000);
  expect(said).toEqual(["status: 3 calls on hold long.", "status: 3 calls on hold too long."]);
});

it("says a long hold beside one that is too long", async () => {
  const { session } = await renderHeld(170_000);
  act(() => session.getState().setHeldSince("1501127920-0", Date.now() - 55_000));
  await move(2_000);
  const said = listen();
  await move(10_000);
  expect(said).toEqual([
    "status: Call ending 8 0 0 0 on hold over 3 minutes, too long. Call ending 7 0 9 4 1 on hold over 1 minute.",
  ]);
});

it("goes on minding the time of a list in doubt, and says so", async () => {
  const { simulator } = await renderHeld(40_000);
  simulator.order({ kind: "disconnect" });
  await move(8_000);
  const said = listen();
  await move(20_000);
  expect(row("138 0013 8000")).toHaveAttribute("data-attention", "long");
  expect(said).toContain("status: Call ending 8 0 0 0 on hold over 1 minute.");
});

it("has no mark on a call that has left, and none of it in the header", async () => {
  const { simulator } = await renderHeld(200_000);
  expect(within(banner()).getByText("1 too long")).toBeVisible();
  simulator.endCall("291", "1501127996-2");
  await move(2_010);
  expect(row("138 0013 8000")).toHaveAttribute("data-left");
  expect(row("138 0013 8000")).not.toHaveAttribute("data-attention");
  expect(row("138 0013 8000")).not.toHaveTextContent("Too long");
  expect(within(banner()).queryByText(/too long/)).toBeNull();
});

it("speaks Chinese", async () => {
  const { holdSince } = await renderHeld(59_000, { props: { labels: zhCN } });
  const said = listen();
  expect(within(row("138 0013 8000")).getByText("保持较久")).toBeVisible();
  holdSince(180_000);
  await move(4_000);
  expect(within(row("138 0013 8000")).getByText("保持过久")).toBeVisible();
  expect(within(banner()).getByText("1 个过久")).toBeVisible();
  expect(within(row("138 0013 8000")).getByRole("timer")).toHaveTextContent("3:04已保持 3 分钟");
  expect(within(row("70941")).getByRole("timer")).toHaveTextContent("已在保持中，首次看到不到 1 分钟");
  expect(said).toContain("status: 尾号 8 0 0 0 保持超过 3 分钟，过久。");
});
