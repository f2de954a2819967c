import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { en, zhCN } from "../../src/index.js";
import { agentId, holdThree, incoming, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { type PanelOptions, renderPanel } from "../support/renderPanel.js";
import { recordAnnouncements, row, rows } from "../support/screen.js";

const banner = () => screen.getByRole("banner");
const levels = () => rows().map((each) => each.dataset.attention ?? "none");

/** Renders three calls, of which the outgoing one has been held for `heldFor` ms, and lets 5 s pass. */
async function renderHeld(heldFor: number, options: PanelOptions = {}) {
  const panel = await renderPanel({ before: holdThree, ...options });
  const holdSince = (ms: number, callId = outgoing.callId) =>
    act(() => panel.session.getState().setHeldSince(callId, Date.now() - ms));
  holdSince(heldFor);
  await passTime(5_000);
  return { ...panel, holdSince };
}

it("marks a long hold and a too long hold at the row, and counts the too long ones in the header", async () => {
  await renderHeld(50_000);
  await passTime(4_990);
  expect(row(outgoing)).not.toHaveAttribute("data-attention");
  expect(row(outgoing)).not.toHaveTextContent(en.longHold);
  await passTime(10);
  expect(row(outgoing)).toHaveAttribute("data-attention", "long");
  expect(within(row(outgoing)).getByText(en.longHold)).toBeVisible();
  expect(within(banner()).queryByText(/too long/)).toBeNull();
  await passTime(50_000);
  expect(row(incoming)).toHaveAttribute("data-attention", "long");
  await passTime(70_000);
  expect(row(outgoing)).toHaveAttribute("data-attention", "too-long");
  expect(within(row(outgoing)).getByText(en.tooLong)).toBeVisible();
  expect(row(outgoing)).not.toHaveTextContent(en.longHold);
  expect(within(banner()).getByText(en.tooLongCount(1))).toBeVisible();
});

it("uses the host's thresholds, per call if they are a function", async () => {
  const usual = { long: 6_000, tooLong: Infinity };
  await renderPanel({
    before: holdThree,
    provider: { attention: (call) => (call.skill === "voice" ? { long: 3_000, tooLong: 6_000 } : usual) },
  });
  await passTime(3_000);
  expect(levels()).toEqual(["none", "long", "none"]);
  await passTime(3_000);
  expect(levels()).toEqual(["long", "too-long", "long"]);
});

it("announces each crossing once", async () => {
  const { holdSince } = await renderHeld(50_000);
  const announced = recordAnnouncements();
  await passTime(40_000);
  expect(announced).toEqual([`status: ${en.announceLongHold("8 0 0 0", 60)}`]);
  announced.length = 0;
  holdSince(178_000);
  await passTime(30_000);
  expect(announced[0]).toBe(`status: ${en.announceTooLong("8 0 0 0", 180)}`);
  expect(announced.filter((each) => each.includes("8 0 0 0"))).toHaveLength(1);
});

it("announces several crossings of one moment in one sentence", async () => {
  await renderPanel({ before: holdThree });
  await passTime(5_000);
  const announced = recordAnnouncements();
  await passTime(180_000);
  expect(announced).toEqual([`status: ${en.announceSeveralLong(3)}`, `status: ${en.announceSeveralTooLong(3)}`]);
});

it("announces a long hold together with a too long one", async () => {
  const { holdSince } = await renderHeld(170_000);
  holdSince(55_000, incoming.callId);
  await passTime(2_000);
  const announced = recordAnnouncements();
  await passTime(10_000);
  expect(announced).toEqual([`status: ${en.announceTooLong("8 0 0 0", 180)} ${en.announceLongHold("7 0 9 4 1", 60)}`]);
});

it("still marks and announces crossings while the list is in doubt", async () => {
  const { simulator } = await renderHeld(40_000);
  simulator.order({ kind: "disconnect" });
  await passTime(8_000);
  const announced = recordAnnouncements();
  await passTime(20_000);
  expect(row(outgoing)).toHaveAttribute("data-attention", "long");
  expect(announced).toContain(`status: ${en.announceLongHold("8 0 0 0", 60)}`);
});

it("removes the mark and the count of a departed call", async () => {
  const { simulator } = await renderHeld(200_000);
  expect(within(banner()).getByText(en.tooLongCount(1))).toBeVisible();
  simulator.endCall(agentId, outgoing.callId);
  await passTime(2_010);
  expect(row(outgoing)).toHaveAttribute("data-left");
  expect(row(outgoing)).not.toHaveAttribute("data-attention");
  expect(row(outgoing)).not.toHaveTextContent(en.tooLong);
  expect(within(banner()).queryByText(/too long/)).toBeNull();
});

it("marks, times and announces in Chinese", async () => {
  const { holdSince } = await renderHeld(59_000, { props: { labels: zhCN } });
  const announced = recordAnnouncements();
  expect(within(row(outgoing)).getByText("保持较久")).toBeVisible();
  holdSince(180_000);
  await passTime(4_000);
  expect(within(row(outgoing)).getByText("保持超时")).toBeVisible();
  expect(within(banner()).getByText("1 个超时")).toBeVisible();
  expect(within(row(outgoing)).getByRole("timer")).toHaveTextContent("3:04已保持 3 分钟");
  expect(within(row(incoming)).getByRole("timer")).toHaveTextContent("已在保持，时长未知，首次查询到不足 1 分钟");
  expect(announced).toContain("status: 尾号 8 0 0 0 保持超过 3 分钟，已超时。");
});
