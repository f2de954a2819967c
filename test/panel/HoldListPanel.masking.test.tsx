import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { maskNumber, zhCN } from "../../src/index.js";
import { agentId, holdThree, listen, move, renderPanel } from "../support/renderPanel.js";

const details = (suffix: string) => screen.getByRole("button", { name: `Details, call ID ending ${suffix}` });
const reveal = () => screen.getByRole("button", { name: "Show number" });

/** Every number of the three calls, as it came and as it is written. */
const whole = /13800138000|138 0013 8000|10086|70941|40038/;

it("has no whole number anywhere on the page while numbers are masked", async () => {
  const pages: string[] = [];
  const { simulator, session, user } = await renderPanel({ before: holdThree, props: { mask: maskNumber } });
  new MutationObserver(() => pages.push(document.documentElement.outerHTML)).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  for (const suffix of ["996-2", "920-0", "311-5"]) await user.click(details(suffix));
  act(() => session.getState().setHeldSince("1501127920-0", Date.now() - 178_000));
  await move(5_000);
  simulator.endCall(agentId, "1501128311-5");
  await move(4_000);
  expect(screen.getByText("Too long")).toBeVisible();
  simulator.order({ kind: "disconnect" });
  await move(8_000);
  expect(pages.length).toBeGreaterThan(10);
  for (const page of pages) expect(page).not.toMatch(whole);
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toMatch(whole);
});

it("shows and reads what the mask leaves", async () => {
  const { user } = await renderPanel({ before: holdThree, props: { mask: maskNumber } });
  expect(screen.getAllByRole("listitem")[0]).toHaveTextContent(/^•••• 8000number ending 8 0 0 0Outgoing/);
  expect(screen.getByText("•••• 8000")).toHaveAttribute("aria-hidden", "true");
  await user.click(details("996-2"));
  expect(within(screen.getByText("Called").parentElement ?? document.body).getAllByText("•••• 8000")).toHaveLength(1);
  expect(screen.getByText("•••• 0086")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Show number" })).toBeNull();
});

it("says no more than the mask leaves", async () => {
  const { simulator } = await renderPanel({ props: { mask: maskNumber } });
  await move(5_000);
  const said = listen();
  simulator.holdCall(agentId, { callId: "7-7", callType: 0, caller: "10086", skill: "" });
  await move(5_000);
  simulator.holdCall(agentId, { callId: "8-8", callType: 0, caller: "119", skill: "" });
  await move(5_000);
  expect(said).toEqual(["status: Call ending 0 0 8 6 on hold. 1 on hold.", "status: 1 new. 2 on hold."]);
});

it("shows a call's numbers for a while on demand, keeps the focus, and hides them again", async () => {
  const { user } = await renderPanel({ before: holdThree, props: { mask: maskNumber, revealFor: 5_000 } });
  await user.click(details("996-2"));
  await user.click(reveal());
  expect(screen.getAllByText("138 0013 8000")).toHaveLength(2);
  expect(screen.getByText("10086")).toBeVisible();
  expect(reveal()).toHaveFocus();
  expect(reveal()).toHaveAttribute("aria-disabled", "true");
  expect(document.body).not.toHaveTextContent("70941");
  await move(4_990);
  expect(screen.getAllByText("138 0013 8000")).toHaveLength(2);
  await move(10);
  expect(document.documentElement.outerHTML).not.toMatch(whole);
  expect(reveal()).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(screen.getAllByText("138 0013 8000")).toHaveLength(2);
});

it("hides at once what is revealed when the host no longer allows it", async () => {
  const { user, show } = await renderPanel({ before: holdThree, props: { mask: maskNumber, revealFor: 5_000 } });
  await user.click(details("996-2"));
  await user.click(reveal());
  show({ mask: maskNumber });
  expect(document.documentElement.outerHTML).not.toMatch(whole);
  expect(screen.queryByRole("button", { name: "Show number" })).toBeNull();
});

it("has nothing to reveal where numbers are shown", async () => {
  const { user } = await renderPanel({ before: holdThree, props: { revealFor: 5_000 } });
  await user.click(details("996-2"));
  expect(screen.queryByRole("button", { name: "Show number" })).toBeNull();
});

it("hides numbers whole where the host's mask throws", async () => {
  const mask = () => {
    throw new Error("No mask.");
  };
  const { container, simulator } = await renderPanel({ before: holdThree, props: { mask } });
  const said = listen();
  await move(3_000);
  simulator.endCall(agentId, "1501127996-2");
  await move(5_000);
  expect(screen.getAllByText("••••")).toHaveLength(3);
  expect(screen.getAllByText("hidden number")).toHaveLength(3);
  expect(said).toEqual(["status: 3 calls on hold.", "status: 1 left. 2 on hold."]);
  expect(container.outerHTML).not.toMatch(whole);
});

it("masks and shows in Chinese, and from one render to the next", async () => {
  const { user, show } = await renderPanel({
    before: holdThree,
    props: { mask: maskNumber, labels: zhCN, revealFor: 1_000 },
  });
  expect(screen.getByText("尾号 8 0 0 0")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "详情，呼叫 ID 尾号 996-2" }));
  expect(screen.getByRole("button", { name: "显示号码" })).toBeVisible();
  show({});
  expect(screen.getAllByText("138 0013 8000")).toHaveLength(2);
  show({ mask: maskNumber });
  expect(document.documentElement.outerHTML).not.toMatch(whole);
});
