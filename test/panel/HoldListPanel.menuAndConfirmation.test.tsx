import { act, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { enActions, retrieve, zhCN, zhCNActions } from "../../src/index.js";
import { agentId, holdOutgoing, incoming, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { sendEvent } from "../support/desktop.js";
import { renderActing } from "../support/renderActing.js";
import { button, buttonIn, queryButton, row } from "../support/screen.js";

const { hangUp, connectAndLeave, threeParty } = enActions;
const number = "138 0013 8000";
const keep = hangUp.confirm?.no ?? "";
const question = (action = hangUp) =>
  screen.queryByRole("group", { name: action.confirm?.question(number) ?? "missing" });
const menuButton = (call: { name: string }) => buttonIn(call, enActions.moreActions);

describe("a confirmation", () => {
  it("appears in the row with the focus on the safe answer, and blocks the row's other actions", async () => {
    const { choose, sent } = await renderActing();
    await choose(hangUp.label);
    expect(row(outgoing)).toContainElement(question());
    const answers = within(question() ?? document.body).getAllByRole("button");
    expect(answers.map(({ textContent }) => textContent)).toEqual([keep, hangUp.label]);
    expect(button(keep)).toHaveFocus();
    expect(sent()).toEqual([]);
    expect(button(`Retrieve ${outgoing.name}`)).toHaveAccessibleDescription(enActions.answerFirst);
    expect(button(`Retrieve ${incoming.name}`)).toHaveAttribute("aria-disabled", "false");
  });

  it("isolates the number in right-to-left words", async () => {
    const confirm = { question: (about: string) => `לנתק את ${about}?`, no: keep };
    const { choose } = await renderActing({ props: { labels: { ...enActions, hangUp: { ...hangUp, confirm } } } });
    await choose(hangUp.label);
    expect(screen.getByRole("group", { name: confirm.question(`\u2068${number}\u2069`) })).toBeVisible();
  });

  it.each([
    ["drop", hangUp, "9-9"],
    ["connect", connectAndLeave, undefined],
  ])("sends %s after the dangerous answer", async (operation, action, currentCall) => {
    const { choose, press, sent, reports, simulator } = await renderActing();
    await choose(action.label);
    expect(question(action)).toBeInTheDocument();
    await press(action.label);
    expect(sent()).toEqual([`${operation} ${outgoing.callId}`]);
    expect(row(outgoing)).toHaveTextContent(action.done ?? "missing");
    expect(reports.map(([, { kind }]) => kind)).toEqual(["started", "confirmed"]);
    expect(simulator.agent(agentId).currentCall?.callId).toBe(currentCall);
  });

  it.each([
    ["the safe answer", hangUp],
    ["the safe answer", connectAndLeave],
    ["Escape", hangUp],
    ["Escape", connectAndLeave],
  ])("sends nothing after %s, and returns the focus to the menu button: $label", async (answer, action) => {
    const { choose, press, sent, user } = await renderActing();
    await choose(action.label);
    if (answer === "Escape") await user.keyboard("{Escape}");
    else await press(action.confirm?.no ?? "");
    expect(question(action)).toBeNull();
    expect(menuButton(outgoing)).toHaveFocus();
    await passTime(5_000);
    expect(sent()).toEqual([]);
  });

  it("stops the propagation of Escape, as does the menu: a host's dialog around the panel stays open", async () => {
    const onKeyDown = vi.fn();
    const { choose, user } = await renderActing({
      // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- as a host's dialog listens
      page: (panel) => <div onKeyDown={onKeyDown}>{panel}</div>,
    });
    await choose(hangUp.label);
    onKeyDown.mockClear();
    await user.keyboard("{Escape}");
    await user.click(menuButton(outgoing));
    await user.keyboard("{Escape}");
    expect(onKeyDown).not.toHaveBeenCalled();
  });

  it("ignores the second click of a double click", async () => {
    const { choose, user, sent } = await renderActing();
    await choose(hangUp.label);
    const dangerous = button(hangUp.label);
    await act(async () => {
      dangerous.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 2 }));
      await Promise.resolve();
    });
    expect(sent()).toEqual([]);
    await user.click(dangerous);
    await passTime(0);
    expect(sent()).toHaveLength(1);
  });

  it("disappears when the call leaves, does not move the focus of the mouse, and does not return with the call", async () => {
    const { choose, simulator, sent } = await renderActing();
    await choose(hangUp.label);
    simulator.endCall(agentId, outgoing.callId);
    await passTime(2_250);
    expect(question()).toBeNull();
    expect(row(outgoing)).toHaveTextContent("Off hold");
    expect(document.body).toHaveFocus();
    holdOutgoing(simulator);
    await passTime(2_250);
    expect(buttonIn(outgoing, "Retrieve")).toHaveAttribute("aria-disabled", "false");
    expect(question()).toBeNull();
    expect(sent()).toEqual([]);
  });

  it("disables the dangerous answer while the action is blocked, and says why", async () => {
    const { choose, press, sent, simulator } = await renderActing();
    await choose(hangUp.label);
    simulator.order({ kind: "disconnect" });
    await passTime(9_000);
    expect(button(hangUp.label)).toHaveAttribute("aria-disabled", "true");
    expect(button(hangUp.label)).toHaveAccessibleDescription(enActions.listInDoubt);
    expect(button(keep)).toHaveFocus();
    await press(hangUp.label);
    expect(sent()).toEqual([]);
    simulator.clearFaults();
    await passTime(10_000);
    await press(hangUp.label);
    expect(sent()).toEqual([`drop ${outgoing.callId}`]);
  });

  it("is asked again before another attempt", async () => {
    const { choose, press, sent } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "notDone", on: "drop" }),
    });
    await choose(hangUp.label);
    await press(hangUp.label);
    await passTime(10_000);
    await press(enActions.tryAgain);
    expect(question()).toBeInTheDocument();
    expect(sent()).toHaveLength(1);
  });

  it("shows the masked number only, and Chinese", async () => {
    const mask = (number: string) => `••${number.slice(-4)}`;
    const { user, container } = await renderActing({ props: { labels: { ...zhCN, ...zhCNActions }, mask } });
    await user.click(button("更多操作：尾号 8 0 0 0，996-2"));
    await user.click(screen.getByRole("menuitem", { name: "挂断" }));
    expect(screen.getByRole("group", { name: "挂断 ••8000？保持中的通话将被断开。" })).toBeInTheDocument();
    expect(container.innerHTML).not.toMatch(/1380013|138 0013/);
  });
});

