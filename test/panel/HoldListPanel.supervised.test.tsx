import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { en, retrieve, zhCN } from "../../src/index.js";
import type { Simulator } from "../../src/simulator/simulator.js";
import { agentId, holdThree, orderFault } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { sendEvent } from "../support/desktop.js";
import { renderPanel } from "../support/renderPanel.js";
import { expectAbsent, expectShown, queryButton, rows } from "../support/screen.js";

const supervised = { agentId: "292", name: "Li Wei" };
const provider = { supervised };
const labels = en.supervising("Li Wei");
const before = (simulator: Simulator) =>
  void simulator.holdCall("292", { callId: "9-9", callType: 0, caller: "70999", skill: "" });

it("reads the other agent's list with the supervisor's own sign-in, and names the agent", async () => {
  const { simulator } = await renderPanel({
    before: (simulator) => {
      holdThree(simulator);
      before(simulator);
    },
    provider,
  });
  expect(screen.getByRole("region", { name: "On hold: Li Wei" })).toBeInTheDocument();
  expect(rows()).toHaveLength(1);
  expectShown("70999");
  const paths = new Set(simulator.requests.map(({ path }) => path));
  expect([...paths]).toEqual([`/agentgateway/resource/calldata/${agentId}/holdlistex/292`]);
});

it("offers no action", async () => {
  await renderPanel({ before, provider, props: { actions: [retrieve] } });
  expect(queryButton(/^Retrieve/)).toBeNull();
});

it("does not apply the supervisor's events and hold times to the other agent's calls", async () => {
  const { session } = await renderPanel({ before, provider });
  sendEvent(session, "AgentEvent_Hold", "9-9");
  act(() => session.getState().setHeldSince("9-9", Date.now() - 60_000));
  expect(screen.getByText("≥")).toBeInTheDocument();
  expect(screen.getByRole("timer")).toHaveTextContent("0:00");
});

it("stores its hold times apart from those of the supervisor's own list", async () => {
  await renderPanel({ before, provider });
  expect(Object.keys(sessionStorage)).toEqual([`hold-list-panel:hold-times:${agentId} of 292`]);
});

it("shows nothing of the former agent when another is supervised, nor when the host switches back", async () => {
  const { simulator, provide } = await renderPanel({ before, provider });
  expectShown("70999");
  provide({ supervised: { agentId: "293", name: "Zhang" } });
  expectAbsent("70999");
  await passTime(0);
  expectShown(en.supervising("Zhang").empty ?? "");
  simulator.endCall("292", "9-9");
  provide({ supervised });
  expectAbsent("70999");
  await passTime(0);
  expectShown(labels.empty ?? "");
});

it("keeps the list when the host passes an equal object for the same agent", async () => {
  const { simulator, provide } = await renderPanel({ before, provider });
  provide({ supervised: { ...supervised } });
  await passTime(0);
  expect(simulator.requests).toHaveLength(1);
});

it.each([
  ["300-001", "noPermission"],
  ["100-006", "refused"],
  ["100-007", "fault"],
] as const)("explains %s in the words for another agent's list", async (retcode, key) => {
  const { show } = await renderPanel({ before: orderFault({ kind: "retcode", retcode, on: "holdListEx" }), provider });
  await passTime(1_500);
  for (const language of [en, zhCN]) {
    show({ labels: language });
    expect(document.body).toHaveTextContent(language.supervising("Li Wei")[key] ?? "missing");
  }
});

it("sends nothing for an agent ID that no gateway has", async () => {
  const { simulator } = await renderPanel({ provider: { supervised: { agentId: "../291", name: "Li Wei" } } });
  expectShown(/does not know your agent ID or that of Li Wei/);
  expect(simulator.requests).toEqual([]);
});
