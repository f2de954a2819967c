import { act, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { retrieve, zhCN, zhCNActions } from "../../src/index.js";
import { agentId, move } from "../support/renderPanel.js";
import { buttonIn, incoming, outgoing, renderActing, row, tell } from "../support/renderActing.js";

const hangUpIt = "Hang up 138 0013 8000? The call on hold will be cut off.";
const connectIt = "Connect 138 0013 8000 to your current call and leave?";
const menuOf = (call: { name: string }) => buttonIn(call, "More actions");

describe("hanging up and connecting", () => {
  it("ask in the row itself, and send nothing before", async () => {
    const { choose, sent, button } = await renderActing();
    await choose("Hang up");
    const group = within(row(outgoing)).getByRole("group", { name: hangUpIt });
    expect(
      within(group)
        .getAllByRole("button")
        .map(({ textContent }) => textContent),
    ).toEqual(["Keep on hold", "Hang up"]);
    expect(button("Keep on hold")).toHaveFocus();
    expect(sent()).toEqual([]);
    expect(button(`Retrieve ${outgoing.name}`)).toHaveAccessibleDescription("Answer the question first");
    expect(button(`Retrieve ${incoming.name}`)).toHaveAttribute("aria-disabled", "false");
  });

  it("are done after yes", async () => {
    const { choose, press, sent, reports } = await renderActing();
    await choose("Hang up");
    await press("Hang up");
    expect(sent()).toEqual([`drop ${outgoing.callId}`]);
    expect(row(outgoing)).toHaveTextContent("Hung up");
    expect(reports.map(([, { kind }]) => kind)).toEqual(["started", "confirmed"]);
  });

  it("join both calls and leave them after yes", async () => {
    const { choose, press, sent, simulator } = await renderActing();
    await choose("Connect and leave");
    expect(screen.getByRole("group", { name: connectIt })).toBeInTheDocument();
    await press("Connect and leave");
    expect(sent()).toEqual([`connect ${outgoing.callId}`]);
    expect(row(outgoing)).toHaveTextContent("Connected, you left");
    expect(simulator.agent(agentId).currentCall).toBeNull();
  });

  it("are not done after no, nor after Escape, and the focus returns to the menu's button", async () => {
    const { choose, press, sent, user } = await renderActing();
    await choose("Hang up");
    await press("Keep on hold");
    expect(screen.queryByRole("group", { name: hangUpIt })).toBeNull();
    expect(menuOf(outgoing)).toHaveFocus();
    await choose("Connect and leave");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("group", { name: connectIt })).toBeNull();
    expect(menuOf(outgoing)).toHaveFocus();
    await move(5_000);
    expect(sent()).toEqual([]);
  });

  it("keep their Escape to themselves: a dialog of the host's around the panel stays open", async () => {
    const onKeyDown = vi.fn();
    const { choose, user } = await renderActing({
      // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- as a host's dialog listens
      page: (panel) => <div onKeyDown={onKeyDown}>{panel}</div>,
    });
    await choose("Hang up");
    onKeyDown.mockClear();
    await user.keyboard("{Escape}");
    await user.click(menuOf(outgoing));
    await user.keyboard("{Escape}");
    expect(onKeyDown).not.toHaveBeenCalled();
  });

  it("take no yes from the second half of a double click", async () => {
    const { choose, user, button, sent } = await renderActing();
    await choose("Hang up");
    const yes = button("Hang up");
    await act(async () => {
      yes.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 2 }));
      await Promise.resolve();
    });
    expect(sent()).toEqual([]);
    await user.click(yes);
    await move(0);
    expect(sent()).toHaveLength(1);
  });

  it("withdraw the question when the call leaves meanwhile, and the focus stays in the row", async () => {
    const { choose, simulator, sent } = await renderActing();
    await choose("Hang up");
    simulator.endCall(agentId, outgoing.callId);
    await move(2_250);
    expect(screen.queryByRole("group", { name: hangUpIt })).toBeNull();
    expect(row(outgoing)).toHaveTextContent("No longer on hold");
    expect(menuOf(outgoing)).toHaveFocus();
    expect(sent()).toEqual([]);
  });

  it("ask no more when such a call comes on hold again", async () => {
    const { choose, simulator } = await renderActing();
    await choose("Hang up");
    simulator.endCall(agentId, outgoing.callId);
    await move(2_250);
    simulator.holdCall(agentId, {
      callId: outgoing.callId,
      callType: 7,
      caller: "10086",
      called: "13800138000",
      skill: "After-sales",
    });
    await move(2_250);
    expect(buttonIn(outgoing, "Retrieve")).toHaveAttribute("aria-disabled", "false");
    expect(screen.queryByRole("group", { name: hangUpIt })).toBeNull();
  });

  it("take no yes while they are blocked, and say why beside the question", async () => {
    const { choose, press, button, sent, simulator } = await renderActing();
    await choose("Hang up");
    simulator.order({ kind: "disconnect" });
    await move(9_000);
    expect(button("Hang up")).toHaveAttribute("aria-disabled", "true");
    expect(button("Hang up")).toHaveAccessibleDescription("List not up to date");
    expect(button("Keep on hold")).toHaveFocus();
    await press("Hang up");
    expect(sent()).toEqual([]);
    simulator.clearFaults();
    await move(10_000);
    await press("Hang up");
    expect(sent()).toEqual([`drop ${outgoing.callId}`]);
  });

  it("ask again before another try", async () => {
    const { choose, press, sent } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "notDone", on: "drop" }),
    });
    await choose("Hang up");
    await press("Hang up");
    await move(10_000);
    await press("Try again");
    expect(screen.getByRole("group", { name: hangUpIt })).toBeInTheDocument();
    expect(sent()).toHaveLength(1);
  });

  it("ask in Chinese, with the masked number alone", async () => {
    const mask = (number: string) => `••${number.slice(-4)}`;
    const { user, container } = await renderActing({ props: { labels: { ...zhCN, ...zhCNActions }, mask } });
    await user.click(screen.getByRole("button", { name: "更多操作： 尾号 8 0 0 0，996-2" }));
    await user.click(screen.getByRole("menuitem", { name: "挂断" }));
    expect(screen.getByRole("group", { name: "挂断 ••8000？保持中的通话将被断开。" })).toBeInTheDocument();
    expect(container.innerHTML).not.toMatch(/1380013|138 0013/);
  });
});

