import { act, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { createHeldCallAction, enActions, retrieve } from "../../src/index.js";
import { agentId, incoming, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { renderActing, renderWithFault } from "../support/renderActing.js";
import { row } from "../support/screen.js";

const retrieveIt = `Retrieve ${outgoing.name}`;

/** Renders a panel whose list is stale, so that an action reads the list first, which takes 1 s. */
async function renderStale() {
  const panel = await renderActing({ provider: { pollInterval: 30_000 } });
  await passTime(3_000);
  panel.simulator.order({ kind: "latency", delay: 1_000, times: 1 });
  return panel;
}
type Acting = Awaited<ReturnType<typeof renderActing>>;
const outcomes = ({ simulator }: Acting) =>
  simulator.requests.map(({ operation, outcome }) => `${operation} ${outcome}`);
const lastOutcome = (panel: Acting) =>
  outcomes(panel)
    .filter((one) => one.startsWith("retrieve"))
    .at(-1);

it("aborts a running action at a sign-out, and the next sign-in shows nothing of it", async () => {
  const panel = await renderWithFault({ kind: "silence" });
  const { press, session, simulator, reports, container } = panel;
  await press(retrieveIt);
  expect(lastOutcome(panel)).toBe("retrieve pending");
  act(() => session.getState().signOut());
  await passTime(500);
  expect(lastOutcome(panel)).toBe("retrieve aborted");
  expect(container).not.toHaveTextContent(/138|Retriev/);
  simulator.clearFaults();
  act(() => session.getState().signIn({ agentId, guid: simulator.signIn(agentId) }));
  await passTime(15_000);
  expect(reports.map(([, { kind }]) => kind)).toEqual(["started"]);
  expect(screen.getByRole("button", { name: retrieveIt })).toHaveAttribute("aria-disabled", "false");
});

it("sends nothing for an action whose list was still being read at the sign-out", async () => {
  const { press, session, sent } = await renderStale();
  await press(retrieveIt);
  act(() => session.getState().signOut());
  await passTime(5_000);
  expect(sent()).toEqual([]);
});

it("finishes an action after its panel has been unmounted", async () => {
  const panel = await renderWithFault({ kind: "latency", delay: 1_000 });
  await panel.press(retrieveIt);
  panel.unmount();
  await passTime(5_000);
  expect(lastOutcome(panel)).toBe("retrieve 0");
  expect(panel.simulator.agent(agentId).currentCall?.callId).toBe(outgoing.callId);
});

it("leaves no timer after the panel has been unmounted and its action has ended", async () => {
  const { press, unmount, reads } = await renderWithFault({ kind: "notDone" });
  await press(retrieveIt);
  unmount();
  await passTime(15_000);
  const before = reads();
  await passTime(60_000);
  expect(reads()).toBe(before);
  expect(vi.getTimerCount()).toBe(0);
});

it("uses the Guid that an action's answer renewed", async () => {
  const panel = await renderActing({
    before: (simulator) => {
      simulator.set({ guidOverlap: 0 });
      simulator.order({ kind: "setGuid", on: "retrieve", times: 1 });
    },
  });
  const before = panel.session.getState().session?.guid;
  await panel.press(retrieveIt);
  await passTime(2_250);
  expect(panel.session.getState().session?.guid).not.toBe(before);
  expect(outcomes(panel)).toEqual(["holdList 0", "retrieve 0", "holdList 0", "holdList 0"]);
  await panel.press(`Retrieve ${incoming.name}`);
  expect(outcomes(panel).slice(4)).toEqual(["retrieve 0", "holdList 0"]);
});

it("uses the Guid of the moment of sending, not of the press", async () => {
  const panel = await renderStale();
  const { simulator, session } = panel;
  simulator.set({ guidOverlap: 0 });
  await panel.press(retrieveIt);
  const guid = simulator.renewGuid(agentId);
  act(() => session.getState().renewGuid(guid, session.getState().session?.signIn ?? 0));
  await passTime(3_000);
  expect(lastOutcome(panel)).toBe("retrieve 0");
});

it("ignores the Guid of an answer that arrives after another sign-in", async () => {
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
  await passTime(500);
  expect(session.getState().session?.guid).toBe(guid);
});

it("sends an action once under StrictMode", async () => {
  const { press, sent, reports } = await renderActing({ strict: true });
  await press(retrieveIt);
  await passTime(3_000);
  expect(sent()).toEqual([`retrieve ${outgoing.callId}`]);
  expect(reports.map(([, { kind }]) => kind)).toEqual(["started", "confirmed"]);
});

it("keeps the Guid and masked digits out of the page, its storage and its address", async () => {
  const { session, user, sent } = await renderActing({ actions: [retrieve], props: { mask: () => "••" } });
  const guid = session.getState().session?.guid ?? "no Guid";
  await user.click(screen.getAllByRole("button", { name: /^Retrieve/ })[0] ?? document.body);
  await passTime(1_250);
  expect(sent()).toHaveLength(1);
  const storage = JSON.stringify({ ...sessionStorage, ...localStorage });
  const everything = [document.documentElement.outerHTML, storage, location.href].join();
  for (const secret of [guid, "1380013", "0013", "8000", "70941"]) expect(everything).not.toContain(secret);
});

it("joins a running poll instead of aborting it", async () => {
  const panel = await renderStale();
  await panel.press("Refresh calls on hold");
  await panel.press(retrieveIt);
  expect(panel.sent()).toEqual([]);
  await passTime(1_250);
  expect(outcomes(panel)).toEqual(["holdList 0", "holdList 0", "retrieve 0", "holdList 0"]);
});

it("respects Retry-After when it reads the list, and then reports an unknown outcome", async () => {
  const { simulator, press, reads } = await renderWithFault({ kind: "notDone" });
  await passTime(500);
  simulator.order({ kind: "http", status: 503, retryAfter: "60" });
  await press(retrieveIt);
  await passTime(10_250);
  expect(reads()).toBe(2);
  expect(row(outgoing)).toHaveTextContent(enActions.outcomeUnknown);
});
