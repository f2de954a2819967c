import { act, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { type HoldGuardOptions, useHoldGuard } from "../../src/index.js";
import { agentId, holdThree, passTime, renderPanel } from "../support/renderPanel.js";

function Guard(options: HoldGuardOptions): ReactNode {
  const { callsOnHold, isCertain } = useHoldGuard(options);
  return <output>{`${callsOnHold} ${isCertain ? "certain" : "uncertain"}`}</output>;
}
const withGuard = (options: HoldGuardOptions = {}) => ({
  page: (panel: ReactNode) => (
    <>
      {panel}
      <Guard {...options} />
    </>
  ),
});
const shown = () => document.querySelector("output")?.textContent;
/** Whether the browser would prompt before the page is left. */
const promptsBeforeLeaving = () => {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

it("counts the calls on hold and shares the panel's poll", async () => {
  const { simulator } = await renderPanel({ before: holdThree, ...withGuard() });
  expect(shown()).toBe("3 certain");
  expect(simulator.requests).toHaveLength(1);
  simulator.endCall(agentId, "1501127920-0");
  await passTime(2_010);
  expect(shown()).toBe("2 certain");
});

it("keeps the last number and is uncertain while the list is in doubt", async () => {
  const { simulator } = await renderPanel({ before: holdThree, ...withGuard() });
  simulator.order({ kind: "disconnect" });
  await passTime(2_010);
  expect(shown()).toBe("3 uncertain");
});

it("is uncertain without a list and certain after a sign-out", async () => {
  const { session } = await renderPanel({
    before: (simulator) => void simulator.order({ kind: "http", status: 502 }),
    ...withGuard(),
  });
  expect(shown()).toBe("0 uncertain");
  act(() => session.getState().signOut());
  expect(shown()).toBe("0 certain");
});

it("counts a row that cannot be read", async () => {
  const row = { callfeature: 0, callid: "1-1", caller: "1", called: "2" };
  const body = JSON.stringify({ message: "", retcode: "0", result: [row, { callfeature: 0 }] });
  await renderPanel({ before: (simulator) => void simulator.order({ kind: "body", body }), ...withGuard() });
  expect(shown()).toBe("2 certain");
});

it("lets the browser prompt only with the prompt option and while a call is on hold", async () => {
  const { simulator, unmount } = await renderPanel({ before: holdThree, ...withGuard({ prompt: true }) });
  expect(promptsBeforeLeaving()).toBe(true);
  for (const { callId } of simulator.agent(agentId).heldCalls) simulator.endCall(agentId, callId);
  await passTime(2_010);
  expect(screen.getByText("No calls on hold")).toBeInTheDocument();
  expect(promptsBeforeLeaving()).toBe(false);
  unmount();
  await renderPanel({ before: holdThree, ...withGuard() });
  expect(promptsBeforeLeaving()).toBe(false);
});