describe("three-party", () => {
  it("asks nothing, and is done when the list shows it", async () => {
    const { choose, sent, session } = await renderActing();
    await choose("Three-party");
    tell(session, "AgentEvent_Conference", { callid: outgoing.callId, partner: "13800138000" });
    expect(sent()).toEqual([`threeParty ${outgoing.callId}`]);
    expect(row(outgoing)).toHaveTextContent("In three-party call");
  });

  it("says below the buttons that it is under way, since its own is in the menu", async () => {
    const { choose, button } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "silence", on: "threeParty" }),
    });
    await choose("Three-party");
    expect(within(row(outgoing)).getByText("Joining…")).toBeInTheDocument();
    expect(button(`Retrieve ${outgoing.name}`)).toHaveAccessibleDescription("Wait: joining…");
    expect(button(`Retrieve ${incoming.name}`)).toHaveAccessibleDescription("Wait: another call is being joined");
  });
});

describe("the menu", () => {
  const items = () => screen.getAllByRole("menuitem");

  it("opens on its first item by click, Enter, Space and arrow down", async () => {
    const { user } = await renderActing();
    const opener = menuOf(outgoing);
    for (const open of [
      () => user.click(opener),
      () => user.keyboard("{Enter}"),
      () => user.keyboard(" "),
      () => user.keyboard("{ArrowDown}"),
    ]) {
      await open();
      expect(opener).toHaveAttribute("aria-expanded", "true");
      expect(items()[0]).toHaveFocus();
      await user.keyboard("{Escape}");
      expect(screen.queryByRole("menu")).toBeNull();
      expect(opener).toHaveFocus();
    }
  });

  it("is gone through by arrows, Home, End and letters, round and round", async () => {
    const { user } = await renderActing();
    await user.click(menuOf(outgoing));
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

  it("closes by Tab and when the focus goes elsewhere", async () => {
    const { user, button } = await renderActing();
    await user.click(menuOf(outgoing));
    await user.tab();
    expect(screen.queryByRole("menu")).toBeNull();
    await user.click(menuOf(outgoing));
    act(() => button(`Retrieve ${incoming.name}`).focus());
    expect(screen.queryByRole("menu")).toBeNull();
  });

  it("does nothing for an item that is blocked, which keeps the focus", async () => {
    const { user, sent } = await renderActing({ props: { hasCurrentCall: false } });
    await user.click(menuOf(outgoing));
    const three = screen.getByRole("menuitem", { name: /^Three-party/ });
    await user.click(three);
    await user.keyboard("{Enter}");
    expect(three).toHaveFocus();
    expect(screen.getByRole("menu")).toBeInTheDocument();
    expect(sent()).toEqual([]);
  });

  it("has no arrow key of its own for the rows: only its button goes from row to row", async () => {
    const { user } = await renderActing();
    act(() => menuOf(outgoing).focus());
    await user.keyboard("{ArrowUp}");
    expect(menuOf(outgoing)).toHaveFocus();
    act(() => buttonIn(outgoing, "Retrieve").focus());
    await user.keyboard("{ArrowDown}");
    expect(buttonIn(incoming, "Retrieve")).toHaveFocus();
  });

  it("is named by its call, and is none where there is one action", async () => {
    const { show } = await renderActing();
    expect(menuOf(incoming)).toHaveAccessibleName(`More actions for ${incoming.name}`);
    show({ actions: [retrieve] });
    expect(screen.queryByRole("button", { name: /^More actions/ })).toBeNull();
  });
});
