import { act } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { connectAndLeave, hangUp, retrieve, threeParty } from "../../../src/index.js";
import type { Fault, Simulator } from "../../../src/simulator/simulator.js";
import { agentId, holdThree, listen, move, noAttention, renderPanel } from "../../support/renderPanel.js";

const outgoing = "138 0013 8000, 996-2";

/** A panel that acts, with three calls on hold and a current one, after what its first list gives to hear. */
async function listenToActions(...faults: Fault[]) {
  const before = (simulator: Simulator) => {
    holdThree(simulator);
    simulator.takeCall(agentId, { callId: "1501127000-9", callType: 0, caller: "70999", called: "10086" });
    for (const fault of faults) simulator.order(fault);
  };
  const props = { actions: [retrieve, threeParty, connectAndLeave, hangUp] };
  const panel = await renderPanel({ before, props, provider: noAttention });
  const said = listen();
  await move(5_000);
  said.length = 0;
  const { user, getByRole } = panel;
  const press = (name: string | RegExp) => user.click(getByRole("button", { name }));
  const choose = async (item: RegExp) => {
    await press(`More actions for ${outgoing}`);
    // jsdom shows no popover.
    await user.click(getByRole("menuitem", { name: item, hidden: true }));
  };
  return { ...panel, said, press, choose };
}

describe("what is heard of an action", () => {
  it("that takes its time: sent and done, each once, and the departure not once more", async () => {
    const { said, press } = await listenToActions(
      { kind: "latency", on: "retrieve", delay: 1_500 },
      { kind: "notDone", on: "threeParty" },
    );
    await press(`Retrieve ${outgoing}`);
    await move(60_000);
    expect(said).toEqual([
      "status: Retrieving call ending 8 0 0 0.",
      // The call that was current went on hold for it.
      "status: No longer on hold. Call ending 7 0 9 9 9 on hold. 3 on hold.",
    ]);
  });

  it("that events tell of: that it was retrieved", async () => {
    const { said, press, simulator, session } = await listenToActions({
      kind: "latency",
      on: "retrieve",
      delay: 1_500,
    });
    await press(`Retrieve ${outgoing}`);
    await move(1_400);
    act(() =>
      session.getState().applyAgentEvent({
        retcode: "0",
        event: { eventType: "AgentEvent_Talking", workNo: agentId, content: { callid: "1501127996-2" } },
      }),
    );
    await move(60_000);
    expect(simulator.agent(agentId).currentCall?.callId).toBe("1501127996-2");
    expect(said).toEqual([
      "status: Retrieving call ending 8 0 0 0.",
      "status: Retrieved. Call ending 7 0 9 9 9 on hold. 3 on hold.",
    ]);
  });

  it("that is done at once: done alone", async () => {
    const { said, choose } = await listenToActions();
    await choose(/^Three-party/);
    await move(60_000);
    expect(said).toEqual(["status: In three-party call."]);
  });

  it("that asks first: nothing before the answer, then sent and done", async () => {
    const { said, choose, press } = await listenToActions({ kind: "latency", on: "drop", delay: 1_500 });
    await choose(/^Hang up/);
    await move(5_000);
    expect(said).toEqual([]);
    await press("Hang up");
    await move(60_000);
    expect(said).toEqual(["status: Hanging up call ending 8 0 0 0.", "status: Hung up."]);
  });

  it("that comes late: after how long", async () => {
    const { said, choose } = await listenToActions({ kind: "doneLate", on: "threeParty", after: 6_000 });
    await choose(/^Three-party/);
    await move(60_000);
    expect(said).toEqual([
      "status: Joining call ending 8 0 0 0.",
      expect.stringMatching(/^status: In three-party call after [678] s\.$/),
    ]);
  });

  it("that is accepted and not done: that the call is still on hold, and its departure when it comes", async () => {
    const { said, press, simulator } = await listenToActions({ kind: "notDone", on: "retrieve" });
    await press(`Retrieve ${outgoing}`);
    await move(20_000);
    expect(said).toEqual([
      "status: Retrieving call ending 8 0 0 0.",
      "alert: Call ending 8 0 0 0: Accepted, but still on hold.",
    ]);
    simulator.endCall(agentId, "1501127996-2");
    await move(60_000);
    expect(said.slice(2)).toHaveLength(1);
    expect(said[2]).toBe("status: Call ending 8 0 0 0 no longer on hold. 2 left.");
  });

  it("that is refused: which call, and the row's words, as an alert", async () => {
    const { said, press } = await listenToActions({ kind: "retcode", on: "retrieve", retcode: "200-016" });
    await press(`Retrieve ${outgoing}`);
    await move(60_000);
    expect(said).toEqual(["alert: Call ending 8 0 0 0: Not retrieved: the call cannot be retrieved right now."]);
  });

  it("that nobody can know of: that it is unknown, as an alert", async () => {
    const { said, press } = await listenToActions({ kind: "silence", on: "retrieve" });
    await press(`Retrieve ${outgoing}`);
    await move(60_000);
    expect(said).toEqual([
      "status: Retrieving call ending 8 0 0 0.",
      "alert: Call ending 8 0 0 0: Unknown whether it worked. Look at the list before trying again.",
    ]);
  });

  it("whose answer was lost while the list showed it: that the call is off hold", async () => {
    const { said, choose, getByText } = await listenToActions({ kind: "answerLost", on: "threeParty", by: "silence" });
    await choose(/^Three-party/);
    await move(30_000);
    getByText("2 calls");
    expect(said).toEqual([
      "status: Joining call ending 8 0 0 0.",
      "status: Call ending 8 0 0 0 no longer on hold. 2 left.",
    ]);
  });
});
