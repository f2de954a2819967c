import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { enActions, zhCN, zhCNActions } from "../../src/index.js";
import { agentId, incoming, orderFault, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { sendEvent } from "../support/desktop.js";
import { type ActingOptions, type ActionFault, renderActing, renderWithFault } from "../support/renderActing.js";
import { buttonIn, focusVisibly, recordAnnouncements, row } from "../support/screen.js";

const { retrieve } = enActions;
const gone = "Off hold";
const provider = { pollInterval: 30_000 };
const retrieveIt = `Retrieve ${outgoing.name}`;
const busyName = `${retrieve.busy} ${outgoing.name}`;
const retrieveOther = `Retrieve ${incoming.name}`;

const slow = { kind: "latency", delay: 1_000 } as const;
const refused = { kind: "retcode", retcode: "200-016" } as const;

describe("a pressed action", () => {
  it("sends one request, for the call of its row", async () => {
    const { press, sent } = await renderActing();
    await press(retrieveOther);
    await passTime(12_000);
    expect(sent()).toEqual([`retrieve ${incoming.callId}`]);
  });

  it("is done when the list confirms it, and shows Retrieved only after the Talking event", async () => {
    const { press, reports, session } = await renderActing();
    await press(retrieveIt);
    expect(row(outgoing)).toHaveTextContent(gone);
    expect(row(outgoing)).not.toHaveTextContent("Retrieved");
    sendEvent(session, "AgentEvent_Talking", { callid: outgoing.callId });
    expect(row(outgoing)).toHaveTextContent("Retrieved");
    expect(reports).toEqual([
      [outgoing.callId, { kind: "started", action: "retrieve" }],
      [outgoing.callId, { kind: "confirmed", action: "retrieve", after: 0 }],
    ]);
  });

  it("keeps its button, its place and the focus while it is busy", async () => {
    const { press, button } = await renderWithFault(slow);
    const pressed = button(retrieveIt);
    await press(retrieveIt);
    expect(button(busyName)).toBe(pressed);
    expect(pressed).toHaveFocus();
    expect(pressed).toHaveAttribute("aria-disabled", "true");
    expect(pressed).not.toHaveAttribute("disabled");
    await passTime(1_250);
    expect(row(outgoing)).toHaveTextContent(gone);
    expect(pressed).not.toBeInTheDocument();
  });

  it("moves by the arrow keys from the buttons of its outcome to the same action of another row, and back", async () => {
    const { press, user } = await renderWithFault(refused);
    await press(retrieveIt);
    expect(buttonIn(outgoing, enActions.dismiss)).toHaveFocus();
    await user.keyboard("{ArrowDown}");
    expect(buttonIn(incoming, retrieve.label)).toHaveFocus();
    await user.keyboard("{ArrowUp}");
    expect(buttonIn(outgoing, enActions.dismiss)).toHaveFocus();
  });

  it("passes the focus of its outcome's buttons to the same action of the next row when the call leaves", async () => {
    const { press, simulator } = await renderWithFault(refused);
    await press(retrieveIt);
    focusVisibly(buttonIn(outgoing, enActions.dismiss));
    simulator.endCall(agentId, outgoing.callId);
    await passTime(5_000);
    expect(buttonIn(incoming, retrieve.label)).toHaveFocus();
  });

  it("is sent once on a double click, and not again while Enter is held down", async () => {
    const { user, button, sent } = await renderWithFault({ kind: "silence" });
    await user.dblClick(button(retrieveIt));
    await user.keyboard("{Enter>5/}");
    await passTime(500);
    expect(sent()).toEqual([`retrieve ${outgoing.callId}`]);
  });

  it("blocks the voice actions of other calls until it has ended, and says why", async () => {
    const { press, button, sent, user } = await renderWithFault(slow);
    await press(retrieveIt);
    const other = button(retrieveOther);
    expect(other).toHaveAttribute("aria-disabled", "true");
    expect(other).toHaveAccessibleDescription(retrieve.othersWait ?? "missing");
    await press(retrieveOther);
    expect(other).toHaveFocus();
    expect(sent()).toHaveLength(1);
    await user.click(buttonIn(incoming, enActions.moreActions));
    const [threeParty, , hangUp] = screen.getAllByRole("menuitem");
    expect(threeParty).toHaveTextContent(retrieve.othersWait ?? "missing");
    expect(hangUp).toHaveAttribute("aria-disabled", "false");
    await user.keyboard("{Escape}");
    await passTime(1_250);
    expect(other).toHaveAttribute("aria-disabled", "false");
    await press(retrieveOther);
    expect(sent()).toEqual([`retrieve ${outgoing.callId}`, `retrieve ${incoming.callId}`]);
  });

  it("runs beside an action of another call that does not move the voice path", async () => {
    const { press, choose, sent } = await renderActing({ before: orderFault({ ...slow, on: "any" }) });
    await passTime(1_250);
    await press(retrieveIt);
    await choose(enActions.hangUp.label, incoming);
    await press(enActions.hangUp.label);
    await passTime(4_000);
    expect([...sent()].sort()).toEqual([`drop ${incoming.callId}`, `retrieve ${outgoing.callId}`]);
    expect(row(incoming)).toHaveTextContent(enActions.hangUp.done ?? "missing");
  });
});

describe("before it sends, an action", () => {
  it("reads a list that is older than 2 s, and sends nothing if the call has left", async () => {
    const { simulator, press, sent, reads, reports } = await renderActing({ provider });
    await passTime(2_250);
    expect(reads()).toBe(1);
    simulator.endCall(agentId, outgoing.callId);
    await press(retrieveIt);
    expect(reads()).toBe(2);
    expect(sent()).toEqual([]);
    expect(row(outgoing)).toHaveTextContent(enActions.goneBefore);
    expect(reports).toEqual([[outgoing.callId, { kind: "failed", action: "retrieve", code: "off-hold" }]]);
  });

  it.each([
    [2_000, ["holdList", "retrieve", "holdList"]],
    [2_250, ["holdList", "holdList", "retrieve", "holdList"]],
  ])("reads the list only if it is older than 2 s: %i ms", async (age, operations) => {
    const { simulator, press } = await renderActing({ provider });
    await passTime(age);
    await press(retrieveIt);
    expect(simulator.requests.map(({ operation }) => operation)).toEqual(operations);
  });
});

describe("an accepted action", () => {
  it("reads the list at once and then every second, and tells how long it took", async () => {
    const { press, reads, reports, session } = await renderWithFault({ kind: "doneLate", after: 5_500 }, { provider });
    await press(retrieveIt);
    expect(reads()).toBe(2);
    await passTime(1_999);
    expect(row(outgoing)).not.toHaveTextContent("Accepted");
    await passTime(1);
    expect(row(outgoing)).toHaveTextContent(enActions.accepted);
    await passTime(3_000);
    expect(reads()).toBe(7);
    await passTime(1_250);
    expect(row(outgoing)).toHaveTextContent(`${gone} after 6 s`);
    expect(reads()).toBe(8);
    sendEvent(session, "AgentEvent_Talking", { callid: outgoing.callId });
    expect(row(outgoing)).toHaveTextContent("Retrieved after 6 s");
    expect(reports.at(-1)?.[1]).toEqual({ kind: "confirmed", action: "retrieve", after: 6_000 });
    await passTime(4_000);
    expect(reads()).toBe(9); // for the event, and none for the action
  });

  it("reports after 10 s that the call is still on hold, and offers another attempt", async () => {
    const { press, sent, reports } = await renderWithFault({ kind: "notDone", times: 1 });
    await press(retrieveIt);
    await passTime(9_999);
    expect(row(outgoing)).not.toHaveTextContent(enActions.stillOnHold);
    await passTime(1);
    expect(row(outgoing)).toHaveTextContent(enActions.stillOnHold);
    expect(row(outgoing)).not.toHaveTextContent(gone);
    expect(reports.at(-1)?.[1]).toEqual({ kind: "failed", action: "retrieve", code: "not-confirmed" });
    await passTime(20_000);
    expect(sent()).toHaveLength(1);
    await press(enActions.tryAgain);
    expect(sent()).toHaveLength(2);
    expect(row(outgoing)).toHaveTextContent(gone);
    expect(row(outgoing)).not.toHaveTextContent("Accepted");
  });

  it("claims no later departure of the call as its own", async () => {
    const { press, simulator } = await renderWithFault({ kind: "notDone" });
    await press(retrieveIt);
    await passTime(10_000);
    simulator.endCall(agentId, outgoing.callId, "retrieved");
    await passTime(2_000);
    expect(row(outgoing)).toHaveTextContent(gone);
    expect(row(outgoing)).not.toHaveTextContent(/after 1|Accepted/);
  });
});

describe("a refused action", () => {
  it("counts 200-015 as neither success nor failure", async () => {
    const { press, simulator, reports } = await renderActing({ provider });
    simulator.endCall(agentId, outgoing.callId);
    await press(retrieveIt);
    expect(row(outgoing)).toHaveTextContent(enActions.alreadyOff);
    expect(row(outgoing)).not.toHaveTextContent(/Nothing was sent|Not |Retrieved|200-015/);
    expect(row(outgoing).querySelector("[data-outcome=bad]")).toBeNull();
    expect(reports.at(-1)?.[1]).toEqual({ kind: "failed", action: "retrieve", code: "200-015" });
  });

  // Which code has which text is a matter of test/panel/actions/rowOutcome.test.ts.
  it.each([
    ["200-016", enActions.notDoneState],
    ["999-999", enActions.notDone],
    ["100-006", enActions.notDoneSession],
    ["200-005", enActions.notDoneNoCurrentCall],
  ])("shows %s with the gateway's message until it is dismissed", async (retcode, text) => {
    const { press, button, sent } = await renderWithFault({ kind: "retcode", retcode, message: "wrong <b>state</b>" });
    await press(retrieveIt);
    await passTime(5_000);
    expect(row(outgoing)).toHaveTextContent(`${text}Code ${retcode}: wrong <b>state</b>`);
    expect(sent()).toHaveLength(1);
    await press(enActions.dismiss);
    expect(row(outgoing)).not.toHaveTextContent(retcode);
    expect(button(retrieveIt)).toHaveFocus();
    expect(button(retrieveIt)).toHaveAttribute("aria-disabled", "false");
  });

  it("keeps its text over polls and new labels, until the call leaves", async () => {
    const { press, simulator, show, props } = await renderWithFault(refused);
    await press(retrieveIt);
    await passTime(60_000);
    show({ ...props, labels: { heading: "Held" } });
    expect(row(outgoing)).toHaveTextContent("200-016");
    simulator.endCall(agentId, outgoing.callId);
    await passTime(2_250);
    expect(row(outgoing)).toHaveTextContent(gone);
    expect(row(outgoing)).not.toHaveTextContent("200-016");
  });
});

describe("an action without a usable answer", () => {
  it("is unknown after 10 s, is never sent again by itself, and can be checked without sending", async () => {
    const { press, sent, reports, button } = await renderWithFault({ kind: "silence" });
    await press(retrieveIt);
    await passTime(9_999);
    expect(button(busyName)).toBeInTheDocument();
    await passTime(1);
    expect(row(outgoing)).toHaveTextContent(enActions.outcomeUnknown);
    expect(reports.at(-1)?.[1]).toEqual({ kind: "failed", action: "retrieve", code: "timeout" });
    expect(screen.queryByRole("button", { name: enActions.tryAgain })).toBeNull();
    await press(enActions.checkNow);
    expect(row(outgoing)).toHaveTextContent(enActions.lookedStillOnHold);
    expect(button(enActions.dismiss)).toHaveFocus();
    await passTime(30_000);
    expect(sent()).toHaveLength(1);
    await press(enActions.tryAgain);
    expect(sent()).toHaveLength(2);
  });

  it("is done when the list shows that it worked", async () => {
    const { press, sent } = await renderWithFault({ kind: "answerLost" });
    await press(retrieveIt);
    await passTime(0);
    expect(row(outgoing)).toHaveTextContent(gone);
    expect(row(outgoing)).not.toHaveTextContent("Unknown");
    await passTime(10_000);
    expect(sent()).toHaveLength(1);
  });

  it.each<ActionFault>([
    { kind: "http", status: 502 },
    { kind: "redirect", location: "https://elsewhere.invalid/" },
    { kind: "body", body: "<html>" },
    { kind: "disconnect" },
  ])("is unknown after $kind, and is never sent again by itself", async (fault) => {
    const { press, sent } = await renderWithFault(fault);
    await press(retrieveIt);
    expect(row(outgoing)).toHaveTextContent(enActions.outcomeUnknown);
    await passTime(30_000);
    expect(sent()).toHaveLength(1);
  });
});

describe("the announcements of an action", () => {
  /** Presses Retrieve at a quiet moment, and returns what is announced. */
  async function announce(fault: ActionFault | null, options: ActingOptions = {}) {
    const panel = fault === null ? await renderActing(options) : await renderWithFault(fault, options);
    await passTime(5_000);
    const announced = recordAnnouncements();
    await panel.press(retrieveIt);
    return { ...panel, announced };
  }
  const forCall = (text: string) => `alert: ${enActions.announceForCall("8 0 0 0", text)}`;

  it("are its start and its end, without the departure", async () => {
    const { announced, session } = await announce({ kind: "latency", delay: 1_500 }, { talking: false });
    await passTime(1_500);
    expect(announced.splice(0)).toEqual(["status: Retrieving call ending 8 0 0 0."]);
    sendEvent(session, "AgentEvent_Talking", { callid: outgoing.callId });
    await passTime(10_000);
    expect(announced).toEqual(["status: Retrieved."]);
  });

  it("are only its end when it is done at once", async () => {
    const { announced } = await announce(null);
    await passTime(10_000);
    expect(announced.join(" ")).toContain(`${gone}.`);
    expect(announced.join(" ")).not.toMatch(/8 0 0 0 no longer|2 left/);
  });

  it("are assertive when it is refused, and name the call", async () => {
    const { announced } = await announce(refused);
    await passTime(5_000);
    expect(announced).toEqual([forCall(enActions.notDoneState)]);
  });

  it("include the result of a check", async () => {
    const { announced, press } = await announce({ kind: "disconnect" });
    await passTime(5_000);
    announced.length = 0;
    await press(enActions.checkNow);
    await passTime(5_000);
    expect(announced).toEqual([forCall(enActions.lookedStillOnHold)]);
  });

  it("omit what was dismissed before it was due", async () => {
    const { announced, press } = await announce(refused);
    await press(enActions.dismiss);
    await passTime(10_000);
    expect(announced).toEqual([]);
  });

  it("include the departure of a call whose action has an unknown outcome", async () => {
    const { announced } = await announce({ kind: "answerLost", by: "silence" }, { talking: false });
    await passTime(20_000);
    expect(announced.join(" ")).toContain("Call ending 8 0 0 0 no longer on hold. 2 left.");
  });
});

it("names, explains and announces in Chinese", async () => {
  const { press, button } = await renderWithFault(
    { ...refused, times: 1 },
    { props: { labels: { ...zhCN, ...zhCNActions } } },
  );
  await passTime(5_000);
  const announced = recordAnnouncements();
  await press("取消保持 138 0013 8000，996-2");
  expect(row(outgoing)).toHaveTextContent("取消保持失败：当前状态不允许。代码 200-016");
  await passTime(2_000);
  expect(announced).toEqual(["alert: 尾号 8 0 0 0：取消保持失败：当前状态不允许。"]);
  await press("关闭");
  expect(button("更多操作：138 0013 8000，996-2")).toBeInTheDocument();
  expect(row(outgoing).textContent?.replace("After-sales", "")).not.toMatch(/[a-z]/i);
});

it("names its buttons by the masked number only", async () => {
  const { container } = await renderActing({ props: { mask: (number: string) => `••${number.slice(-4)}` } });
  expect(buttonIn({ name: "••8000" }, "Retrieve")).toHaveAccessibleName("Retrieve number ending 8 0 0 0, 996-2");
  expect(container.innerHTML).not.toMatch(/1380013|138 0013/);
});
