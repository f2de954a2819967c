import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { retrieve, zhCN } from "../../src/index.js";
import type { Simulator } from "../../src/simulator/simulator.js";
import { agentId, holdThree, move, renderPanel } from "../support/renderPanel.js";

const other = { agentId: "292", name: "Li Wei" };
const holdForOther = (simulator: Simulator) =>
  void simulator.holdCall("292", { callId: "9-9", callType: 0, caller: "70999", skill: "" });
const asked = (simulator: Simulator) => [...new Set(simulator.requests.map(({ path }) => path))];

it("reads the list of the other agent, with the supervisor's own sign-in, and names whose it is", async () => {
  const before = (simulator: Simulator) => {
    holdThree(simulator);
    holdForOther(simulator);
  };
  const { simulator } = await renderPanel({ before, provider: { supervised: other } });
  expect(screen.getByRole("region", { name: "On hold: Li Wei" })).toBeInTheDocument();
  expect(screen.getAllByRole("listitem")).toHaveLength(1);
  expect(screen.getByText("70999")).toBeInTheDocument();
  expect(asked(simulator)).toEqual([`/agentgateway/resource/calldata/${agentId}/holdlistex/292`]);
});

it("offers no action, whatever the host gives it", async () => {
  await renderPanel({ before: holdForOther, provider: { supervised: other }, props: { actions: [retrieve] } });
  expect(screen.queryByRole("button", { name: /^Retrieve/ })).toBeNull();
});

it("takes no event of the supervisor's for one of the other agent", async () => {
  const { session } = await renderPanel({ before: holdForOther, provider: { supervised: other } });
  const event = { eventType: "AgentEvent_Hold", workNo: agentId, content: "9-9", eventGenTime: Date.now() };
  act(() => session.getState().applyAgentEvent({ message: "", retcode: "0", event }));
  act(() => session.getState().setHeldSince("9-9", Date.now() - 60_000));
  expect(screen.getByText("≥")).toBeInTheDocument();
  expect(screen.getByRole("timer")).toHaveTextContent("0:00");
});

it("keeps its times apart from those of the supervisor's own list", async () => {
  await renderPanel({ before: holdForOther, provider: { supervised: other } });
  expect(Object.keys(sessionStorage)).toEqual([`hold-list-panel:hold-times:${agentId} of 292`]);
});

it("shows nothing of a former agent when another is supervised", async () => {
  const { simulator, provide } = await renderPanel({ before: holdForOther, provider: { supervised: other } });
  expect(screen.getByText("70999")).toBeInTheDocument();
  provide({ supervised: { agentId: "293", name: "Zhang" } });
  expect(screen.queryByText("70999")).toBeNull();
  await move(0);
  expect(screen.getByText("Zhang has no calls on hold")).toBeInTheDocument();
  // And back: the former failure or list of that visit does not come back.
  simulator.endCall("292", "9-9");
  provide({ supervised: other });
  expect(screen.queryByText("70999")).toBeNull();
  await move(0);
  expect(screen.getByText("Li Wei has no calls on hold")).toBeInTheDocument();
});

it("goes on with the list when the host writes the same agent anew", async () => {
  const { simulator, provide } = await renderPanel({ before: holdForOther, provider: { supervised: other } });
  provide({ supervised: { ...other } });
  await move(0);
  expect(simulator.requests).toHaveLength(1);
});

it.each([
  ["300-001", "No permission to see calls that Li Wei has on hold", "没有查看 Li Wei 保持通话的权限"],
  ["100-006", /You are not signed in any more, or Li Wei is not\./, /您的签入已失效，或 Li Wei 未签入。/],
  ["100-007", /Li Wei may be on another node of the cluster\./, /Li Wei 可能在集群的其他节点上/],
])("says of %s what it may mean for another agent's list", async (retcode, english, chinese) => {
  const { show } = await renderPanel({
    before: (simulator) => void simulator.order({ kind: "retcode", retcode, on: "holdListEx" }),
    provider: { supervised: other },
  });
  await move(1_500);
  expect(screen.getByText(english)).toBeInTheDocument();
  show({ labels: zhCN });
  expect(screen.getByText(chinese)).toBeInTheDocument();
});

it("asks nothing for an agent ID that no gateway has", async () => {
  const { simulator } = await renderPanel({ provider: { supervised: { agentId: "../291", name: "Li Wei" } } });
  expect(screen.getByText(/no such agent ID, yours or that of Li Wei/)).toBeInTheDocument();
  expect(simulator.requests).toEqual([]);
});
