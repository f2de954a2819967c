import { act, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { createHeldCallAction, retrieve } from "../../src/index.js";
import { agentId, move } from "../support/renderPanel.js";
import { outgoing, renderActing, row } from "../support/renderActing.js";

const retrieveIt = `Retrieve ${outgoing.name}`;
const silent = (simulator: Awaited<ReturnType<typeof renderActing>>["simulator"]) =>
  void simulator.order({ kind: "silence", on: "retrieve" });
const lastAction = ({ simulator }: Awaited<ReturnType<typeof renderActing>>) =>
  simulator.requests.filter(({ operation }) => operation === "retrieve").at(-1);

it("aborts an action at sign-out and forgets it, and the next sign-in finds nothing of it", async () => {
  const panel = await renderActing({ before: silent });
  const { press, session, simulator, reports, container } = panel;
  await press(retrieveIt);
  expect(lastAction(panel)?.outcome).toBe("pending");
  act(() => session.getState().signOut());
  await move(500);
  expect(lastAction(panel)?.outcome).toBe("aborted");
  expect(container).not.toHaveTextContent(/138|Retriev/);
  simulator.clearFaults();
  act(() => session.getState().signIn({ agentId, guid: simulator.signIn(agentId) }));
  await move(15_000);
  expect(reports.map(([, { kind }]) => kind)).toEqual(["started"]);
  expect(screen.getByRole("button", { name: retrieveIt })).toHaveAttribute("aria-disabled", "false");
});

it("sends no action whose list was still being read at the sign-out", async () => {
  const panel = await renderActing({ provider: { pollInterval: 30_000 } });
  await move(3_000);
  panel.simulator.order({ kind: "latency", delay: 1_000 });
  await panel.press(retrieveIt);
  act(() => panel.session.getState().signOut());
  await move(5_000);
  expect(panel.sent()).toEqual([]);
});

it("goes on with an action whose panel leaves the page, and tells the host what came of it", async () => {
  const panel = await renderActing({
    before: (simulator) => void simulator.order({ kind: "latency", on: "retrieve", delay: 1_000 }),
  });
  await panel.press(retrieveIt);
  panel.unmount();
  await move(5_000);
  expect(lastAction(panel)?.outcome).toBe("0");
  expect(panel.simulator.agent(agentId).currentCall?.callId).toBe(outgoing.callId);
});

it("leaves no timer behind once the panel has left and its action has ended", async () => {
  const panel = await renderActing({
    before: (simulator) => void simulator.order({ kind: "notDone", on: "retrieve" }),
  });
  await panel.press(retrieveIt);
  panel.unmount();
  await move(15_000);
  const reads = panel.reads();
  await move(60_000);
  expect(panel.reads()).toBe(reads);
  expect(vi.getTimerCount()).toBe(0);
});

it("asks with the Guid that the answer of an action has renewed", async () => {
  const panel = await renderActing({
    before: (simulator) => {
      simulator.set({ guidOverlap: 0 });
      simulator.order({ kind: "setGuid", on: "retrieve", times: 1 });
    },
  });
  const before = panel.session.getState().session?.guid;
  await panel.press(retrieveIt);
  await move(2_250);
  expect(panel.session.getState().session?.guid).not.toBe(before);
  expect(panel.simulator.requests.map(({ outcome }) => outcome)).toEqual(["0", "0", "0", "0"]);
  expect(row(outgoing)).toHaveTextContent("No longer on hold");
  await panel.press("Retrieve 70941, 920-0");
  expect(panel.simulator.requests.at(-2)).toMatchObject({ operation: "retrieve", outcome: "0" });
});

it("asks with the Guid of the moment of sending, not of the press", async () => {
  const panel = await renderActing({ provider: { pollInterval: 30_000 } });
  await move(3_000);
  panel.simulator.order({ kind: "latency", delay: 1_000, times: 1 });
  panel.simulator.set({ guidOverlap: 0 });
  await panel.press(retrieveIt);
  const { session } = panel.session.getState();
  const guid = panel.simulator.renewGuid(agentId);
  act(() => panel.session.getState().renewGuid(guid, session?.signIn ?? 0));
  await move(3_000);
  expect(lastAction(panel)?.outcome).toBe("0");
});

it("takes no Guid from an answer that comes after another sign-in", async () => {
  let answer: () => void = () => {};
  const slow = createHeldCallAction({
    id: "slow",
    labels: { label: "Slow" },
    run: ({ request }) =>
      new Promise<void>((resolve) => (answer = resolve)).then(() => request.onSetGuid?.("JSESSIONID=late.Node")),
  });
  const { press, session, simulator } = await renderActing({ actions: [slow] });
  await press(`Slow ${outgoing.name}`);
  const guid = simulator.signIn(agentId);
  act(() => session.getState().signIn({ agentId, guid }));
  answer();
  await move(500);
  expect(session.getState().session?.guid).toBe(guid);
});

it("acts once under StrictMode, which mounts all twice", async () => {
  const panel = await renderActing({ strict: true });
  await panel.press(retrieveIt);
  await move(3_000);
  expect(panel.sent()).toEqual([`retrieve ${outgoing.callId}`]);
  expect(panel.reports.map(([, { kind }]) => kind)).toEqual(["started", "confirmed"]);
});

it("writes no Guid, and nothing of a masked number, into the page, its storage or its address", async () => {
  const panel = await renderActing({ actions: [retrieve], props: { mask: () => "••" } });
  const guid = panel.session.getState().session?.guid ?? "no Guid";
  await panel.user.click(screen.getAllByRole("button", { name: /^Retrieve/ })[0] ?? document.body);
  await move(1_250);
  expect(panel.sent()).toHaveLength(1);
  const everything = [
    document.documentElement.outerHTML,
    JSON.stringify({ ...sessionStorage, ...localStorage }),
    location.href,
  ].join();
  for (const secret of [guid, "1380013", "0013", "8000", "70941"]) expect(everything).not.toContain(secret);
});

it("joins a poll that is under way, and cuts none off", async () => {
  const panel = await renderActing({ provider: { pollInterval: 30_000 } });
  await move(3_000);
  panel.simulator.order({ kind: "latency", delay: 1_000, times: 1 });
  await panel.press("Refresh calls on hold");
  await panel.press(retrieveIt);
  expect(panel.sent()).toEqual([]);
  await move(1_250);
  expect(panel.sent()).toHaveLength(1);
  expect(panel.simulator.requests.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
    "holdList 0",
    "holdList 0",
    "retrieve 0",
    "holdList 0",
  ]);
});

it("reads the list no sooner than a gateway in trouble asked for, and then does not know", async () => {
  const panel = await renderActing({
    before: (simulator) => void simulator.order({ kind: "notDone", on: "retrieve" }),
  });
  await move(500);
  panel.simulator.order({ kind: "http", status: 503, retryAfter: "60" });
  await panel.press(retrieveIt);
  await move(10_250);
  expect(panel.reads()).toBe(2);
  expect(row(outgoing)).toHaveTextContent("Unknown whether it worked.");
});
