import { act } from "@testing-library/react";
import { createRef } from "react";
import { expect, it, vi } from "vitest";
import { enActions, type HoldListPanelHandle, hangUp, retrieve, threeParty } from "../../src/index.js";
import { endAll, incoming, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { type ActingOptions, ready, renderActing } from "../support/renderActing.js";
import { renderPanel } from "../support/renderPanel.js";
import { detailsButton, heading, row } from "../support/screen.js";

/** Renders a panel with actions and a handle. */
async function renderHandled(options: ActingOptions = {}) {
  const handleRef = createRef<HoldListPanelHandle>();
  const panel = await renderActing({ ...options, props: { handleRef, ...options.props } });
  const handle = () => {
    if (handleRef.current === null) throw new Error("There is no handle.");
    return handleRef.current;
  };
  const retrieveLongest = async () => {
    const hasStarted = await act(() => Promise.resolve(handle().retrieveLongestHeld()));
    await passTime(0);
    return hasStarted;
  };
  return { ...panel, handleRef, handle, retrieveLongest };
}

it("refreshes the list, and resolves after a good or a bad outcome", async () => {
  const { handle, reads, simulator } = await renderHandled({ provider: { pollInterval: 30_000 } });
  await act(() => handle().refresh());
  expect(reads()).toBe(2);
  simulator.order({ kind: "disconnect" });
  await act(async () => {
    await expect(handle().refresh()).resolves.toBeUndefined();
  });
  expect(reads()).toBe(3);
});

it("retrieves the call held longest in any sort order, as its button would", async () => {
  const { retrieveLongest, session, sent, show, props, reports } = await renderHandled();
  act(() => session.getState().setHeldSince(incoming.callId, Date.now() - 60_000));
  show({ ...props, order: "newest-first" });
  expect(await retrieveLongest()).toBe(true);
  expect(sent()).toEqual([`retrieve ${incoming.callId}`]);
  expect(row(incoming)).toHaveTextContent("Off hold");
  expect(reports.map(([callId, { kind }]) => [callId, kind])).toEqual([
    [incoming.callId, "started"],
    [incoming.callId, "confirmed"],
  ]);
});

it("retrieves nothing while the call is already being retrieved", async () => {
  const { retrieveLongest, sent } = await renderHandled({
    before: (simulator) => void simulator.order({ kind: "silence", on: "retrieve" }),
  });
  expect(await retrieveLongest()).toBe(true);
  expect(await retrieveLongest()).toBe(false);
  expect(sent()).toHaveLength(1);
});

const labels = { label: "Retrieve", confirm: { question: (number: string) => `Retrieve ${number}?`, no: "No" } };
it.each<[string, ActingOptions]>([
  ["the panel has no retrieve", { actions: [threeParty, hangUp] }],
  ["the panel has no actions", { actions: [] }],
  ["retrieve is not for the call", { actions: [{ ...retrieve, isFor: ({ callId }) => callId !== outgoing.callId }] }],
  ["retrieve needs a confirmation", { actions: [{ ...retrieve, labels }] }],
  ["nothing is on hold", { before: endAll }],
])("retrieves nothing when %s", async (_, options) => {
  const { retrieveLongest, sent } = await renderHandled(options);
  expect(await retrieveLongest()).toBe(false);
  expect(sent()).toEqual([]);
});

it("retrieves nothing while retrieve is blocked", async () => {
  const { retrieveLongest, sent, simulator } = await renderHandled();
  simulator.order({ kind: "retcode", retcode: "000-004", times: 1 });
  await passTime(2_250);
  expect(await retrieveLongest()).toBe(false);
  expect(sent()).toEqual([]);
});

it("reads a stale list before it retrieves", async () => {
  const { retrieveLongest, sent, simulator } = await renderHandled({ provider: { pollInterval: 30_000 } });
  await passTime(3_000);
  simulator.endCall("291", outgoing.callId);
  expect(await retrieveLongest()).toBe(true);
  expect(sent()).toEqual([]);
  expect(row(outgoing)).toHaveTextContent(enActions.goneBefore);
});

it("focuses the first control of the first row", async () => {
  const { handle } = await renderHandled();
  act(() => handle().focusFirst());
  expect(row(outgoing)).toContainElement(document.activeElement as HTMLElement);
  expect(detailsButton("996-2")).toHaveFocus();
});

it.each([
  ["there is no call", false],
  ["nobody is signed in", true],
])("focuses the heading when %s", async (_, signedOut) => {
  const handleRef = createRef<HoldListPanelHandle>();
  await renderPanel({ props: { handleRef }, signedOut });
  act(() => handleRef.current?.focusFirst());
  expect(heading()).toHaveFocus();
  expect(handleRef.current?.retrieveLongestHeld()).toBe(false);
});

it("stays the same handle for the panel's life, and is null afterwards", async () => {
  const handleRef = vi.fn();
  const { show, props, unmount } = await renderActing({ props: { handleRef } });
  show({ ...props, order: "gateway", actions: ready });
  await passTime(2_250);
  expect(handleRef).toHaveBeenCalledTimes(1);
  unmount();
  expect(handleRef).toHaveBeenLastCalledWith(null);
});
