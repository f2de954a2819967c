import { describe, expect, it, vi } from "vitest";
import type { HeldCall } from "../../../src/gateway/HeldCall.js";
import { createProviderActions } from "../../../src/hold-list/actions/createProviderActions.js";
import { createTabGroup, type Tab } from "./createTabGroup.js";

type Group = ReturnType<typeof createTabGroup>;

/** Three visible tabs, of which the first polls. */
async function openThree(options: Parameters<Group["open"]>[0][] = [{}, {}, {}]) {
  const group = createTabGroup();
  const tabs: Tab[] = [];
  for (const each of options) {
    tabs.push(group.open(each));
    await group.wait(300);
  }
  const [first, second, third] = tabs as [Tab, Tab, Tab];
  await group.wait(2_500);
  return { ...group, first, second, third };
}

const only = (askers: readonly (Tab | undefined)[]) => new Set(askers).size === 1;

describe("one poller", () => {
  it("lets one of three tabs send all requests, at the pace of one", async () => {
    const { askersDuring, first } = await openThree();
    const askers = await askersDuring(20_000);
    expect(new Set(askers)).toEqual(new Set([first]));
    expect(askers.length).toBeGreaterThan(7);
    expect(askers.length).toBeLessThan(12);
  });

  it("shows each list, its hold times and each failure in all tabs at once", async () => {
    const { gateway, wait, first, second, third } = await openThree();
    gateway.list = ["a"];
    await wait(7_000);
    gateway.list = ["a", "b"];
    await wait(4_000);
    for (const tab of [second, third]) {
      expect(tab.shown()).toEqual(first.shown());
      expect(tab.times()).toEqual(first.times());
      expect(tab.times()).toHaveLength(2);
    }
    gateway.failure = { kind: "http", status: 503 };
    await wait(8_000);
    expect(first.list()).toMatchObject({ condition: "in-doubt" });
    for (const tab of [second, third]) expect(tab.shown()).toEqual(first.shown());
  });

  it("shows a tab that joins the list and the exact hold times at once", async () => {
    const { open, gateway, wait, first, second } = await openThree();
    gateway.list = ["a"];
    first.session.getState().setHeldSince("a", Date.now() - 30_000);
    await wait(5_000);
    const late = open();
    await wait(100);
    expect(late.times()).toEqual(first.times());
    expect(second.times()).toEqual(first.times());
    expect(first.times()[0]).toContain("exact");
  });
});

describe("a tab that is alone", () => {
  it("has no more timers than one that does not share", async () => {
    const { open, wait } = createTabGroup();
    /** The number of timers while no tab polls. */
    const countTimers = async () => {
      let least = Infinity;
      for (let times = 0; times < 40; times++) {
        await wait(50);
        least = Math.min(least, vi.getTimerCount());
      }
      return least;
    };
    open({ shares: false });
    await wait(5_000);
    const timers = await countTimers();
    open();
    await wait(5_000);
    expect(await countTimers()).toBe(2 * timers);
  });

  it("stops polling when it thaws and another tab has taken over", async () => {
    const { open, wait, askersDuring } = createTabGroup();
    const first = open();
    await wait(5_000);
    first.freeze();
    const second = open();
    await wait(10_000);
    first.thaw();
    expect(new Set(await askersDuring(20_000))).toEqual(new Set([second]));
  });
});

