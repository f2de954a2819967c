import { act } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import {
  hangUp,
  maskNumber,
  retrieve,
  RetrieveLongestHeldButton,
  type RetrieveLongestHeldButtonProps,
} from "../../../src/index.js";
import type { Simulator } from "../../../src/simulator/simulator.js";
import { agentId, holdThree, move, renderPanel } from "../../support/renderPanel.js";

const withButton = (props: Partial<RetrieveLongestHeldButtonProps> = {}) => ({
  props: { actions: [retrieve] },
  page: (panel: ReactNode) => (
    <>
      <RetrieveLongestHeldButton action={retrieve} {...props} />
      {panel}
    </>
  ),
});
const button = () => {
  const one = document.querySelector(".hlp-retrieve-longest");
  if (one === null) throw new Error("There is no button.");
  return one;
};
const posted = (simulator: Simulator) =>
  simulator.requests.filter(({ method }) => method === "POST").map(({ callId }) => callId);

it("names the call that waits longest, and retrieves that one", async () => {
  const { simulator, session, user } = await renderPanel({ before: holdThree, ...withButton() });
  act(() => session.getState().setHeldSince("1501127920-0", Date.now() - 90_000));
  expect(button()).toHaveAccessibleName("Retrieve longest held 70941, 920-0");
  await user.click(button());
  await move(100);
  expect(posted(simulator)).toEqual(["1501127920-0"]);
});

it("stays with the call that it names while the pointer is over it, and sends nothing for a second once that one is gone", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree, ...withButton() });
  const longest = button();
  expect(longest).toHaveAccessibleName("Retrieve longest held 138 0013 8000, 996-2");
  await user.hover(longest);
  simulator.endCall(agentId, "1501127996-2");
  await move(2_010);
  expect(longest).toHaveAccessibleName("Retrieve longest held 138 0013 8000, 996-2");
  expect(longest).toHaveAttribute("aria-disabled", "true");
  expect(longest).toHaveAccessibleDescription("No longer on hold");
  await user.click(longest);
  await move(100);
  expect(posted(simulator)).toEqual([]);
  await move(1_000);
  expect(longest).toHaveAccessibleName("Retrieve longest held 70941, 920-0");
});

it("says that there is nothing to retrieve", async () => {
  await renderPanel(withButton());
  expect(button()).toHaveAttribute("aria-disabled", "true");
  expect(button()).toHaveAccessibleDescription("No calls on hold");
});

it("names a masked number by its last digits", async () => {
  await renderPanel({ before: holdThree, ...withButton({ mask: maskNumber }) });
  expect(button()).toHaveAccessibleName("Retrieve longest held number ending 8 0 0 0, 996-2");
});

it("is busy while its call is being retrieved, and a second press does nothing", async () => {
  const { simulator, user } = await renderPanel({
    before: (one) => {
      holdThree(one);
      one.order({ kind: "silence", on: "retrieve" });
    },
    ...withButton(),
  });
  await user.dblClick(button());
  await move(500);
  expect(button()).toHaveTextContent("Retrieving…");
  expect(posted(simulator)).toHaveLength(1);
});

it("sends nothing for an action that asks first, or that the call does not show", async () => {
  const asks = await renderPanel({ before: holdThree, ...withButton({ action: hangUp }) });
  expect(button()).toHaveAccessibleDescription("Not from here: see the call in the list");
  await asks.user.click(button());
  asks.unmount();
  const notForIt = { ...retrieve, isFor: () => false };
  const hidden = await renderPanel({ before: holdThree, ...withButton({ action: notForIt }) });
  await hidden.user.click(button());
  await move(500);
  expect([posted(asks.simulator), posted(hidden.simulator)]).toEqual([[], []]);
});

it("retrieves one call for a key that is held down", async () => {
  const { simulator } = await renderPanel({ before: holdThree, ...withButton() });
  const repeated = new KeyboardEvent("keydown", { key: "Enter", repeat: true, bubbles: true, cancelable: true });
  act(() => void button().dispatchEvent(repeated));
  expect(repeated.defaultPrevented).toBe(true); // and so no click comes of it
  expect(posted(simulator)).toEqual([]);
});

it("only reads for a supervisor", async () => {
  const { simulator, user } = await renderPanel({
    before: (one) => void one.holdCall("292", { callId: "9-9", callType: 0, caller: "70999", skill: "" }),
    provider: { supervised: { agentId: "292", name: "Li Wei" } },
    ...withButton(),
  });
  expect(button()).toHaveAttribute("aria-disabled", "true");
  await user.click(button());
  await move(500);
  expect(posted(simulator)).toEqual([]);
});

it("survives a host's callback that throws, and goes on", async () => {
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  const onAction = () => {
    throw new Error("host");
  };
  const { simulator, user } = await renderPanel({ before: holdThree, ...withButton({ onAction }) });
  await user.click(button());
  await move(500);
  expect(posted(simulator)).toEqual(["1501127996-2"]);
  expect(reported).toHaveBeenCalledWith(new Error("host"));
  vi.unstubAllGlobals();
});
