import { act } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createAgentSession } from "../../src/session/createAgentSession.js";
import { openGateway, pass, renderHoldList, setVisibility, type TreeOptions } from "../support/renderHoldList.js";

const start = 1_700_000_000_000;
type World = ReturnType<typeof openGateway>;
type Rendered = ReturnType<typeof renderHoldList>;

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ now: start });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

const supervised = { agentId: "292", name: "Ann" };
const other = (world: World) => ({ ...world.gateway, baseUrl: "https://other.invalid" });
const signInAgain = ({ simulator, session }: World) =>
  act(() => session.getState().signIn({ agentId: "101", guid: simulator.signIn("101") }));

/** A provider with two calls, one there from the beginning and one whose hold was seen, for five minutes. */
async function openDesk(options: TreeOptions = {}) {
  const world = openGateway();
  const rendered = renderHoldList(world, options);
  await pass(2_000);
  world.simulator.holdCall("101", { callId: "2-2", caller: "13125550142", called: "8005550199" });
  const event = { eventType: "AgentEvent_Hold", workNo: "101", content: "2-2" };
  act(() => world.session.getState().applyAgentEvent({ retcode: "0", event }));
  await pass(300_000, 5_000);
  return { world, rendered };
}

/** How well the time of each call is known, and by how many 10 ms it is off. */
function known({ simulator }: World, { parts }: Rendered) {
  const { tracker } = parts();
  const { since } = tracker.store.getState();
  return simulator.agent("101").heldCalls.map(({ callId, heldSince }) => {
    const time = since.get(callId);
    return time && [callId, time.certainty.kind, Math.round((tracker.wallTime(time) - heldSince) / 10) + 0];
  });
}
const kept = [
  ["1-1", "at-least", 0],
  ["2-2", "exact", 0],
];
const lost = ["at-least", "at-least"];
const stored = () => JSON.stringify({ ...sessionStorage });

describe("a changed prop", () => {
  it.each<[string, (world: World, second: World) => TreeOptions]>([
    ["gateway", (world) => ({ gateway: other(world) })],
    ["session", (_, { session }) => ({ session })],
    ["gateway and session", (_, { gateway, session }) => ({ gateway, session })],
    ["supervised", () => ({ supervised })],
  ])("shows nothing of the former list in any commit: %s", async (_name, change) => {
    const world = openGateway();
    const second = openGateway();
    // The next gateway and agent answer, but have no call on hold.
    for (const { simulator } of [world, second]) simulator.signIn("292");
    second.simulator.endCall("101", "1-1");
    const rendered = renderHoldList(world, { hooks: 2, strict: true });
    await pass(250);
    expect(rendered.ready().calls).toHaveLength(1);
    const former = rendered.parts();
    const [before, beforeOthers] = [rendered.states.length, rendered.others.length];
    world.simulator.order({ kind: "silence" });
    rendered.set({ hooks: 2, strict: true, ...change(world, second) });
    expect(rendered.parts().tracker).not.toBe(former.tracker);
    expect(former.tracker.store.getState().answer).toBeNull();
    await pass(1_000);
    const after = [...rendered.states.slice(before), ...rendered.others.slice(beforeOthers)];
    expect(after.length).toBeGreaterThan(1);
    expect(JSON.stringify(after)).not.toContain("10086");
  });

  it("stops the requests to the former gateway", async () => {
    const [world, second] = [openGateway(), openGateway()];
    const { set } = renderHoldList(world);
    await pass(250);
    set({ gateway: { ...second.gateway, baseUrl: "https://other.invalid" }, session: second.session });
    const asked = world.asked.length;
    await pass(10_000);
    expect(world.asked.length).toBe(asked);
    expect(second.asked.length).toBeGreaterThan(3);
  });

  it("keeps its parts when only the object of the gateway or of the supervised agent is new", async () => {
    const world = openGateway();
    world.simulator.signIn("292");
    const { set, parts, ready } = renderHoldList(world, { supervised });
    await pass(250);
    const { tracker, poller } = parts();
    const { calls } = ready();
    for (let renders = 0; renders < 5; renders++)
      set({ gateway: { ...world.gateway }, supervised: { ...supervised }, onHeld: () => {} });
    await pass(100);
    expect(parts().tracker).toBe(tracker);
    expect(parts().poller).toBe(poller);
    expect(ready().calls).toBe(calls);
    expect(world.asked).toHaveLength(1);
  });
});

