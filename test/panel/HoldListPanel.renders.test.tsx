import { act, screen } from "@testing-library/react";
import { Profiler } from "react";
import { expect, it } from "vitest";
import { connectAndLeave, hangUp, type HoldListPanelProps, retrieve, threeParty } from "../../src/index.js";
import { agentId, move, renderPanel } from "../support/renderPanel.js";

/** A panel over so many calls, and how often React has committed something of it. */
async function renderCounted(count: number, props: HoldListPanelProps = {}) {
  let commits = 0;
  const panel = await renderPanel({
    props,
    before: (simulator) => {
      for (let index = 0; index < count; index++)
        simulator.holdCall(agentId, { callId: `1501127996-${index}`, callType: 0, caller: `1390000${1_000 + index}` });
    },
    page: (panel) => (
      <Profiler id="panel" onRender={() => commits++}>
        {panel}
      </Profiler>
    ),
  });
  const begun = () => {
    const before = commits;
    return () => commits - before;
  };
  return { ...panel, begun };
}

it.each([6, 100])("commits nothing in a minute of unchanged polls and ticks over %i calls", async (count) => {
  const { simulator, begun } = await renderCounted(count);
  await move(1_000);
  const asked = simulator.requests.length;
  const commits = begun();
  await move(58_000);
  expect(commits()).toBe(0);
  expect(simulator.requests.length - asked).toBe(29);
  expect(screen.getAllByRole("timer")[count - 1]).toHaveTextContent("≥0:59");
});

it("commits nothing either where the agent can act on the calls", async () => {
  const { begun } = await renderCounted(6, { actions: [retrieve, threeParty, connectAndLeave, hangUp] });
  await move(1_000);
  const commits = begun();
  await move(58_000);
  expect(commits()).toBe(0);
});

it("commits for the calls that cross a threshold, and again for nothing", async () => {
  const { session, begun } = await renderCounted(6);
  act(() => session.getState().setHeldSince("1501127996-2", Date.now() - 40_000));
  await move(5_000);
  const commits = begun();
  await move(14_500);
  expect(commits()).toBe(0);
  await move(1_000);
  expect(commits()).toBe(1);
  await move(30_000);
  expect(commits()).toBe(1);
});