describe("three-party", () => {
  it("is sent without a confirmation, and is done when the list confirms it", async () => {
    const { choose, sent, session } = await renderActing();
    await choose(threeParty.label);
    sendEvent(session, "AgentEvent_Conference", { callid: outgoing.callId, partner: "13800138000" });
    expect(sent()).toEqual([`threeParty ${outgoing.callId}`]);
    expect(row(outgoing)).toHaveTextContent(threeParty.done ?? "missing");
  });

  it("shows its progress below the buttons, since its own button is in the menu", async () => {
    const { choose } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "silence", on: "threeParty" }),
    });
    await choose(threeParty.label);
    expect(within(row(outgoing)).getByText(threeParty.busy ?? "missing")).toBeInTheDocument();
    expect(button(`Retrieve ${outgoing.name}`)).toHaveAccessibleDescription("Wait: joining…");
    expect(button(`Retrieve ${incoming.name}`)).toHaveAccessibleDescription(threeParty.othersWait ?? "missing");
  });
});

describe("the menu", () => {
  const items = () => screen.getAllByRole("menuitem");

  it.each(["click", "{Enter}", " ", "{ArrowDown}"])(
    "opens on its first item by %s, and closes by Escape",
    async (by) => {
      const { user } = await renderActing();
      const opener = menuButton(outgoing);
      act(() => opener.focus());
      if (by === "click") await user.click(opener);
      else await user.keyboard(by);
      expect(opener).toHaveAttribute("aria-expanded", "true");
      expect(items()[0]).toHaveFocus();
      await user.keyboard("{Escape}");
      expect(screen.queryByRole("menu")).toBeNull();
      expect(opener).toHaveFocus();
    },
  );

  it("moves the focus by arrows, Home, End and letters, and wraps around", async () => {
    const { user } = await renderActing();
    await user.click(menuButton(outgoing));
    const [three, connect, hangUp] = items();
    for (const [key, item] of [
      ["{ArrowDown}", connect],
      ["{ArrowDown}", hangUp],
      ["{ArrowDown}", three],
      ["{ArrowUp}", hangUp],
      ["{Home}", three],
      ["{End}", hangUp],
      ["c", connect],
    ] as const) {
      await user.keyboard(key);
      expect(item).toHaveFocus();
    }
  });

  it("closes by Tab and when the focus moves elsewhere", async () => {
    const { user } = await renderActing();
    await user.click(menuButton(outgoing));
    await user.tab();
    expect(screen.queryByRole("menu")).toBeNull();
    await user.click(menuButton(outgoing));
    act(() => button(`Retrieve ${incoming.name}`).focus());
    expect(screen.queryByRole("menu")).toBeNull();
  });

  it("keeps the focus on a blocked item, and does nothing when it is pressed", async () => {
    const { user, sent } = await renderActing({ props: { hasCurrentCall: false } });
    await user.click(menuButton(outgoing));
    const three = screen.getByRole("menuitem", { name: new RegExp(`^${threeParty.label}`) });
    await user.click(three);
    await user.keyboard("{Enter}");
    expect(three).toHaveFocus();
    expect(screen.getByRole("menu")).toBeInTheDocument();
    expect(sent()).toEqual([]);
  });

  it("keeps the arrow keys of its button from moving between rows, except ArrowUp", async () => {
    const { user } = await renderActing();
    act(() => menuButton(outgoing).focus());
    await user.keyboard("{ArrowUp}");
    expect(menuButton(outgoing)).toHaveFocus();
    act(() => buttonIn(outgoing, "Retrieve").focus());
    await user.keyboard("{ArrowDown}");
    expect(buttonIn(incoming, "Retrieve")).toHaveFocus();
  });

  it("is named by its call, and absent with a single action", async () => {
    const { show } = await renderActing();
    expect(menuButton(incoming)).toHaveAccessibleName(`${enActions.moreActions} ${incoming.name}`);
    show({ actions: [retrieve] });
    expect(queryButton(new RegExp(`^${enActions.moreActions}`))).toBeNull();
  });
});
