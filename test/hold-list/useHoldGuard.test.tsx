import { act, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { type HoldGuardOptions, useHoldGuard } from "../../src/index.js";
import { agentId, holdThree, move, renderPanel } from "../support/renderPanel.js";

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
const said = () => document.querySelector("output")?.textContent;
/** Whether the browser would ask before the page goes. */
const asksBeforeLeaving = () => {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

it("counts the calls on hold, and joins the panel's poll", async () => {
  const { simulator } = await renderPanel({ before: holdThree, ...withGuard() });
  expect(said()).toBe("3 certain");
  expect(simulator.requests).toHaveLength(1);
  simulator.endCall(agentId, "1501127920-0");
  await move(2_010);
  expect(said()).toBe("2 certain");
});

it("keeps the last number while the list is in doubt, and says so", async () => {
  const { simulator } = await renderPanel({ before: holdThree, ...withGuard() });
  simulator.order({ kind: "disconnect" });
  await move(2_010);
  expect(said()).toBe("3 uncertain");
});

it("is not certain without a list, and is after the sign-out", async () => {
  const { session } = await renderPanel({
    before: (simulator) => void simulator.order({ kind: "http", status: 502 }),
    ...withGuard(),
  });
  expect(said()).toBe("0 uncertain");
  act(() => session.getState().signOut());
  expect(said()).toBe("0 certain");
});

it("counts a call that could not be read", async () => {
  const row = { callfeature: 0, callid: "1-1", caller: "1", called: "2" };
  const body = JSON.stringify({ message: "", retcode: "0", result: [row, { callfeature: 0 }] });
  await renderPanel({ before: (simulator) => void simulator.order({ kind: "body", body }), ...withGuard() });
  expect(said()).toBe("2 certain");
});

it("lets the browser ask only where the host wants it, and while a call is on hold", async () => {
  const { simulator, unmount } = await renderPanel({ before: holdThree, ...withGuard({ prompt: true }) });
  expect(asksBeforeLeaving()).toBe(true);
  for (const { callId } of simulator.agent(agentId).heldCalls) simulator.endCall(agentId, callId);
  await move(2_010);
  expect(screen.getByText("No calls on hold")).toBeInTheDocument();
  expect(asksBeforeLeaving()).toBe(false);
  unmount();
  await renderPanel({ before: holdThree, ...withGuard() });
  expect(asksBeforeLeaving()).toBe(false);
});