describe("take-over", () => {
  const ends: Record<string, (tab: Tab) => void> = {
    closes: (tab) => tab.close(),
    crashes: (tab) => tab.crash(),
    "freezes without a word": (tab) => tab.freeze(),
    "freezes with an event": (tab) => tab.freeze({ tellsPage: true }),
    "loses its network": (tab) => tab.setOnline(false),
    "gets no answers although the browser says online": (tab) => (tab.network.isCutOff = true),
    "signs out": (tab) => tab.signOut(),
    "becomes hidden": (tab) => tab.show(false),
  };
  for (const [name, end] of Object.entries(ends))
    it(`follows within a few seconds when the polling tab ${name}`, async () => {
      const { askersDuring, wait, first, gateway, second } = await openThree();
      end(first);
      gateway.list = ["new"];
      await wait(9_000);
      expect(second.calls()).toEqual(["new"]);
      expect(second.list()).toMatchObject({ condition: "current" });
      const askers = await askersDuring(20_000);
      expect(only(askers)).toBe(true);
      expect(askers).not.toContain(first);
      expect(askers.length).toBeGreaterThan(7);
    });

  it("lets a tab that thaws ask nothing before it knows that another polls", async () => {
    const { askersDuring, wait, first, second, third } = await openThree();
    first.freeze();
    await wait(30_000);
    first.thaw();
    const askers = await askersDuring(20_000);
    expect(askers).not.toContain(first);
    expect(first.shown()).toEqual(second.shown());
    expect(third.shown()).toEqual(second.shown());
  });

  it("lets a hidden tab poll only while no tab is visible", async () => {
    const { askersDuring, wait, first, second } = await openThree([{ isVisible: false }, { isVisible: false }]);
    const hidden = await askersDuring(60_000);
    expect(hidden.length).toBeGreaterThan(2);
    expect(hidden.length).toBeLessThan(6);
    second.show(true);
    await wait(500);
    expect(new Set(await askersDuring(10_000))).toEqual(new Set([second]));
    second.show(false);
    first.show(true);
    await wait(500);
    expect(new Set(await askersDuring(10_000))).toEqual(new Set([first]));
  });

  it("gives a frozen hidden tab's part to another hidden tab", async () => {
    const { askersDuring, wait, first, second } = await openThree([{ isVisible: false }, { isVisible: false }]);
    first.freeze();
    await wait(120_000);
    expect(new Set(await askersDuring(60_000))).toEqual(new Set([second]));
  });

  it("keeps the back-off of an outage however many tabs take part", async () => {
    const alone = createTabGroup();
    alone.open();
    alone.gateway.failure = { kind: "network" };
    await alone.wait(120_000);
    const { askersDuring, gateway } = await openThree();
    gateway.failure = { kind: "network" };
    const askers = await askersDuring(120_000);
    // The waits are random. Without a back-off there would be 60.
    expect(askers.length).toBeLessThan(alone.requests.length * 3);
    gateway.failure = null;
    expect((await askersDuring(60_000)).length).toBeGreaterThan(10);
  });
});

describe("a refused Guid", () => {
  it("hands over to a tab whose Guid differs, and takes no part until it is renewed", async () => {
    const { askersDuring, gateway, wait, first, second, third } = await openThree([
      { guid: "guid-1" },
      { guid: "guid-1" },
      { guid: "guid-2" },
    ]);
    gateway.refusedGuids.add("guid-1");
    gateway.list = ["new"];
    await wait(5_000);
    for (const tab of [first, second, third]) expect(tab.list()).toMatchObject({ condition: "current" });
    expect(new Set(await askersDuring(10_000))).toEqual(new Set([third]));
    third.show(false);
    expect(new Set(await askersDuring(20_000))).toEqual(new Set([third]));
    second.session.getState().renewGuid("guid-3", second.session.getState().session?.signIn ?? 0);
    expect(new Set(await askersDuring(10_000))).toEqual(new Set([second]));
  });

  it("falls silent when all are refused, after two requests for each Guid at most, and speaks again with a new one", async () => {
    const { askersDuring, gateway, requests, first, second, third } = await openThree([
      { guid: "guid-1" },
      { guid: "guid-1" },
      { guid: "guid-2" },
    ]);
    gateway.refusedGuids.add("guid-1").add("guid-2");
    const before = requests.length;
    await askersDuring(60_000);
    const asked = requests.slice(before);
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(asked.map(({ guid }) => guid)).toContain("guid-2");
    expect(await askersDuring(120_000)).toEqual([]);
    for (const tab of [first, second, third]) expect(tab.list()).toMatchObject({ condition: "refused" });
    second.session.getState().renewGuid("guid-3", second.session.getState().session?.signIn ?? 0);
    expect(new Set(await askersDuring(10_000))).toEqual(new Set([second]));
    for (const tab of [first, second, third]) expect(tab.list()).toMatchObject({ condition: "current" });
  });

  it("appears in no message", async () => {
    const { channels, gateway, wait } = await openThree([{ guid: "guid-1" }, { guid: "guid-2" }, {}]);
    gateway.refusedGuids.add("guid-1");
    await wait(10_000);
    expect(channels.traffic.length).toBeGreaterThan(5);
    expect(JSON.stringify(channels.traffic)).not.toMatch(/guid-/);
  });
});

