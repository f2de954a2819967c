import { act } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  connectAndLeave,
  createGateway,
  enActions,
  GatewayError,
  hangUp,
  retrieve,
  threeParty,
} from "../../../src/index.js";
import type { Gateway } from "../../../src/gateway/Gateway.js";
import type { HeldCallAction } from "../../../src/panel/actions/HeldCallAction.js";
import { createSimulator } from "../../../src/simulator/simulator.js";
import { agentId, holdThree, passTime, renderPanel } from "../../support/renderPanel.js";

const outgoing = "138 0013 8000, 996-2";
const actions = [retrieve, threeParty, connectAndLeave, hangUp];

describe("the gateway's answer that a call is off hold already", () => {
  it("is shown as a refusal while the list shows the call on hold", async () => {
    const { simulator, user, getByRole, getByText, queryByText } = await renderPanel({
      before: holdThree,
      props: { actions },
    });
    simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-015", message: "no such call" });
    await user.click(getByRole("button", { name: `Retrieve ${outgoing}` }));
    await passTime(3_000);
    expect(queryByText(enActions.alreadyOff)).not.toBeInTheDocument();
    getByText(enActions.notDone);
    getByText("Code 200-015: no such call");
    await user.click(getByRole("button", { name: enActions.dismiss }));
    expect(queryByText(enActions.notDone)).not.toBeInTheDocument();
  });

  it("is shown as such when the list confirms it", async () => {
    const { simulator, user, getByRole, getByText } = await renderPanel({ before: holdThree, props: { actions } });
    await passTime(1_900);
    simulator.endCall(agentId, "1501127996-2");
    await user.click(getByRole("button", { name: `Retrieve ${outgoing}` }));
    await passTime(3_000);
    getByText(enActions.alreadyOff);
  });
});

it("removes the question about a call that leaves, also for its return, and does not move the focus then", async () => {
  const { simulator, user, getByRole, queryByRole } = await renderPanel({ before: holdThree, props: { actions } });
  await user.click(getByRole("button", { name: `More actions for ${outgoing}` }));
  // jsdom does not show popovers.
  await user.click(getByRole("menuitem", { name: "Hang up", hidden: true }));
  getByRole("group", { name: /^Hang up 138 0013 8000/ });
  simulator.endCall(agentId, "1501127996-2", "retrieved");
  await passTime(2_500);
  expect(queryByRole("group")).not.toBeInTheDocument();
  const elsewhere = getByRole("button", { name: "Retrieve 70941, 920-0" });
  elsewhere.focus();
  simulator.holdCall(agentId, { callId: "1501127996-2" });
  await passTime(2_500);
  getByRole("button", { name: `Retrieve ${outgoing}` });
  expect(queryByRole("group")).not.toBeInTheDocument();
  expect(elsewhere).toHaveFocus();
});

describe("a gateway of the host", () => {
  /** A panel over a gateway that answers its first requests as usual, and later ones with `later`. */
  async function renderOver(later: () => Promise<never>) {
    const simulator = createSimulator();
    holdThree(simulator);
    const real = createGateway({ baseUrl: "https://gateway.invalid", fetch: simulator.fetch });
    let isBroken = false;
    const send = vi.fn(() => Promise.resolve());
    const fetchHoldList: Gateway["fetchHoldList"] = (request) => (isBroken ? later() : real.fetchHoldList(request));
    const rendered = await renderPanel({
      provider: { gateway: { ...real, send, fetchHoldList } },
      props: { actions: [{ ...hangUp, labels: { label: "End" } }] },
    });
    act(() => rendered.session.getState().signIn({ agentId, guid: simulator.signIn(agentId) }));
    await passTime(3_000);
    isBroken = true;
    await passTime(5_000);
    return { ...rendered, send, button: rendered.getByRole("button", { name: `End ${outgoing}` }) };
  }

  it("that never settles gets no final action: the row says after 10 s that the list is not up to date", async () => {
    const { user, button, send, getByText } = await renderOver(() => new Promise(() => {}));
    await user.click(button);
    await passTime(10_250);
    expect(send).not.toHaveBeenCalled();
    getByText(enActions.withheld(enActions.listInDoubt));
  });

  it("that cannot send disables actions because of that, not because of the sign-in", async () => {
    const failure = { kind: "not-sent", reason: "agent-id" } as const;
    const { button } = await renderOver(() => Promise.reject(new GatewayError(failure)));
    expect(button).toHaveAccessibleDescription(enActions.cannotSend);
  });
});

describe("renders", () => {
  const isFor = vi.fn(() => true);
  beforeEach(() => isFor.mockClear());
  const counted: HeldCallAction = { ...retrieve, isFor };
  const rendered = () => new Set(isFor.mock.calls.map(([call]: unknown[]) => (call as { callId: string }).callId));

  it.each([
    ["a threshold crossing of another call", "threshold"],
    ["inline options of the host", "inline"],
    ["an event about the current call", "event"],
    ["an outcome of an action that does not move the voice path", "outcome"],
  ])("only the row that changed after %s", async (_, change) => {
    const note: HeldCallAction = {
      ...retrieve,
      id: "note",
      movesVoice: false,
      endsHold: false,
      labels: { label: "Note" },
    };
    const noteIt = { ...note, run: () => Promise.resolve() };
    const props = () => ({ actions: [{ ...counted }, { ...noteIt }], onAction: () => {} });
    const { session, show, user, getByRole } = await renderPanel({ before: holdThree, props: props() });
    isFor.mockClear();
    if (change === "inline") show(props());
    if (change === "threshold") act(() => session.getState().setHeldSince("1501127920-0", Date.now() - 70_000));
    if (change === "event")
      act(() =>
        session.getState().applyAgentEvent({
          retcode: "0",
          event: { eventType: "AgentEvent_Talking", workNo: agentId, content: { callid: "9-9" } },
        }),
      );
    if (change === "outcome") {
      await user.click(getByRole("button", { name: "More actions for 70941, 920-0" }));
      await user.click(getByRole("menuitem", { name: "Note", hidden: true }));
      await passTime(0);
    }
    const others = new Set(rendered());
    others.delete("1501127920-0");
    expect(others).toEqual(change === "threshold" ? new Set(["1501127996-2"]) : new Set()); // the former longest call
  });
});
