import { act, screen } from "@testing-library/react";
import { createRef } from "react";
import { expect, it, vi } from "vitest";
import { type HoldListPanelHandle, hangUp, retrieve, threeParty } from "../../src/index.js";
import { agentId, move, renderPanel } from "../support/renderPanel.js";
import { incoming, outgoing, ready, renderActing, row } from "../support/renderActing.js";

/** A panel that acts, and its handle. */
async function renderHandled(options: Parameters<typeof renderActing>[0] = {}) {
  const handleRef = createRef<HoldListPanelHandle>();
  const panel = await renderActing({ ...options, props: { handleRef, ...options.props } });
  const handle = () => {
    if (handleRef.current === null) throw new Error("There is no handle.");
    return handleRef.current;
  };
  const retrieveLongest = async () => {
    const began = await act(() => Promise.resolve(handle().retrieveLongestHeld()));
    await move(0);
    return began;
  };
  return { ...panel, handleRef, handle, retrieveLongest };
}

it("refreshes the list, and ends with the outcome, good or bad", async () => {
  const { handle, reads, simulator } = await renderHandled({ provider: { pollInterval: 30_000 } });
  await act(() => handle().refresh());
  expect(reads()).toBe(2);
  simulator.order({ kind: "disconnect" });
  await act(async () => {
    await expect(handle().refresh()).resolves.toBeUndefined();
  });
  expect(reads()).toBe(3);
});

it("retrieves the call that waits longest, wherever it stands, as its button would", async () => {
  const { retrieveLongest, session, sent, show, props, reports } = await renderHandled();
  act(() => session.getState().setHeldSince(incoming.callId, Date.now() - 60_000));
  show({ ...props, order: "newest-first" });
  expect(await retrieveLongest()).toBe(true);
  expect(sent()).toEqual([`retrieve ${incoming.callId}`]);
  expect(row(incoming)).toHaveTextContent("No longer on hold");
  expect(reports.map(([callId, { kind }]) => [callId, kind])).toEqual([
    [incoming.callId, "started"],
    [incoming.callId, "confirmed"],
  ]);
});

it("retrieves nothing a second time while it is under way", async () => {
  const { retrieveLongest, sent } = await renderHandled({
    before: (simulator) => void simulator.order({ kind: "silence", on: "retrieve" }),
  });
  expect(await retrieveLongest()).toBe(true);
  expect(await retrieveLongest()).toBe(false);
  expect(sent()).toHaveLength(1);
});

it("retrieves nothing where it is blocked, nothing is held, or the panel has no retrieve", async () => {
  const { retrieveLongest, sent, show, props, simulator } = await renderHandled();
  show({ ...props, actions: [threeParty, hangUp] });
  expect(await retrieveLongest()).toBe(false);
  show({ ...props, actions: [] });
  expect(await retrieveLongest()).toBe(false);
  show(props);
  simulator.order({ kind: "retcode", retcode: "000-004", times: 1 });
  await move(2_250);
  expect(await retrieveLongest()).toBe(false);
  await move(5_000);
  for (const { callId } of simulator.agent(agentId).heldCalls) simulator.endCall(agentId, callId);
  await move(2_250);
  expect(await retrieveLongest()).toBe(false);
  expect(sent()).toEqual([]);
});

it("retrieves no call whose row does not show it", async () => {
  const isFor = (call: { callId: string }) => call.callId !== outgoing.callId;
  const { retrieveLongest, sent } = await renderHandled({ actions: [{ ...retrieve, isFor }] });
  expect(await retrieveLongest()).toBe(false);
  expect(sent()).toEqual([]);
});

it("retrieves nothing without the question that the host wants asked", async () => {
  const labels = { label: "Retrieve", confirm: { question: (number: string) => `Retrieve ${number}?`, no: "No" } };
  const { retrieveLongest, sent } = await renderHandled({ actions: [{ ...retrieve, labels }] });
  expect(await retrieveLongest()).toBe(false);
  expect(sent()).toEqual([]);
});

it("retrieves by the list that is read first where it is old", async () => {
  const { retrieveLongest, sent, simulator } = await renderHandled({ provider: { pollInterval: 30_000 } });
  await move(3_000);
  simulator.endCall(agentId, outgoing.callId);
  expect(await retrieveLongest()).toBe(true);
  expect(sent()).toEqual([]);
  expect(row(outgoing)).toHaveTextContent("Already off hold. Nothing was sent.");
});

it("puts the focus on the first control of the first call", async () => {
  const { handle } = await renderHandled();
  act(() => handle().focusFirst());
  expect(row(outgoing)).toContainElement(document.activeElement as HTMLElement);
  expect(screen.getByRole("button", { name: "Details, call ID ending 996-2" })).toHaveFocus();
});

it("puts the focus on the heading where there is no call, and where nobody is signed in", async () => {
  const handleRef = createRef<HoldListPanelHandle>();
  const { session } = await renderPanel({ props: { handleRef } });
  act(() => handleRef.current?.focusFirst());
  expect(screen.getByRole("heading", { name: "On hold" })).toHaveFocus();
  act(() => session.getState().signOut());
  act(() => screen.getByRole("heading").blur());
  act(() => handleRef.current?.focusFirst());
  expect(screen.getByRole("heading", { name: "On hold" })).toHaveFocus();
  expect(handleRef.current?.retrieveLongestHeld()).toBe(false);
});

it("is one handle for a panel's life, and none after it", async () => {
  const handleRef = vi.fn();
  const { show, props, unmount } = await renderActing({ props: { handleRef } });
  show({ ...props, order: "gateway", actions: ready });
  await move(2_250);
  expect(handleRef).toHaveBeenCalledTimes(1);
  unmount();
  expect(handleRef).toHaveBeenLastCalledWith(null);
});
