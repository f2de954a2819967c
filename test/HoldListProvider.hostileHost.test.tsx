import { act, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { type AgentSessionStore, createGateway, HoldListPanel } from "../src/index.js";
import type { Simulator } from "../src/simulator/simulator.js";
import { agentId, holdThree, newcomer, outgoing } from "./support/calls.js";
import { passTime, startClock } from "./support/clock.js";
import { createDesktop, type ProviderSettings, renderDesktop, sendEvent } from "./support/desktop.js";
import {
  allowReports,
  expectHostAlive,
  expectThreeRows,
  hostPage,
  listReads,
  oddFunctions,
  oddValues,
  rerenderFor,
  throwError,
} from "./support/hostileHost.js";
import { panel, row, rows } from "./support/screen.js";

allowReports();

/** Renders a panel over three calls in a host's page. Settings may have wrong types. */
async function renderProvider(settings: object = {}, strict = false) {
  startClock();
  const desktop = createDesktop({ before: holdThree });
  const page = hostPage(<HoldListPanel />);
  const rendered = renderDesktop(desktop, page, { provider: settings, strict });
  await passTime(0);
  return { ...desktop, ...rendered, provide: (next: object) => rendered.update(page, next) };
}

const leaveAndArrive = async (simulator: Simulator) => {
  simulator.endCall(agentId, outgoing.callId);
  simulator.holdCall(agentId, newcomer);
  await passTime(4_000);
};

it("works under StrictMode with undefined for every optional prop", async () => {
  const desktop = await renderProvider(
    {
      supervised: undefined,
      pollInterval: undefined,
      hiddenPollInterval: undefined,
      safetyInterval: undefined,
      attention: undefined,
      onHeld: undefined,
      onLeft: undefined,
      onAttention: undefined,
    } satisfies ProviderSettings,
    true,
  );
  const before = listReads(desktop);
  await passTime(10_000);
  expectThreeRows();
  expect(listReads(desktop) - before).toBe(5);
});

describe("a host that renders every 100 ms", () => {
  it.each<[string, (render: number) => ProviderSettings]>([
    [
      "inline callbacks and thresholds",
      () => ({
        onHeld: () => {},
        onLeft: () => {},
        onAttention: () => {},
        attention: { long: 60_000, tooLong: 180_000 },
      }),
    ],
    ["an inline function for the thresholds", () => ({ attention: () => ({ long: 60_000, tooLong: 180_000 }) })],
    ["a poll interval that differs a little each time", (render) => ({ pollInterval: 2_000 + (render % 7) })],
    ["a safety interval that differs each time", (render) => ({ safetyInterval: 30_000 + render })],
  ])("still polls every 2 s with %s", async (_, settings) => {
    const desktop = await renderProvider(settings(0));
    const { simulator, provide } = desktop;
    let render = 0;
    const before = listReads(desktop);
    await rerenderFor(20_000, () => provide(settings(++render)));
    expect(listReads(desktop) - before).toBeGreaterThanOrEqual(9);
    expect(listReads(desktop) - before).toBeLessThanOrEqual(10);
    simulator.endCall(agentId, outgoing.callId);
    await rerenderFor(8_000, () => provide(settings(++render)));
    expectHostAlive();
    expect(rows()).toHaveLength(2);
  });

  it("sends one request at a time with an inline gateway", async () => {
    const desktop = await renderProvider();
    const { simulator, provide } = desktop;
    const before = listReads(desktop);
    await rerenderFor(10_000, () =>
      provide({ gateway: createGateway({ baseUrl: "https://gateway.invalid", fetch: simulator.fetch }) }),
    );
    expectThreeRows();
    expect(listReads(desktop) - before).toBeLessThanOrEqual(6);
    expect(listReads(desktop) - before).toBeGreaterThanOrEqual(4);
  });

  it("reads the list for an event, although a setting changes before the debounced poll", async () => {
    const desktop = await renderProvider();
    const { simulator, session, provide } = desktop;
    sendEvent(session, "AgentEvent_Ready", {});
    await passTime(5_000);
    simulator.endCall(agentId, outgoing.callId);
    sendEvent(session, "AgentEvent_Customer_Release", { callid: outgoing.callId });
    await passTime(100);
    provide({ pollInterval: 3_000 });
    await passTime(1_000);
    expect(row(outgoing)).toHaveAttribute("data-left");
  });
});

describe("a setting", () => {
  const odd = [...oddValues, ["a negative number", -1], ["Infinity", Infinity], ["0", 0]] as const;

  it.each(odd)("may be %s for each interval", async (_, value) => {
    const desktop = await renderProvider({ pollInterval: value, hiddenPollInterval: value, safetyInterval: value });
    const before = listReads(desktop);
    await passTime(10_000);
    expectThreeRows();
    expect(listReads(desktop) - before).toBeLessThanOrEqual(20);
  });

  it.each([
    ...oddValues,
    ["thresholds that are NaN", { long: NaN, tooLong: NaN }],
    ["thresholds that are text", { long: "1", tooLong: "x" }],
  ] as [string, unknown][])("may be %s for the thresholds", async (_, attention) => {
    const { simulator } = await renderProvider({ attention });
    await passTime(200_000);
    expectThreeRows();
    await leaveAndArrive(simulator);
    expectHostAlive();
    expect(row({ name: newcomer.caller })).toBeVisible();
  });

  it.each(oddFunctions)("may be a function for the thresholds that %s", async (_, attention) => {
    const { simulator } = await renderProvider({ attention });
    await passTime(200_000);
    expectThreeRows();
    await leaveAndArrive(simulator);
    expectHostAlive();
    expect(row({ name: newcomer.caller })).toBeVisible();
  });

  it.each([
    ["null", null],
    ["an empty object", {}],
    ["an agent ID that is a number", { agentId: 292 }],
    ["a name that is an object", { agentId: "292", name: {} }],
  ])("may be %s for the supervised agent", async (_, supervised) => {
    await renderProvider({ supervised });
    await passTime(10_000);
    expectHostAlive();
    expect(panel()).toBeVisible();
  });
});

describe("a callback", () => {
  it.each(oddFunctions)("that %s changes nothing", async (_, callback) => {
    const [onHeld, onLeft, onAttention] = [vi.fn(callback), vi.fn(callback), vi.fn(callback)];
    const settings = { onHeld, onLeft, onAttention, attention: { long: 5_000, tooLong: 10_000 } };
    const { simulator } = await renderProvider(settings);
    await passTime(11_000);
    await leaveAndArrive(simulator);
    expectHostAlive();
    expect(row({ name: newcomer.caller })).toBeVisible();
    expect(onAttention).toHaveBeenCalledTimes(6);
    expect(onHeld).toHaveBeenCalledOnce();
    expect(onLeft).toHaveBeenCalledOnce();
  });

  it.each(oddValues)("may be %s instead of a function", async (_, callback) => {
    const settings = { onHeld: callback, onLeft: callback, onAttention: callback };
    const { simulator } = await renderProvider({ ...settings, attention: { long: 5_000, tooLong: 10_000 } });
    await passTime(11_000);
    await leaveAndArrive(simulator);
    expectHostAlive();
    expect(row({ name: newcomer.caller })).toBeVisible();
  });

  const signOut = (session: AgentSessionStore) => session.getState().signOut();
  const signInAgain = (session: AgentSessionStore, simulator: Simulator) =>
    session.getState().signIn({ agentId, guid: simulator.signIn(agentId) });
  it.each(
    (["onHeld", "onLeft", "onAttention"] as const).flatMap((name) => [
      [name, "out", signOut, "signed-out"] as const,
      [name, "in again", signInAgain, "ready"] as const,
    ]),
  )("may sign the agent %s: %s", async (name, _, change, state) => {
    const once = vi.fn(() => once.mock.calls.length === 1 && change(desktop.session, desktop.simulator));
    const desktop = await renderProvider({ [name]: once, attention: { long: 5_000, tooLong: Infinity } });
    await leaveAndArrive(desktop.simulator);
    await passTime(5_000);
    expect(once).toHaveBeenCalled();
    expectHostAlive();
    expect(panel()).toHaveAttribute("data-state", state);
    if (state === "ready") expectThreeRows();
    else expect(screen.queryByRole("listitem")).toBeNull();
  });
});

it("survives a session listener that throws", async () => {
  const { session } = await renderProvider();
  const unsubscribe = session.subscribe(throwError);
  act(() => {
    try {
      session.getState().signOut();
    } catch {
      // The host's own error, at the host's own call.
    }
  });
  unsubscribe();
  expectHostAlive();
  expect(panel()).toHaveAttribute("data-state", "signed-out");
});