describe("hold times", () => {
  it.each<[string, (desk: { world: World; rendered: Rendered }) => Promise<Rendered>]>([
    [
      "a remount 5 s later",
      async ({ world, rendered }) => {
        rendered.unmount();
        await pass(5_000);
        return renderHoldList(world);
      },
    ],
    [
      "a remount in StrictMode",
      ({ world, rendered }) => {
        rendered.unmount();
        return Promise.resolve(renderHoldList(world, { strict: true, hooks: 2 }));
      },
    ],
    [
      "a reload with a later sign-in",
      async ({ world, rendered }) => {
        rendered.unmount();
        await pass(4_000);
        const session = createAgentSession();
        const again = renderHoldList({ ...world, session });
        await pass(1_000);
        act(() => session.getState().signIn({ agentId: "101", guid: world.simulator.signIn("101") }));
        return again;
      },
    ],
    [
      "a reload whose page runs no effects after pagehide",
      ({ world, rendered }) => {
        window.dispatchEvent(new Event("pagehide"));
        const left = { ...sessionStorage } as Record<string, string>;
        rendered.unmount();
        sessionStorage.clear();
        for (const [key, value] of Object.entries(left)) sessionStorage.setItem(key, value);
        return Promise.resolve(renderHoldList(world));
      },
    ],
    [
      "a new sign-in of the same agent",
      ({ world, rendered }) => {
        signInAgain(world);
        return Promise.resolve(rendered);
      },
    ],
    [
      "another gateway",
      ({ world, rendered }) => {
        rendered.set({ gateway: other(world) });
        return Promise.resolve(rendered);
      },
    ],
    [
      "a supervised agent's list and back",
      async ({ world, rendered }) => {
        world.simulator.signIn("292");
        rendered.set({ supervised });
        await pass(5_000);
        rendered.set({ supervised: undefined });
        return rendered;
      },
    ],
    [
      "the list of an agent who is supervised by 101, read for the second time",
      async ({ rendered }) => {
        for (let toggles = 0; toggles < 3; toggles++) {
          rendered.set({ supervised });
          await pass(1_000);
          rendered.set({ supervised: undefined });
          await pass(1_000);
        }
        return rendered;
      },
    ],
  ])("survive %s", async (_name, change) => {
    const desk = await openDesk();
    expect(known(desk.world, desk.rendered)).toEqual(kept);
    const rendered = await change(desk);
    await pass(1_000);
    expect(known(desk.world, rendered)).toEqual(kept);
  });

  it.each<[string, (world: World) => void]>([
    ["a sign-out", ({ session }) => session.getState().signOut()],
    [
      "a sign-out by the system",
      ({ session }) =>
        session.getState().applyAgentEvent({ event: { eventType: "AgentOther_ShutdownService", workNo: "101" } }),
    ],
    [
      "another agent",
      ({ simulator, session }) => session.getState().signIn({ agentId: "102", guid: simulator.signIn("102") }),
    ],
  ])("are removed from memory and storage by %s, those of a supervised agent too", async (_name, change) => {
    const { world, rendered } = await openDesk();
    world.simulator.holdCall("292", { callId: "9-2" });
    rendered.set({ supervised });
    await pass(1_000);
    rendered.set({ supervised: undefined });
    await pass(1_000);
    expect(stored()).toMatch(/2-2.*9-2|9-2.*2-2/);
    act(() => change(world));
    expect(stored()).not.toMatch(/1-1|2-2|9-2/);
    expect(rendered.parts().tracker.store.getState().since.size).toBe(0);
    await pass(1_000);
    signInAgain(world);
    await pass(1_000);
    expect(known(world, rendered).map((time) => time?.[1])).toEqual(lost);
  });

  it("of one agent are not used for another after a reload", async () => {
    const { world, rendered } = await openDesk();
    world.simulator.holdCall("102", { callId: "2-2" });
    rendered.unmount();
    const session = createAgentSession({ agentId: "102", guid: world.simulator.signIn("102") });
    const again = renderHoldList({ ...world, session });
    await pass(250);
    expect(again.parts().tracker.store.getState().since.get("2-2")?.certainty.kind).toBe("at-least");
  });

  it("are stored without numbers and without the Guid", async () => {
    const { world } = await openDesk();
    const guid = world.session.getState().session?.guid ?? "";
    expect(stored()).toContain("2-2");
    for (const secret of ["10086", "70943", "13125550142", "8005550199", "voice", "AgentGateway", guid.slice(0, 8)])
      expect(stored()).not.toContain(secret);
    expect([localStorage.length, document.cookie]).toEqual([0, ""]);
  });

  it("are kept in memory when the storage is forbidden", async () => {
    const storage = vi.spyOn(window, "sessionStorage", "get").mockImplementation(() => {
      throw new DOMException("Forbidden.", "SecurityError");
    });
    const { world, rendered } = await openDesk();
    expect(storage).toHaveBeenCalled();
    expect(known(world, rendered)).toEqual(kept);
    expect(rendered.ready().doubt).toBeNull();
    storage.mockRestore();
  });

  it("are written when a time changes, on pagehide and on visibilitychange, and not by unchanged polls", async () => {
    const { world } = await openDesk();
    const written = vi.spyOn(Storage.prototype, "setItem");
    const asked = world.asked.length;
    await pass(60_000, 5_000);
    expect(world.asked.length).toBeGreaterThan(asked + 10);
    expect(written).toHaveBeenCalledTimes(0);
    window.dispatchEvent(new Event("pagehide"));
    expect(written).toHaveBeenCalledTimes(1);
    setVisibility("hidden");
    expect(written).toHaveBeenCalledTimes(2);
    setVisibility("visible");
    await pass(250);
    written.mockClear();
    world.simulator.holdCall("101", { callId: "3-3" });
    await pass(4_000);
    expect(written).toHaveBeenCalledTimes(1);
  });
});
