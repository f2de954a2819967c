import { act, screen, within } from "@testing-library/react";
import { expect, it, onTestFinished } from "vitest";
import { en, maskNumber, retrieve, zhCN } from "../../src/index.js";
import { agentId, colleague, holdThree, incoming, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { renderPanel } from "../support/renderPanel.js";
import { button, detailsButton, expectShown, queryButton, recordAnnouncements, rows } from "../support/screen.js";

const reveal = () => button(en.reveal);
const revealFor = 5_000;
const revealed = () => screen.getAllByText("138 0013 8000");

/** Every number of the three calls, as received and as formatted. */
const whole = /13800138000|138 0013 8000|10086|70941|40038/;
const expectMasked = () => expect(document.documentElement.outerHTML).not.toMatch(whole);

it("never has a whole number on the page or in the storage while numbers are masked", async () => {
  const pages: string[] = [];
  const { simulator, session, user } = await renderPanel({ before: holdThree, props: { mask: maskNumber } });
  const observer = new MutationObserver(() => pages.push(document.documentElement.outerHTML));
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  onTestFinished(() => observer.disconnect());
  for (const suffix of ["996-2", "920-0", "311-5"]) await user.click(detailsButton(suffix));
  act(() => session.getState().setHeldSince(incoming.callId, Date.now() - 178_000));
  await passTime(5_000);
  simulator.endCall(agentId, colleague.callId);
  await passTime(4_000);
  expectShown(en.tooLong);
  simulator.order({ kind: "disconnect" });
  await passTime(8_000);
  expect(pages.length).toBeGreaterThan(10);
  for (const page of pages) expect(page).not.toMatch(whole);
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toMatch(whole);
});

it("shows masked numbers, and gives screen readers their last digits", async () => {
  const { user } = await renderPanel({ before: holdThree, props: { mask: maskNumber } });
  expect(rows()[0]).toHaveTextContent(/^•••• 8000number ending 8 0 0 0≥/);
  expect(screen.getByText("•••• 8000")).toHaveAttribute("aria-hidden", "true");
  await user.click(detailsButton("996-2"));
  const called = screen.getByText(en.called).parentElement ?? document.body;
  expect(within(called).getAllByText("•••• 8000")).toHaveLength(1);
  expectShown("•••• 0086");
  expect(queryButton(en.reveal)).toBeNull();
});

it("announces only the digits that the mask leaves", async () => {
  const { simulator } = await renderPanel({ props: { mask: maskNumber } });
  await passTime(5_000);
  const announced = recordAnnouncements();
  for (const caller of ["10086", "119"]) {
    simulator.holdCall(agentId, { callType: 0, caller, skill: "" });
    await passTime(5_000);
  }
  expect(announced).toEqual([`status: ${en.announceArrival("0 0 8 6", 1)}`, `status: ${en.announceChanges(1, 0, 2)}`]);
});

it("reveals a call's numbers for revealFor ms, keeps the focus, and hides them again", async () => {
  const { user } = await renderPanel({ before: holdThree, props: { mask: maskNumber, revealFor } });
  await user.click(detailsButton("996-2"));
  await user.click(reveal());
  expect(revealed()).toHaveLength(2);
  expectShown("10086");
  expect(reveal()).toHaveFocus();
  expect(reveal()).toHaveAttribute("aria-disabled", "true");
  expect(document.body).not.toHaveTextContent("70941");
  await passTime(4_990);
  expect(revealed()).toHaveLength(2);
  await passTime(10);
  expectMasked();
  expect(reveal()).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(revealed()).toHaveLength(2);
});

it("hides a revealed number at once when the host removes revealFor", async () => {
  const { user, show } = await renderPanel({ before: holdThree, props: { mask: maskNumber, revealFor } });
  await user.click(detailsButton("996-2"));
  await user.click(reveal());
  show({ mask: maskNumber });
  expectMasked();
  expect(queryButton(en.reveal)).toBeNull();
});

it("offers no reveal button while numbers are shown", async () => {
  const { user } = await renderPanel({ before: holdThree, props: { revealFor } });
  await user.click(detailsButton("996-2"));
  expect(queryButton(en.reveal)).toBeNull();
});

it("hides whole numbers when the host's mask throws", async () => {
  const mask = () => {
    throw new Error("No mask.");
  };
  const { simulator } = await renderPanel({ before: holdThree, props: { mask } });
  const announced = recordAnnouncements();
  await passTime(3_000);
  simulator.endCall(agentId, outgoing.callId);
  await passTime(5_000);
  expect(screen.getAllByText("••••")).toHaveLength(3);
  expect(screen.getAllByText(en.numberEnding(""))).toHaveLength(3);
  expect(announced).toEqual([`status: ${en.announceFirstList(3)}`, `status: ${en.announceChanges(0, 1, 2)}`]);
  expectMasked();
});

it("masks in Chinese, and follows the host's mask from one render to the next", async () => {
  const { user, show } = await renderPanel({ before: holdThree, props: { mask: maskNumber, labels: zhCN, revealFor } });
  expect(screen.getByText("尾号 8 0 0 0")).toBeInTheDocument();
  await user.click(button(zhCN.details("996-2")));
  expect(button(zhCN.reveal)).toBeVisible();
  show({});
  expect(revealed()).toHaveLength(2);
  show({ mask: maskNumber });
  expectMasked();
});

it("masks numbers in the gateway's messages, in the notice and in the outcome of an action", async () => {
  const fault = { kind: "retcode", retcode: "200-016", message: "caller 138 0013 8000 is not held (100-006)" } as const;
  const props = { mask: maskNumber, actions: [retrieve] };
  const { simulator, user } = await renderPanel({ before: holdThree, props });
  simulator.order({ ...fault, on: "retrieve" });
  await user.click(screen.getAllByRole("button", { name: /^Retrieve/ })[0] ?? document.body);
  await passTime(1_000);
  expectShown(en.code(fault.retcode, "caller •••• 8000 is not held (100-006)"));
  simulator.order({ ...fault, on: "holdList" });
  await passTime(20_000);
  expect(screen.getAllByText(/caller •••• 8000/).length).toBeGreaterThan(1);
  expectMasked();
});

it("hides numbers at once where a mask takes the place of one that hid none", async () => {
  const { show, simulator, container } = await renderPanel({ before: holdThree, props: { mask: (number) => number } });
  for (const { callId } of [incoming, outgoing, colleague]) simulator.endCall(agentId, callId);
  await passTime(2_500);
  simulator.order({ kind: "retcode", retcode: "100-007", message: "call of 13800138000 failed" });
  await passTime(4_500);
  expect(container).toHaveTextContent("13800138000"); // in the message; the calls have left
  show({ mask: (number) => maskNumber(number) });
  await passTime(10);
  expectMasked();
});

it.each([3_000_000_000, Infinity])(
  "keeps a number revealed for %d ms, which is longer than a timer can wait",
  async (ms) => {
    const { user } = await renderPanel({ before: holdThree, props: { mask: maskNumber, revealFor: ms } });
    await user.click(detailsButton("996-2"));
    await user.click(reveal());
    await passTime(60_000);
    expect(revealed().length).toBeGreaterThan(0);
  },
);
