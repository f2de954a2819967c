import { act } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { connectAndLeave, hangUp, retrieve, threeParty } from "../../../src/index.js";
import type { Fault, Simulator } from "../../../src/simulator/simulator.js";
import {
  agentId,
  holdThree,
  recordAnnouncements,
  passTime,
  noAttention,
  renderPanel,
} from "../../support/renderPanel.js";

const outgoing = "138 0013 8000, 996-2";

/** A panel with actions, three calls on hold and a current one, after the announcements of its first list. */
async function listenToActions(...faults: Fault[]) {
  const panel = await renderPanel({
    before: (simulator: Simulator) => {
      holdThree(simulator);
      simulator.takeCall(agentId, { callId: "1501127000-9", callType: 0, caller: "70999", called: "10086" });
      for (const fault of faults) simulator.order(fault);
    },
    props: { actions: [retrieve, threeParty, connectAndLeave, hangUp] },
    provider: noAttention,
  });
  const said = recordAnnouncements();
  await passTime(5_000);
  said.length = 0;
  const { user, getByRole } = panel;
  const press = (name: string | RegExp) => user.click(getByRole("button", { name }));
  const choose = async (item: RegExp) => {
    await press(`More actions for ${outgoing}`);
    // jsdom does not show popovers.
    await user.click(getByRole("menuitem", { name: item, hidden: true }));
  };
  return { ...panel, said, press, choose };
}

const slow: Fault = { kind: "latency", on: "retrieve", delay: 1_500 };
const sent = "status: Retrieving call ending 8 0 0 0.";

describe("action announcements", () => {
  it.each<[string, Fault, string[]]>([
    [
      // The call that was current went on hold for it.
      "once that it was sent and once that it is done, without the departure",
      slow,
      [sent, "status: Off hold. Call ending 7 0 9 9 9 on hold. 3 on hold."],
    ],
    [
      "a refusal assertively, with the call and the row's text",
      { kind: "retcode", on: "retrieve", retcode: "200-016" },
      ["alert: Call ending 8 0 0 0: Not retrieved: not possible right now. Try again in a moment."],
    ],
    [
      "an unknown outcome assertively",
      { kind: "silence", on: "retrieve" },
      [sent, "alert: Call ending 8 0 0 0: May not have worked. Check the list before you try again."],
    ],
  ])("announce %s", async (_, fault, expected) => {
    const { said, press } = await listenToActions(fault, { kind: "notDone", on: "threeParty" });
    await press(`Retrieve ${outgoing}`);
    await passTime(60_000);
    expect(said).toEqual(expected);
  });

  it("announce that a call was retrieved if an event told so", async () => {
    const { said, press, simulator, session } = await listenToActions(slow);
    await press(`Retrieve ${outgoing}`);
    await passTime(1_400);
    act(() =>
      session.getState().applyAgentEvent({
        retcode: "0",
        event: { eventType: "AgentEvent_Talking", workNo: agentId, content: { callid: "1501127996-2" } },
      }),
    );
    await passTime(60_000);
    expect(simulator.agent(agentId).currentCall?.callId).toBe("1501127996-2");
    expect(said).toEqual([sent, "status: Retrieved. Call ending 7 0 9 9 9 on hold. 3 on hold."]);
  });

  it.each<[string, Fault[], unknown[]]>([
    ["only that it is done if that comes at once", [], ["status: Joined: you are three."]],
    [
      "after how long a late action was done",
      [{ kind: "doneLate", on: "threeParty", after: 6_000 }],
      [
        "status: Joining call ending 8 0 0 0.",
        expect.stringMatching(/^status: Joined: you are three after [678] s\.$/),
      ],
    ],
    [
      "an ordinary departure if the answer was lost while the list confirmed the action",
      [{ kind: "answerLost", on: "threeParty", by: "silence" }],
      ["status: Joining call ending 8 0 0 0.", "status: Call ending 8 0 0 0 no longer on hold. 2 left."],
    ],
  ])("announce %s", async (_, faults, expected) => {
    const { said, choose } = await listenToActions(...faults);
    await choose(/^Join to my call/);
    await passTime(60_000);
    expect(said).toEqual(expected);
  });

  it("announce nothing before a confirmation is answered", async () => {
    const { said, choose, press } = await listenToActions({ kind: "latency", on: "drop", delay: 1_500 });
    await choose(/^Hang up/);
    await passTime(5_000);
    expect(said).toEqual([]);
    await press("Hang up");
    await passTime(60_000);
    expect(said).toEqual(["status: Hanging up call ending 8 0 0 0.", "status: Hung up."]);
  });

  it("announce assertively that an accepted call is still on hold, and its departure when it comes", async () => {
    const { said, press, simulator } = await listenToActions({ kind: "notDone", on: "retrieve" });
    await press(`Retrieve ${outgoing}`);
    await passTime(20_000);
    expect(said).toEqual([sent, "alert: Call ending 8 0 0 0: Accepted, but still on hold."]);
    simulator.endCall(agentId, "1501127996-2");
    await passTime(60_000);
    expect(said.slice(2)).toEqual(["status: Call ending 8 0 0 0 no longer on hold. 2 left."]);
  });
});