describe("the choice of the tabs that share", () => {
  it("shares only between tabs of the same agent", async () => {
    const { gateway, wait, first, second } = await openThree([{}, { agentId: "292" }]);
    gateway.list = ["a"];
    await wait(3_000);
    expect([first.calls(), second.calls()]).toEqual([["a"], ["a"]]);
    expect(new Set(await createAskers(first, second))).toEqual(new Set([first, second]));

    async function createAskers(...tabs: Tab[]) {
      await wait(0);
      return tabs.filter((tab) => tab.sharing()?.mayPoll() === true);
    }
  });

  it("is no tab after its sign-out, and the others keep their list", async () => {
    const { gateway, wait, second, third } = await openThree();
    gateway.list = ["a"];
    await wait(3_000);
    third.signOut();
    await wait(3_000);
    expect(third.calls()).toBeUndefined();
    expect(second.calls()).toEqual(["a"]);
  });

  it("is every provider of a page, and a closed one leaves no lock and no channel", async () => {
    const { first, second, third, locks, channels, wait } = await openThree();
    for (const tab of [first, second, third]) tab.close();
    await wait(0);
    expect([locks.heldCount(), locks.waitingCount(), channels.openCount()]).toEqual([0, 0, 0]);
  });
});

describe("a tab that does not poll", () => {
  it("gets a fresh list on refresh, and waits for it", async () => {
    const { gateway, requests, second, first, wait } = await openThree();
    gateway.list = ["a"];
    const before = requests.length;
    const isDone = second.poller.refresh().then(() => second.calls());
    await wait(100);
    expect(await isDone).toEqual(["a"]);
    expect(requests.slice(before).map(({ tab }) => tab)).toEqual([first]);
  });

  it("passes on the events that it gets, and the polling tab asks soon", async () => {
    const { gateway, wait, first, second, third } = await openThree();
    gateway.list = ["a"];
    second.session.getState().applyAgentEvent({ retcode: "0", event: { eventType: "AgentEvent_Hold", content: "a" } });
    await wait(400);
    for (const tab of [first, second, third]) {
      expect(tab.times()[0]).toContain("exact");
      expect(tab.tracker.store.getState().eventsFlow).toBe(true);
    }
  });
});

describe("hostile messages", () => {
  const state = { revision: "x:1", content: null, requestedAt: 1, poll: {} };
  const hostile: unknown[] = [
    null,
    "text",
    42,
    [],
    {},
    { version: 1 },
    { version: 1, from: "x", kind: "unknown" },
    { version: 2, from: "x", kind: "beat", rank: 3 },
    { version: 1, from: 7, kind: "beat", rank: 3 },
    { version: 1, from: "x", kind: "beat", rank: 9 },
    { version: 1, from: "x", kind: "beat", rank: "3" },
    { version: 1, from: "x", kind: "state", rank: 3, refused: null, state },
    {
      version: 1,
      from: "x",
      kind: "state",
      rank: 3,
      refused: null,
      state: { ...state, content: { answer: 1, times: 2 } },
    },
    { version: 1, from: "x", kind: "events", origin: "", events: [{ kind: "signed-out", at: null }] },
    { version: 1, from: "x", kind: "events", origin: "", events: [{ kind: "held", callId: {}, at: NaN }] },
    { version: 1, from: "x", kind: "topic", topic: "__proto__", data: {} },
    Object.create(null),
  ];
  it("change nothing and stop nothing", async () => {
    const { channels, gateway, askersDuring, first, second } = await openThree();
    gateway.list = ["a"];
    const from = askersDuring(10_000);
    for (const message of hostile) channels.postToAll(message);
    expect(new Set(await from)).toEqual(new Set([first]));
    expect(second.calls()).toEqual(["a"]);
    expect(second.session.getState().session).not.toBeNull();
  });
});

