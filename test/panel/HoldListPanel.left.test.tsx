import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { type AgentSessionStore, zhCN } from "../../src/index.js";
import { agentId, holdThree, move, renderPanel } from "../support/renderPanel.js";

const rows = () => screen.getAllByRole("listitem");
const row = (number: string) => {
  const one = rows().find((each) => each.textContent?.startsWith(number));
  if (one === undefined) throw new Error(`no row of ${number}`);
  return one;
};
/** An event as the host's event poll brings it. */
const tell = (session: AgentSessionStore, eventType: string, callid: string) =>
  act(() =>
    session.getState().applyAgentEvent({
      message: "",
      retcode: "0",
      event: { eventType, workNo: agentId, eventGenTime: Date.now(), content: { callid } },
    }),
  );

it("shows a call that left in its old place for 5 s, and counts it no more", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.endCall(agentId, "1501127920-0");
  await move(2_010);
  expect(rows()).toHaveLength(3);
  expect(rows()[1]).toHaveTextContent(/^70941No longer on hold…920-0voice/);
  expect(rows()[1]).toHaveAttribute("data-left", "unknown");
  expect(screen.getByText("2 calls")).toBeInTheDocument();
  await move(4_750);
  expect(rows()).toHaveLength(3);
  await move(250);
  expect(rows()).toHaveLength(2);
  expect(screen.queryByText("70941")).toBeNull();
});

it("stops the timer of a call that has left at what it was", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  await move(10_000);
  simulator.endCall(agentId, "1501127920-0");
  await move(2_010);
  expect(within(row("70941")).queryByRole("timer")).toBeNull();
  expect(row("70941")).toHaveTextContent(/0:12$/);
  await move(3_000);
  expect(row("70941")).toHaveTextContent(/0:12$/);
  expect(row("40038")).toHaveTextContent("0:15");
});

it.each([
  ["1501127996-2", "138 0013 8000", "AgentEvent_Customer_Release", "Customer hung up", "客户已挂断"],
  ["1501128311-5", "40038", "AgentEvent_Customer_Release", "Other party hung up", "对方已挂断"],
  ["1501127920-0", "70941", "AgentEvent_Talking", "Retrieved", "已取消保持"],
  ["1501127920-0", "70941", "AgentEvent_Call_Release", "No longer on hold", "已不在保持中"],
])("says of %s (%s) after %s: %s", async (callId, number, eventType, english, chinese) => {
  const { simulator, session, show } = await renderPanel({ before: holdThree });
  await move(2_000);
  simulator.endCall(agentId, callId);
  tell(session, eventType, callId);
  await move(500);
  expect(row(number)).toHaveTextContent(english);
  show({ labels: zhCN });
  expect(row(number)).toHaveTextContent(chinese);
  expect(row(number)).not.toHaveTextContent(english);
});

it("says it when the event comes after the list", async () => {
  const { simulator, session } = await renderPanel({ before: holdThree });
  simulator.endCall(agentId, "1501127996-2");
  await move(2_010);
  expect(row("138 0013 8000")).toHaveTextContent("No longer on hold");
  tell(session, "AgentEvent_Customer_Release", "1501127996-2");
  expect(row("138 0013 8000")).toHaveTextContent("Customer hung up");
});

it("never shows the row of a call that leaves without its time", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.endCall(agentId, "1501127920-0");
  const without: string[] = [];
  new MutationObserver(() => {
    for (const one of rows()) if (one.querySelector(".hlp-time") === null) without.push(one.textContent ?? "");
  }).observe(screen.getByRole("list"), { childList: true, subtree: true, attributes: true });
  await move(2_010);
  expect(row("70941")).toHaveAttribute("data-left");
  expect(without).toEqual([]);
});

it("marks a call that came a moment ago, and none of the first list", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  for (const each of rows()) expect(each).not.toHaveAttribute("data-arrived");
  simulator.holdCall(agentId, { callId: "7-7", callType: 0, caller: "70999", skill: "" });
  await move(2_010);
  expect(rows().filter((each) => each.hasAttribute("data-arrived"))).toEqual([row("70999")]);
  await move(3_000);
  expect(row("70999")).not.toHaveAttribute("data-arrived");
});

it("stands calls in the order that the host wants, longest on hold first by itself", async () => {
  const { simulator, session, show } = await renderPanel({ before: holdThree });
  act(() => session.getState().setHeldSince("1501128311-5", Date.now() - 60_000));
  simulator.holdCall(agentId, { callId: "7-7", callType: 0, caller: "70999", skill: "" });
  await move(2_010);
  const numbers = () => rows().map((each) => each.querySelector(".hlp-number")?.textContent);
  expect(numbers()).toEqual(["40038", "138 0013 8000", "70941", "70999"]);
  show({ order: "newest-first" });
  expect(numbers()).toEqual(["70999", "70941", "138 0013 8000", "40038"]);
  show({ order: "gateway" });
  expect(numbers()).toEqual(["138 0013 8000", "70941", "40038", "70999"]);
  show({});
  expect(numbers()[0]).toBe("40038");
});

it("says how well each time is known: at least, about, or to the second", async () => {
  const { simulator, session, user } = await renderPanel({
    before: holdThree,
    provider: { pollInterval: 4_000 },
  });
  simulator.holdCall(agentId, { callId: "7-7", callType: 0, caller: "70999", skill: "" });
  await move(4_010);
  act(() => session.getState().setHeldSince("1501128311-5", Date.now() - 60_000));
  expect(within(row("138 0013 8000")).getByRole("timer")).toHaveTextContent(/^≥0:04/);
  expect(within(row("70999")).getByRole("timer")).toHaveTextContent(/^~0:02/);
  expect(within(row("40038")).getByRole("timer")).toHaveTextContent(/^1:00on hold 1 minute$/);

  for (const button of screen.getAllByRole("button", { name: /^Details/ })) await user.click(button);
  const why = screen.getAllByText("On hold", { selector: "dt" }).map((term) => term.nextElementSibling?.textContent);
  expect(why).toEqual([
    expect.stringMatching(/^On hold since 10:41:11\./),
    "Already on hold when first seen at 10:42:07; the true time may be longer.",
    "Already on hold when first seen at 10:42:07; the true time may be longer.",
    "On hold since about 10:42:09: it appeared between two looks 4 s apart.",
  ]);
  expect(screen.getByTitle("On hold since 10:41:11.")).toBeVisible();
});
