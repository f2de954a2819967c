import { act } from "@testing-library/react";
import { Profiler } from "react";
import { expect, it, vi } from "vitest";
import type { HoldListPanelProps } from "../../src/index.js";
import { agentId, holdThree } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { ready } from "../support/renderActing.js";
import { renderPanel } from "../support/renderPanel.js";
import { panel, rows } from "../support/screen.js";

/** Renders a panel over `count` calls, and counts React's commits in it from 1 s on. */
async function renderCounted(count: number, props: HoldListPanelProps = {}) {
  let commits = 0;
  const rendered = await renderPanel({
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
  await passTime(1_000);
  const before = commits;
  return { ...rendered, commits: () => commits - before };
}

it.each([
  ["6 calls", 6, {}],
  ["100 calls", 100, {}],
  ["6 calls with actions", 6, { actions: ready }],
])("commits nothing in a minute of unchanged polls and timer ticks over %s", async (_, count, props) => {
  const { simulator, commits } = await renderCounted(count, props);
  const asked = simulator.requests.length;
  await passTime(58_000);
  expect(commits()).toBe(0);
  expect(simulator.requests.length - asked).toBe(29);
  expect(rows()[count - 1]).toHaveTextContent("≥0:59");
});

it("commits once when a call crosses a threshold", async () => {
  const { session, commits } = await renderCounted(6);
  act(() => session.getState().setHeldSince("1501127996-2", Date.now() - 39_000));
  await passTime(5_000);
  const before = commits();
  await passTime(15_500);
  expect(commits() - before).toBe(0);
  await passTime(1_000);
  expect(commits() - before).toBe(1);
  await passTime(30_000);
  expect(commits() - before).toBe(1);
});

it("writes one text per second and timer while the gateway's answer stays the same", async () => {
  const renderCall = vi.fn(() => null);
  await renderPanel({ before: holdThree, props: { renderCall } });
  await passTime(5_000);
  const changes: MutationRecord[] = [];
  new MutationObserver((records) => changes.push(...records)).observe(panel(), {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  await passTime(20_000);
  expect(renderCall).toHaveBeenCalledTimes(3);
  expect(changes).toHaveLength(3 * 20);
  for (const { target } of changes)
    expect((target instanceof Element ? target : target.parentElement)?.className).toBe("hlp-digits");
});
