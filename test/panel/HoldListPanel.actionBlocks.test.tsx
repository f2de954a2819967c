import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { enActions, zhCN, zhCNActions } from "../../src/index.js";
import type { Fault } from "../../src/simulator/simulator.js";
import { agentId, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { sendEvent } from "../support/desktop.js";
import { type ActingOptions, renderActing } from "../support/renderActing.js";
import { buttonIn, expectShown } from "../support/screen.js";

const retrieveButton = `Retrieve ${outgoing.name}`;
const all = (reason: string | null) => [reason, reason, reason, reason];

async function renderBlocked(options: ActingOptions = {}) {
  const panel = await renderActing(options);
  return {
    ...panel,
    order: async (fault: Fault, ms = 2_250) => {
      panel.simulator.order(fault);
      await passTime(ms);
    },
    /** The reason for which each action of the outgoing call is blocked; null if it is not. */
    reasons: async ({ retrieve, moreActions } = { retrieve: "Retrieve", moreActions: enActions.moreActions }) => {
      const main = buttonIn(outgoing, retrieve);
      await panel.user.click(buttonIn(outgoing, moreActions));
      const items = within(screen.getByRole("menu")).getAllByRole("menuitem");
      for (const control of [main, ...items]) expect(control).not.toHaveAttribute("disabled");
      const isBlocked = (control: HTMLElement) => control.getAttribute("aria-disabled") === "true";
      const reasonOf = (item: HTMLElement) =>
        isBlocked(item) ? item.querySelector(".hlp-menu-reason")?.textContent : null;
      const found = [isBlocked(main) ? main.title : null, ...items.map(reasonOf)];
      await panel.user.keyboard("{Escape}");
      return found;
    },
  };
}

// Which condition blocks which action is a matter of test/hold-list/actions/findActionBlock.test.ts.
describe("the list's condition", () => {
  it("blocks nothing while the list is good, nor after one failed poll", async () => {
    const { order, reasons, simulator } = await renderBlocked();
    expect(await reasons()).toEqual(all(null));
    await order({ kind: "disconnect", times: 1 });
    expect(simulator.requests.at(-1)?.outcome).toBe("disconnected");
    expect(await reasons()).toEqual(all(null));
  });

  it("blocks connecting and hanging up from the second failed poll on, but not retrieving", async () => {
    const { order, reasons, press, sent } = await renderBlocked();
    await order({ kind: "disconnect" }, 9_000);
    expect(await reasons()).toEqual([null, null, enActions.listInDoubt, enActions.listInDoubt]);
    expectShown(enActions.canStillRetrieve);
    await press(retrieveButton);
    expect(sent()).toEqual([`retrieve ${outgoing.callId}`]);
  });

  it("blocks every action during a switch-over, from the first answer that reports it", async () => {
    const { order, reasons, simulator } = await renderBlocked();
    await order({ kind: "retcode", retcode: "000-004" });
    expect(await reasons()).toEqual(all(enActions.switchingServers));
    simulator.clearFaults();
    await passTime(10_000);
    expect(await reasons()).toEqual(all(null));
  });

  it("blocks every action once the session is refused twice", async () => {
    const { order, reasons, press, sent } = await renderBlocked();
    await order({ kind: "retcode", retcode: "100-006" });
    expect(await reasons()).toEqual(all(null));
    await passTime(2_000);
    expect(await reasons()).toEqual(all(enActions.signInFirst));
    await press(retrieveButton);
    expect(sent()).toEqual([]);
  });

  it("blocks every action without the permission to see calls", async () => {
    const { order, reasons } = await renderBlocked();
    await order({ kind: "retcode", retcode: "300-001" });
    expect(await reasons()).toEqual(all(enActions.notPermitted));
  });

  it("leaves the focus on a button while it is blocked and afterwards", async () => {
    const { order, button, user, sent } = await renderBlocked();
    const retrieve = button(retrieveButton);
    act(() => retrieve.focus());
    await order({ kind: "retcode", retcode: "000-004", times: 1 });
    expect(retrieve).toHaveAttribute("aria-disabled", "true");
    expect(retrieve).toHaveAccessibleDescription(enActions.switchingServers);
    expect(retrieve).toHaveFocus();
    await user.keyboard("{Enter}");
    await passTime(5_000);
    expect(retrieve).toHaveAttribute("aria-disabled", "false");
    expect(retrieve).toHaveFocus();
    expect(sent()).toEqual([]);
  });
});

describe("a missing current call", () => {
  const blocked = [null, enActions.noCurrentCall, enActions.noCurrentCall, null];

  it("blocks nothing while it is unknown, and the gateway's refusal is shown", async () => {
    const { reasons, choose, sent } = await renderBlocked({ talking: false });
    expect(await reasons()).toEqual(all(null));
    await choose(enActions.threeParty.label);
    expect(sent()).toEqual([`threeParty ${outgoing.callId}`]);
    expectShown(enActions.notDoneNoCurrentCall);
    expect(screen.getByText(/^Code 200-010/)).toBeVisible();
  });

  it.each([
    [false, ["Talking"], blocked],
    [true, ["Talking", "Hold"], all(null)],
  ])("is what the host says, whatever the events say: %s", async (hasCurrentCall, events, expected) => {
    const { reasons, session } = await renderBlocked({ props: { hasCurrentCall } });
    for (const event of events) sendEvent(session, `AgentEvent_${event}`, { callid: "9-9" });
    expect(await reasons()).toEqual(expected);
  });

  it("blocks joining after the events put the current call on hold or end it, until the agent talks again", async () => {
    const { reasons, session } = await renderBlocked();
    sendEvent(session, "AgentEvent_Talking", { callid: "9-9" });
    expect(await reasons()).toEqual(all(null));
    sendEvent(session, "AgentEvent_Hold", "9-9");
    expect(await reasons()).toEqual(blocked);
    sendEvent(session, "AgentEvent_Talking", { callid: "9-9" });
    expect(await reasons()).toEqual(all(null));
    sendEvent(session, "AgentEvent_Call_Release", "9-9");
    expect(await reasons()).toEqual(blocked);
  });

  it("is forgotten when the events stop, and at the next sign-in", async () => {
    const { reasons, session, simulator } = await renderBlocked();
    const holdCurrentCall = async () => {
      sendEvent(session, "AgentEvent_Talking", { callid: "9-9" });
      sendEvent(session, "AgentEvent_Hold", "9-9");
      expect(await reasons()).toEqual(blocked);
    };
    await holdCurrentCall();
    await passTime(19_000);
    expect(await reasons()).toEqual(blocked);
    await passTime(2_000);
    expect(await reasons()).toEqual(all(null));
    await holdCurrentCall();
    act(() => session.getState().signIn({ agentId, guid: simulator.signIn(agentId) }));
    await passTime(500);
    expect(await reasons()).toEqual(all(null));
  });

  it("is kept, like a row's outcome, when the provider's settings change", async () => {
    const { reasons, press, session, provide } = await renderBlocked({
      before: (simulator) => void simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016" }),
    });
    await press(retrieveButton);
    sendEvent(session, "AgentEvent_Talking", { callid: "9-9" });
    sendEvent(session, "AgentEvent_Hold", "9-9");
    provide({ pollInterval: 3_000 });
    await passTime(0);
    expectShown(new RegExp(`^${enActions.notDoneState}`));
    await press(enActions.dismiss);
    expect(await reasons()).toEqual(blocked);
  });

  it("is explained in Chinese", async () => {
    const { reasons } = await renderBlocked({
      props: { labels: { ...zhCN, ...zhCNActions }, hasCurrentCall: false },
    });
    const none = "当前没有正在进行的通话";
    expect(await reasons({ retrieve: "取消保持", moreActions: "更多操作" })).toEqual([null, none, none, null]);
  });
});
