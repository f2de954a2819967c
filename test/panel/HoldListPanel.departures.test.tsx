import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { en, zhCN } from "../../src/index.js";
import { agentId, colleague, holdThree, incoming, newcomer, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { sendEvent } from "../support/desktop.js";
import { renderPanel } from "../support/renderPanel.js";
import { expectAbsent, list, row, rows } from "../support/screen.js";

const arrived = { name: newcomer.caller };

it("keeps the row of a departed call in its place for 5 s, and does not count it", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.endCall(agentId, incoming.callId);
  await passTime(2_000);
  expect(rows()).toHaveLength(3);
  expect(rows()[1]).toHaveTextContent(/^709410:02Off hold…920-0voice/);
  expect(rows()[1]).toHaveAttribute("data-left", "unknown");
  expect(screen.getByText(en.count(2))).toBeInTheDocument();
  await passTime(4_999);
  expect(rows()).toHaveLength(3);
  await passTime(1);
  expect(rows()).toHaveLength(2);
  expectAbsent("70941");
});

it("freezes the time of a departed call", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  await passTime(10_000);
  simulator.endCall(agentId, incoming.callId);
  await passTime(2_010);
  expect(within(row(incoming)).queryByRole("timer")).toBeNull();
  expect(row(incoming)).toHaveTextContent(/^709410:12/);
  await passTime(3_000);
  expect(row(incoming)).toHaveTextContent(/^709410:12/);
  expect(row(colleague)).toHaveTextContent("0:15");
});

it.each([
  [outgoing, "AgentEvent_Customer_Release", "customer-hung-up"],
  [colleague, "AgentEvent_Customer_Release", "other-party-hung-up"],
  [incoming, "AgentEvent_Talking", "retrieved"],
  [incoming, "AgentEvent_Call_Release", "unknown"],
] as const)("explains the departure of $name after %s as %s", async (call, eventType, reason) => {
  const { simulator, session, show } = await renderPanel({ before: holdThree });
  await passTime(2_000);
  simulator.endCall(agentId, call.callId);
  sendEvent(session, eventType, { callid: call.callId });
  await passTime(500);
  expect(row(call)).toHaveTextContent(en.leftBecause[reason]);
  show({ labels: zhCN });
  expect(row(call)).toHaveTextContent(zhCN.leftBecause[reason]);
  expect(row(call)).not.toHaveTextContent(en.leftBecause[reason]);
});

it("corrects the reason when the event comes after the list", async () => {
  const { simulator, session } = await renderPanel({ before: holdThree });
  simulator.endCall(agentId, outgoing.callId);
  await passTime(2_010);
  expect(row(outgoing)).toHaveTextContent(en.leftBecause.unknown);
  sendEvent(session, "AgentEvent_Customer_Release", { callid: outgoing.callId });
  expect(row(outgoing)).toHaveTextContent(en.leftBecause["customer-hung-up"]);
});

it("never shows the row of a departing call without its time", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.endCall(agentId, incoming.callId);
  const without: string[] = [];
  new MutationObserver(() => {
    for (const one of rows()) if (one.querySelector(".hlp-time") === null) without.push(one.textContent ?? "");
  }).observe(list(), { childList: true, subtree: true, attributes: true });
  await passTime(2_010);
  expect(row(incoming)).toHaveAttribute("data-left");
  expect(without).toEqual([]);
});

it("marks an arrived call for a moment, and no call of the first list", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  for (const each of rows()) expect(each).not.toHaveAttribute("data-arrived");
  simulator.holdCall(agentId, newcomer);
  await passTime(2_010);
  expect(rows().filter((each) => each.hasAttribute("data-arrived"))).toEqual([row(arrived)]);
  await passTime(3_000);
  expect(row(arrived)).not.toHaveAttribute("data-arrived");
});

it("sorts by the host's order, longest held first by default", async () => {
  const { simulator, session, show } = await renderPanel({ before: holdThree });
  act(() => session.getState().setHeldSince(colleague.callId, Date.now() - 60_000));
  simulator.holdCall(agentId, newcomer);
  await passTime(2_010);
  const numbers = () => rows().map((each) => each.querySelector(".hlp-number")?.textContent);
  const longestFirst = ["40038", "138 0013 8000", "70941", "70999"];
  expect(numbers()).toEqual(longestFirst);
  show({ order: "newest-first" });
  expect(numbers()).toEqual([...longestFirst].reverse());
  show({ order: "gateway" });
  expect(numbers()).toEqual(["138 0013 8000", "70941", "40038", "70999"]);
  show({});
  expect(numbers()).toEqual(longestFirst);
});

it("shows and explains how certain each hold time is", async () => {
  const { simulator, session, user } = await renderPanel({ before: holdThree, provider: { pollInterval: 4_000 } });
  simulator.holdCall(agentId, newcomer);
  await passTime(4_010);
  act(() => session.getState().setHeldSince(colleague.callId, Date.now() - 60_000));
  const timer = (call: { name: string }) => within(row(call)).getByRole("timer");
  expect(timer(outgoing)).toHaveTextContent(/^≥0:04/);
  expect(timer(arrived)).toHaveTextContent(/^~0:02/);
  expect(timer(colleague)).toHaveTextContent(/^1:00on hold 1 minute$/);

  for (const details of screen.getAllByRole("button", { name: /^Details/ })) await user.click(details);
  const reasons = screen.getAllByText(en.onHold, { selector: "dt" }).map((term) => term.nextElementSibling);
  const atLeast = en.heldSince("10:42:07", { kind: "at-least" });
  const exact = en.heldSince("10:41:11", { kind: "exact" });
  expect(reasons.map((reason) => reason?.textContent)).toEqual([
    expect.stringContaining(exact),
    atLeast,
    atLeast,
    en.heldSince("10:42:09", { kind: "observed", gap: 4_000 }),
  ]);
  expect(screen.queryByTitle(exact)).toBeNull();
  await user.hover(timer(colleague));
  expect(screen.getByTitle(exact)).toBeVisible();
});