it.each([
  ["a store's proxy", (call: HeldCall) => new Proxy(call, {})],
  ["a call with a function of the host's", (call: HeldCall) => ({ ...call, open: () => {} })],
])("a gateway of the host's own may give %s", async (_, wrap) => {
  const { open, wait } = createTabGroup();
  const call = { callId: "a", callType: 0, caller: "10086", called: "4008", skill: "voice" };
  const openWrapped = () => {
    const tab = open();
    Object.assign(tab.gateway, { fetchHoldList: () => Promise.resolve({ calls: [wrap(call)], unreadable: [] }) });
    return tab;
  };
  const first = openWrapped();
  await wait(3_000);
  const tabs = [first, openWrapped()];
  await wait(60_000);
  expect(tabs.map((tab) => [tab.shown().condition, tab.calls()])).toEqual([
    ["current", ["a"]],
    ["current", ["a"]],
  ]);
});

describe("a duty of one tab", () => {
  function apply(tab: Tab) {
    const state = { hasDuty: false };
    const giveUp = tab.sharing()?.applyFor("sound", (hasDuty) => void (state.hasDuty = hasDuty));
    return { state, giveUp: () => giveUp?.() };
  }

  it("is that of the visible tab which applied or came to the front last, and passes on when that tab ends", async () => {
    const { wait, first, second, third } = await openThree([{}, {}, { isVisible: false }]);
    const duties: ReturnType<typeof apply>[] = [];
    for (const tab of [first, second, third]) {
      duties.push(apply(tab));
      await wait(10);
    }
    const holders = () => duties.map(({ state }) => state.hasDuty);
    expect(holders()).toEqual([false, true, false]);
    second.show(false);
    first.show(true);
    await wait(10);
    expect(holders()).toEqual([true, false, false]);
    duties[0]?.giveUp();
    await wait(10);
    expect(holders().slice(1)).toContain(true);
    third.show(true);
    await wait(10);
    expect(holders().slice(1)).toEqual([false, true]);
  });

  it("goes to the tab that begins to poll when the tab that has it freezes", async () => {
    const { wait, first, second } = await openThree([{}, {}]);
    const other = apply(second);
    const own = apply(first);
    await wait(10);
    expect([own.state.hasDuty, other.state.hasDuty]).toEqual([true, false]);
    first.freeze();
    await wait(6_000);
    expect(other.state.hasDuty).toBe(true);
  });
});

describe("actions", () => {
  const retrieve = { id: "retrieve", endsHold: true, movesVoice: true };

  it("make a call busy in all tabs until the tab that acts knows the outcome, or has been gone for 10 s", async () => {
    const { gateway, wait, first, second } = await openThree([{}, {}]);
    gateway.list = ["a", "b"];
    await wait(3_000);
    const runnerOf = (tab: Tab) => {
      const source = { gateway: tab.gateway, session: tab.session, supervised: null };
      const actions = createProviderActions(tab.tracker, tab.poller, tab.tabs, source);
      actions.retain(tab.session);
      return actions.runner;
    };
    const [acting, other] = [runnerOf(first), runnerOf(second)];
    const call = first.tracker.store.getState().answer?.calls[0];
    if (call === undefined) throw new Error("No call");
    const options = { currentCall: "unknown" as const, onReport: vi.fn() };
    const run = vi.fn(() => new Promise<void>(() => {}));
    acting.start({ ...retrieve, run }, call, options);
    await wait(50);
    expect(other.store.getState().get("a")).toMatchObject({ phase: "sent", action: { id: "retrieve" } });
    expect(other.start({ ...retrieve, run }, call, options)).toBe(false);
    // Another call's, which would move the voice path too.
    expect(other.start({ ...retrieve, run }, { ...call, callId: "b" }, options)).toBe(false);
    expect(run).toHaveBeenCalledTimes(1);
    first.close();
    await wait(5_000);
    expect(other.store.getState().size).toBe(1);
    await wait(6_000);
    expect(other.store.getState().size).toBe(0);
  });

  it("of a hostile message change nothing", async () => {
    const { channels, wait, first } = await openThree([{}, {}]);
    const source = { gateway: first.gateway, session: first.session, supervised: null };
    const { runner } = createProviderActions(first.tracker, first.poller, first.tabs, source);
    for (const data of [1, [1], [{ callId: 1, state: {} }], [{ callId: "a", state: { phase: "sent" } }]])
      channels.postToAll({ version: 1, from: "x", kind: "topic", topic: "actions", data });
    await wait(10);
    expect(runner.store.getState().size).toBe(0);
  });
});
