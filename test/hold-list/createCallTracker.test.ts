import { beforeEach, describe, expect, it, vi } from "vitest";
import type { GatewayFailure } from "../../src/gateway/GatewayError.js";
import type { HeldCall } from "../../src/gateway/HeldCall.js";
import type { AttentionLevel, AttentionSetting } from "../../src/hold-list/attention.js";
import { type CallTrackerSettings, createCallTracker } from "../../src/hold-list/createCallTracker.js";
import type { LeftReason } from "../../src/hold-list/LeftCall.js";
import type { Requester } from "../../src/hold-list/Requester.js";
import type { AgentEvent } from "../../src/session/AgentEvent.js";
import { contentOf, createStorage } from "./createStorage.js";

const requester: Requester = { baseUrl: "https://gateway.invalid", agentId: "101", signIn: 1, supervised: null };
const start = 1_700_000_000_000;
const hour = 3_600_000;
const thresholds = { long: 10_000, tooLong: 20_000 };
const never = { long: Infinity, tooLong: Infinity };

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});

function call(callId: string, skill = "voice"): HeldCall {
  return { callId, callType: 0, caller: "10086", called: "70943", skill };
}

/** A tracker that follows agent 101, on the fake clocks, with a record of its callbacks. */
function openTracker(settings: Partial<CallTrackerSettings> = {}) {
  const told: string[] = [];
  const storage = createStorage();
  const callbacks = (attention: AttentionSetting): CallTrackerSettings => ({
    attention,
    onHeld: ({ callId }) => told.push(`held ${callId}`),
    onLeft: ({ callId }, reason) => told.push(`left ${callId}: ${reason}`),
    onAttention: ({ callId }, level) => told.push(`${level} ${callId}`),
    onDoubt: () => told.push("doubt"),
    ...settings,
  });
  let slept = 0;
  const clocks = { wall: () => Date.now() + slept, monotonic: () => performance.now() + slept };
  const tracker = createCallTracker(callbacks(settings.attention ?? thresholds), clocks, () => storage);
  tracker.setRequester(requester);
  return {
    tracker,
    told,
    storage,
    state: () => tracker.store.getState(),
    setAttention: (attention: AttentionSetting) => tracker.setSettings(callbacks(attention)),
    /** Like a gateway, returns the same object for a list that repeats the last one. */
    answer: (...list: (string | HeldCall)[]) => {
      const calls = list.map((item) => (typeof item === "string" ? call(item) : item));
      const known = tracker.received();
      const isSame = JSON.stringify(known?.calls) === JSON.stringify(calls);
      tracker.applyList(known !== null && isSame ? known : { calls, unreadable: [] }, {
        requestedAt: tracker.now(),
        date: null,
        age: 0,
        isOutdated: false,
      });
    },
    /** Both clocks go on, and no timer runs. */
    sleep: (ms: number) => void (slept += ms),
    apply: (...events: AgentEvent[]) => tracker.applyEvents(events),
    /** Whole seconds for which each call has been held. */
    times: () =>
      Object.fromEntries(
        [...tracker.store.getState().since].map(([callId, since]) => [
          callId,
          Math.round(tracker.heldFor(since) / 1_000),
        ]),
      ),
    /** Counts the store's notifications from now on. */
    notifications: () => {
      const listener = vi.fn();
      tracker.store.subscribe(listener);
      return listener;
    },
  };
}

const wait = (ms: number) => vi.advanceTimersByTime(ms);
const held = (callId: string, at: number | null = null): AgentEvent => ({ kind: "held", callId, at });
const talking = (callId: string, at: number | null = null): AgentEvent => ({ kind: "talking", callId, at });
const joined = (callId: string): AgentEvent => ({ kind: "joined", callId, at: null });
const retrieved = (callId: string): AgentEvent => ({ kind: "retrieved", callId, at: null });
const released = (callId: string): AgentEvent => ({ kind: "released", by: "anyone", callId, at: null });
const customerReleased = (callId: string, at: number | null = null): AgentEvent => ({
  kind: "released",
  by: "customer",
  callId,
  at,
});
const phoneReleased: AgentEvent = { kind: "phone-released", at: null };
const nothing = { answer: null, since: new Map(), arrived: new Set(), left: new Map(), levels: new Map() };

describe("events that do not tell of every change", () => {
  it("are not trusted for 5 minutes after a change that none told of, so that polls stay frequent", () => {
    const { answer, apply, state } = openTracker();
    answer("a");
    apply();
    answer("a", "b");
    expect(state().eventsFlow).toBe(false);
    for (const minutes of [1, 2, 3, 4]) {
      apply();
      expect([minutes, state().eventsFlow]).toEqual([minutes, false]);
      wait(60_000);
    }
    wait(61_000);
    apply();
    expect(state().eventsFlow).toBe(true);
  });

  it("are trusted again when the event was only slower than the answer", () => {
    const { answer, apply, state } = openTracker();
    answer();
    apply();
    answer("a", "b");
    apply(held("a"));
    expect(state().eventsFlow).toBe(false);
    apply(held("b"));
    expect(state().eventsFlow).toBe(true);
  });

  it.each<[string, AgentEvent]>([
    ["the retrieval", talking("a")],
    ["the end of the call", released("a")],
    ["the end of all calls", phoneReleased],
  ])("are trusted where they told of a departure: %s", (_name, event) => {
    const { answer, apply, state } = openTracker();
    answer("a");
    apply(event);
    answer();
    expect(state().eventsFlow).toBe(true);
  });
});

describe("proof that a refused session lives", () => {
  const refused = { kind: "retcode", retcode: "100-006", gatewayMessage: "" } as const;
  /** A tracker whose session was refused twice, and the number of polls that it asked for. */
  function openRefused(failure: GatewayFailure = refused) {
    const opened = openTracker();
    opened.answer("a");
    opened.tracker.applyFailure(failure, false);
    opened.tracker.applyFailure(failure, false);
    const asked = () => opened.told.filter((entry) => entry === "doubt").length;
    return { ...opened, asked };
  }

  it("asks once more for each refusal, 1 to 5 s after the events", () => {
    const { apply, asked, state, tracker } = openRefused();
    apply();
    apply();
    wait(999);
    expect([asked(), state().condition]).toEqual([0, "refused"]);
    wait(4_001);
    apply();
    wait(60_000);
    expect(asked()).toBe(1);
    tracker.applyFailure(refused, false);
    expect(state().condition).toBe("refused");
    wait(60_000);
    expect(asked()).toBe(1);
    apply();
    wait(5_000);
    expect(asked()).toBe(2);
  });

  it("does not take what the host says of a hold for proof", () => {
    const { apply, asked } = openRefused();
    apply({ kind: "held-since", callId: "a", since: start, at: null });
    wait(60_000);
    expect(asked()).toBe(0);
  });

  it.each(["300-001", "105-006"])("does not reopen what %s has ended", (retcode) => {
    const { apply, asked } = openRefused({ ...refused, retcode });
    apply();
    wait(60_000);
    expect(asked()).toBe(0);
  });
});

describe("a request without a good answer", () => {
  it.each(["visible", "hidden", "events"] as const)("puts the list in doubt after 8 s at the pace %s", (pace) => {
    const { tracker, answer, state } = openTracker();
    tracker.setPace(pace, 30_000);
    answer("a");
    wait(20_000);
    tracker.applyRequest();
    wait(5_000);
    tracker.applyFailure({ kind: "network" }, false);
    tracker.applyRequest(); // the next one does not begin anew
    wait(2_999);
    expect(state().condition).toBe("current");
    wait(1);
    expect(state().condition).toBe("in-doubt");
    answer("a");
    wait(30_000);
    expect(state().condition).toBe("current");
  });
});

describe("a repeated answer", () => {
  it("changes nothing but the age of the list, and its calls are not compared", () => {
    const { tracker, state, answer } = openTracker();
    answer("1-1", "1-2");
    wait(3_000); // the second answer settles what the first one brought
    answer("1-1", "1-2");
    wait(3_000);
    const before = state();
    const known = tracker.received();
    Object.defineProperty(known?.calls, "map", { value: () => expect.unreachable("The calls were compared.") });
    answer("1-1", "1-2");
    expect(state()).toEqual({ ...before, poll: expect.objectContaining({ answeredAt: Date.now() }) as unknown });
    expect(state().list).toBe(before.list);
  });

  it("reaches an attention level whose timer stood still while the machine slept", () => {
    const { told, answer, sleep } = openTracker();
    answer();
    answer("1-1");
    wait(3_000);
    answer("1-1");
    sleep(15_000);
    answer("1-1");
    expect(told).toContain("long 1-1");
  });

  it("keeps no answer of a former requester", () => {
    const { tracker, answer } = openTracker();
    answer("1-1");
    tracker.setRequester(null);
    expect(tracker.received()).toBeNull();
  });
});

describe("arrivals and departures", () => {
  it("reports each of them once and does not report the calls of the first list", () => {
    const { answer, told } = openTracker();
    for (const list of [["a"], ["a", "b"], ["a", "b"], ["b"], ["b"], ["b", "a"]]) answer(...list);
    expect(told).toEqual(["held b", "left a: unknown", "held a"]);
  });

  it("reports an arrival after an empty first list", () => {
    const { answer, told } = openTracker();
    answer();
    answer("a");
    expect(told).toEqual(["held a"]);
  });

  it("keeps an arrival for 3 s and a departure for 5 s", () => {
    const { answer, state } = openTracker();
    answer();
    answer("a");
    wait(2_999);
    expect([...state().arrived]).toEqual(["a"]);
    wait(1);
    expect(state().arrived.size).toBe(0);
    answer();
    expect(state().left.get("a")).toMatchObject({ call: call("a"), reason: "unknown", heldFor: 3_000 });
    wait(4_999);
    expect(state().left.size).toBe(1);
    wait(1);
    expect(state().left.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("drops the departure of a call that comes back, and starts its 5 s again when it leaves again", () => {
    const { answer, state, told } = openTracker({ attention: never });
    answer("a", "b");
    answer("b");
    wait(1_000);
    answer("a", "b");
    expect(state().left.size).toBe(0);
    expect([...state().arrived]).toEqual(["a"]);
    wait(4_500);
    answer("b");
    wait(4_999);
    expect([...state().left.keys()]).toEqual(["a"]);
    expect(told).toEqual(["left a: unknown", "held a", "left a: unknown"]);
  });

  it("accepts names of object properties as call IDs", () => {
    const { answer, told } = openTracker();
    answer("__proto__");
    answer("constructor");
    expect(told).toEqual(["left __proto__: unknown", "held constructor"]);
  });

  it.each([
    { certainty: "exact", before: ["held"], duration: 4_000 },
    { certainty: "observed", before: [], duration: 3_000 },
  ])("tells onLeft how long a call was held when that is $certainty", ({ certainty, before, duration }) => {
    const onLeft = vi.fn();
    const { answer, apply } = openTracker({ onLeft });
    answer();
    if (before.length > 0) apply(held("a"));
    wait(2_000);
    answer("a");
    wait(2_000);
    answer();
    expect(onLeft).toHaveBeenCalledExactlyOnceWith(call("a"), "unknown", { duration, certainty });
  });

  it("knows of every held call that it is listed, of every other that it is not, and nothing without a list", () => {
    const { answer, tracker } = openTracker();
    expect(tracker.isListed("a")).toBeNull();
    answer("a");
    expect([tracker.isListed("a"), tracker.isListed("b")]).toEqual([true, false]);
    answer("b");
    expect([tracker.isListed("a"), tracker.isListed("b")]).toEqual([false, true]);
    tracker.setRequester(null);
    expect(tracker.isListed("b")).toBeNull();
  });
});

describe("long lists", () => {
  it("replaces 10,000 calls by 10,000 others in three notifications and a constant number of timers", () => {
    const { answer, notifications, state } = openTracker();
    const list = (prefix: string) => Array.from({ length: 10_000 }, (_, index) => `${prefix}${index}`);
    answer(...list("a"));
    const [listener, timers] = [notifications(), vi.spyOn(globalThis, "setTimeout")];
    answer(...list("b"));
    expect(listener).toHaveBeenCalledTimes(1);
    expect([state().arrived.size, state().left.size]).toEqual([10_000, 10_000]);
    wait(3_000);
    expect(listener).toHaveBeenCalledTimes(2);
    wait(2_000);
    expect(listener).toHaveBeenCalledTimes(3);
    expect([state().arrived.size, state().left.size]).toEqual([0, 0]);
    expect(timers.mock.calls.length).toBeLessThan(10);
    wait(5_000); // the attention of all of them
    expect(listener).toHaveBeenCalledTimes(4);
    expect(state().levels.size).toBe(10_000);
  });

  it("keeps no timer and no stored time after 1,000 calls have come and gone", () => {
    const { answer, apply, state, storage, tracker } = openTracker({ attention: never });
    answer();
    for (let calls = 0; calls < 1_000; calls++) {
      apply(held(`call-${calls}`));
      answer(`call-${calls}`);
      apply(customerReleased(`call-${calls}`));
      wait(100);
      answer();
    }
    wait(30_001);
    answer();
    expect(vi.getTimerCount()).toBe(0);
    expect([state().since.size, state().arrived.size, state().left.size, state().levels.size]).toEqual([0, 0, 0, 0]);
    tracker.saveTimes();
    expect(contentOf(storage)).not.toContain("call-");
  });
});

describe("the reason of a departure", () => {
  // createDepartureReasons.test.ts holds which events give which reason.
  const events: [string, AgentEvent[], LeftReason][] = [
    ["no event", [], "unknown"],
    ["a release by the customer", [customerReleased("a")], "customer-hung-up"],
    ["talking", [talking("a")], "retrieved"],
    ["events of another call", [customerReleased("b"), talking("b")], "unknown"],
    ["the agent's phone", [phoneReleased], "unknown"],
  ];

  it.each(events)("is told to onLeft when it is known before the list shows it: %s", (_name, told, reason) => {
    const { answer, apply, told: calls, state } = openTracker();
    answer();
    answer("a");
    told.forEach((event) => apply(event));
    answer();
    expect(calls).toEqual(["held a", `left a: ${reason}`]);
    expect(state().left.get("a")?.reason).toBe(reason);
  });

  it.each(events)("is added to the departure when it comes just after the list has shown it: %s", (_, told, reason) => {
    const { answer, apply, told: calls, state } = openTracker();
    answer("a");
    answer();
    told.forEach((event) => apply(event));
    expect(state().left.get("a")?.reason).toBe(reason);
    expect(calls).toEqual(["left a: unknown"]);
  });

  it.each([1, 2, 3])("is unknown after a hang-up by the agent, shown after %d of its three events", (shownAfter) => {
    const { answer, apply, state } = openTracker();
    answer("a");
    [released("a"), customerReleased("a"), phoneReleased].forEach((event, index) => {
      wait(300);
      apply(event);
      if (index + 1 === shownAfter) answer();
    });
    expect(state().left.get("a")?.reason).toBe("unknown");
  });

  it("stays retrieved when the customer hangs up after the call has left hold", () => {
    const { answer, apply, state } = openTracker();
    answer("a");
    apply(talking("a"));
    answer();
    wait(3_000);
    apply(customerReleased("a"));
    expect(state().left.get("a")?.reason).toBe("retrieved");
  });

  it("is unknown when the release came before the list ever showed the call", () => {
    const { answer, apply, told, state } = openTracker();
    answer();
    apply(held("a"), customerReleased("a"));
    answer();
    expect(state().left.size).toBe(0);
    answer("a"); // a list that lags
    answer();
    expect(told).toEqual(["held a", "left a: unknown"]);
  });

  it("is unknown when the release came before the first list", () => {
    const { answer, apply, told } = openTracker();
    apply(customerReleased("a"));
    answer("a");
    answer();
    expect(told).toEqual(["left a: unknown"]);
  });

  it.each([
    ["the list", (desk: ReturnType<typeof openTracker>) => desk.answer()],
    ["a hold event", (desk: ReturnType<typeof openTracker>) => desk.apply(held("a"))],
  ])("does not outlive the hold that it ended, as shown by %s", (_name, end) => {
    const desk = openTracker();
    desk.answer("a");
    desk.apply(talking("a"));
    end(desk);
    desk.answer("a");
    desk.apply(customerReleased("a"));
    desk.answer();
    expect(desk.told.at(-1)).toBe("left a: customer-hung-up");
  });

  it("is unknown for a second hold that ends without an event", () => {
    const { answer, apply, told } = openTracker();
    answer("a");
    apply(talking("a"));
    answer();
    answer("a");
    answer();
    expect(told).toEqual(["left a: retrieved", "held a", "left a: unknown"]);
  });

  it("ignores an event of an earlier hold that comes late", () => {
    const { answer, apply, told } = openTracker();
    answer("a");
    apply(talking("a", start));
    answer();
    wait(30_000);
    apply(held("a", start + 30_000));
    answer("a");
    wait(5_000);
    apply(talking("a", start), customerReleased("a", start + 35_000));
    answer();
    expect(told.filter((line) => line.startsWith("left"))).toEqual(["left a: retrieved", "left a: customer-hung-up"]);
  });

  it("expires when the list goes on showing the call for more than 30 s", () => {
    const { answer, apply, told } = openTracker({ attention: never });
    answer("a");
    apply(customerReleased("a"));
    for (let seconds = 0; seconds < 32; seconds += 2) {
      wait(2_000);
      answer("a");
    }
    answer();
    expect(told).toEqual(["left a: unknown"]);
  });
});

describe("attention", () => {
  it("reports each threshold once, at its moment", () => {
    const { answer, told, state } = openTracker();
    answer("a");
    wait(9_999);
    expect(told).toEqual([]);
    wait(1);
    expect(told).toEqual(["long a"]);
    expect(state().levels.get("a")).toBe("long");
    answer("a");
    wait(9_999);
    expect(told).toHaveLength(1);
    wait(1);
    expect(told).toEqual(["long a", "too-long a"]);
    expect(state().levels.get("a")).toBe("too-long");
    wait(hour);
    answer("a");
    expect(told).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("uses the thresholds of each call", () => {
    const { answer, told } = openTracker({
      attention: ({ skill }) => (skill === "gold" ? { long: 1_000, tooLong: 2_000 } : thresholds),
    });
    answer("a", call("b", "gold"));
    wait(2_000);
    answer("a", call("b", "gold"), "c");
    wait(30_000);
    const crossed = ["long b", "too-long b", "long a", "long c", "too-long a", "too-long c"];
    expect(told.filter((line) => !line.startsWith("held"))).toEqual(crossed);
  });

  it("reports only the highest level when the hold turns out to be older", () => {
    const { answer, apply, told } = openTracker();
    answer("a");
    apply({ kind: "held-since", callId: "a", since: start - 60_000, at: null });
    expect(told).toEqual(["too-long a"]);
  });

  it("applies changed thresholds at once and reports no level twice", () => {
    const { answer, told, setAttention } = openTracker();
    answer("a");
    wait(5_000);
    setAttention({ long: 2_000, tooLong: 20_000 });
    expect(told).toEqual(["long a"]);
    setAttention({ long: 2_000, tooLong: 7_000 });
    wait(1_999);
    expect(told).toEqual(["long a"]);
    wait(1);
    expect(told).toEqual(["long a", "too-long a"]);
    // A host with inline thresholds passes new ones with each render.
    for (let renders = 0; renders < 5; renders++) setAttention({ long: 2_000, tooLong: 7_000 });
    setAttention({ long: 2_000, tooLong: hour });
    expect(told).toHaveLength(2);
  });

  it("waits longer when the thresholds are raised", () => {
    const { answer, told, setAttention } = openTracker();
    answer("a");
    setAttention({ long: 30_000, tooLong: Infinity });
    wait(29_999);
    expect(told).toEqual([]);
    wait(hour);
    expect(told).toEqual(["long a"]);
  });

  it("starts again for a call that left and came back", () => {
    const { answer, told } = openTracker();
    answer("a");
    wait(10_000);
    answer();
    answer("a");
    wait(9_000);
    expect(told).toEqual(["long a", "left a: unknown", "held a"]);
    wait(1_000);
    expect(told.at(-1)).toBe("long a");
  });

  it("waits for a threshold beyond the longest timer of a browser", () => {
    const month = 30 * 86_400_000;
    const { answer, told } = openTracker({ attention: { long: month, tooLong: Infinity } });
    answer("a");
    wait(month - 1);
    expect(told).toEqual([]);
    wait(1);
    expect(told).toEqual(["long a"]);
  });
});

it("reports of a call that left during an outage only the hold that is certain", () => {
  const onLeft = vi.fn();
  const { apply, answer } = openTracker({ onLeft });
  answer();
  apply({ kind: "held", callId: "a", at: null });
  answer("a");
  wait(3_000);
  answer("a");
  wait(600_000);
  answer();
  expect(onLeft.mock.calls).toEqual([[call("a"), "unknown", { duration: 3_000, certainty: "at-least" }]]);
});

describe("events", () => {
  it("count as flowing from an answer of the event poll, also an empty one, until 20 s after the last", () => {
    const { apply, state } = openTracker();
    expect(state().eventsFlow).toBe(false);
    apply();
    expect(state().eventsFlow).toBe(true);
    wait(15_000);
    apply();
    wait(19_999);
    expect(state().eventsFlow).toBe(true);
    wait(1);
    expect(state().eventsFlow).toBe(false);
    apply({ kind: "other", at: null });
    expect(state().eventsFlow).toBe(true);
  });

  it("do not include a time that the host sets", () => {
    const { apply, state, tracker } = openTracker();
    apply({ kind: "held-since", callId: "a", since: start, at: null });
    expect(state().eventsFlow).toBe(false);
    expect(tracker.eventCount()).toBe(0);
  });

  it("are counted when they move a call, and not otherwise", () => {
    const { apply, tracker } = openTracker();
    apply(held("a"), talking("a"), joined("a"), released("a"), customerReleased("a"), retrieved("a"), phoneReleased);
    expect(tracker.eventCount()).toBe(7);
    apply({ kind: "other", at: start }, { kind: "signed-out", at: null });
    apply();
    expect(tracker.eventCount()).toBe(7);
  });
});

describe("hold times", () => {
  it("are exact from the hold event, also when it comes before the list shows the call", () => {
    const { answer, apply, times, state } = openTracker();
    answer();
    apply(held("a"));
    expect(state().since.size).toBe(0);
    wait(1_000);
    answer("a");
    expect(times()).toEqual({ a: 1 });
    expect(state().since.get("a")?.certainty.kind).toBe("exact");
  });

  it("keep their map while no time changes, with one notification for each answer", () => {
    const { answer, notifications, state } = openTracker();
    answer("a", "b");
    const { since } = state();
    const listener = notifications();
    for (let polls = 0; polls < 4; polls++) {
      wait(2_000);
      answer("a", "b");
    }
    expect(listener).toHaveBeenCalledTimes(4);
    expect(state().since).toBe(since);
  });

  it("keep their identity when the gateway's order changes and when another call leaves", () => {
    const { answer, state } = openTracker();
    answer("a", "b");
    const since = state().since.get("b");
    answer("b", "a");
    answer("b");
    expect(state().since.get("b")).toBe(since);
    expect(state().since.has("a")).toBe(false);
  });
});

describe("a step of the machine's clock", () => {
  /** A tracker with a call that has been exactly held for 7 s, and an answer that came 7 s ago. */
  function openHeld(options: { dated?: boolean; attention?: AttentionSetting } = {}) {
    const { dated = false, attention = { long: 60_000, tooLong: 180_000 } } = options;
    const desk = openTracker({ attention });
    const { tracker, state } = desk;
    let off = 0;
    const answer = () =>
      tracker.applyList(
        { calls: [call("a")], unreadable: [] },
        {
          requestedAt: tracker.now(),
          date: dated ? Math.floor((Date.now() - off) / 1_000) * 1_000 : null,
          age: 0,
          isOutdated: false,
        },
      );
    tracker.setPace("events", 30_000);
    desk.apply(held("a"));
    answer();
    wait(7_000);
    return {
      ...desk,
      answer,
      /** Moves only the wall clock, then lets the event poll answer. */
      step: async (ms: number) => {
        off += ms;
        vi.setSystemTime(Date.now() + ms);
        desk.apply();
        await Promise.resolve();
      },
      shown: () => {
        const since = state().since.get("a");
        return { for: since && Math.round(tracker.heldFor(since) / 100) * 100, kind: since?.certainty.kind };
      },
      isOverdue: () => {
        const { list } = state();
        return list.status === "ready" && list.overdue;
      },
    };
  }

  const steps: [string, number[]][] = [
    ["an hour", [hour]],
    ["a minute", [60_000]],
    ["10 s", [10_000]],
    ["3 s", [3_000]],
    ["two hours in two steps", [hour, hour]],
    ["20 s in two steps", [10_000, 10_000]],
    ["an hour back and an hour forward", [-hour, hour]],
  ];

  it("calls for attention when the lower bound passes a threshold, while no answer comes", async () => {
    const { step, told, state } = openHeld();
    await step(20_000); // it slept, and its network does not come back
    expect(told).toEqual(["doubt"]);
    wait(600_000);
    expect(told.filter((text) => text !== "doubt")).toEqual(["long a", "too-long a"]);
    expect(state().levels.get("a")).toBe("too-long");
  });

  it.each(steps)("shows a lower bound and doubt, asks once for each step and holds back alarms: %s", async (_, by) => {
    const { step, shown, state, isOverdue, told, tracker } = openHeld();
    for (const ms of by) await step(ms);
    expect(told).toEqual(by.filter((ms) => ms > 0).map(() => "doubt"));
    wait(20_000);
    expect(shown()).toEqual({ for: 27_000, kind: "at-least" });
    expect([state().condition, isOverdue()]).toEqual(["in-doubt", true]);
    // A failed poll explains nothing.
    tracker.applyFailure({ kind: "network" }, false);
    wait(20_000);
    tracker.applyEvents([]);
    expect(shown()).toEqual({ for: 47_000, kind: "at-least" });
    expect([state().condition, isOverdue()]).toEqual(["in-doubt", true]);
    expect(told.filter((line) => line !== "doubt")).toEqual([]);
  });

  it.each(steps)("is explained by the Date of the next answer: %s", async (_name, by) => {
    const { step, shown, state, isOverdue, told, answer } = openHeld({ dated: true });
    for (const ms of by) await step(ms);
    wait(1_000);
    answer();
    const { for: duration = 0, kind } = shown();
    expect(kind).toBe("exact");
    expect(Math.abs(duration - 8_000)).toBeLessThan(1_000);
    expect([state().condition, isOverdue()]).toEqual(["current", false]);
    expect(told.filter((line) => line !== "doubt")).toEqual([]);
  });

  it.each(steps)("leaves no exact time when the next answer has no Date: %s", async (_name, by) => {
    const { step, shown, state, answer } = openHeld({ attention: never });
    for (const ms of by) await step(ms);
    answer();
    const counted = by.reduce((sum, ms) => sum + Math.max(0, ms), 7_000);
    // After more than 5 minutes an accepted session proves a change of the clock.
    const isChange = counted > 307_000;
    expect(shown()).toEqual(isChange ? { for: 7_000, kind: "at-least" } : { for: counted, kind: "probable" });
    expect(state().condition).toBe("current");
  });

  it.each([-hour, -60_000, 1_500])("changes neither certainty nor condition by %d ms", async (ms) => {
    const { step, shown, state, isOverdue, told } = openHeld();
    await step(ms);
    expect(shown().kind).toBe("exact");
    expect(Math.abs((shown().for ?? 0) - 7_000)).toBeLessThanOrEqual(1_500);
    expect([state().condition, isOverdue(), told]).toEqual(["current", false, []]);
  });

  it("becomes exact again when the clock is set back", async () => {
    const { step, shown, told } = openHeld();
    await step(hour);
    await step(-hour);
    expect(shown()).toEqual({ for: 7_000, kind: "exact" });
    expect(told).toEqual(["doubt"]);
  });

  it("lets attention go on after the answer that explains it", async () => {
    const { step, answer, told } = openHeld({ dated: true });
    await step(hour);
    answer();
    wait(54_000);
    expect(told).toEqual(["doubt", "long a"]);
  });
});

describe("a late answer", () => {
  const list = { calls: [], unreadable: [] };
  const late = (tracker: ReturnType<typeof openTracker>["tracker"]) => tracker.store.getState().isLate;

  it("is noticed 6 s after 1.1 intervals from the last answer, however often the interval is set", () => {
    const { tracker } = openTracker();
    tracker.setPace("visible", 2_000);
    tracker.applyList(list, { requestedAt: tracker.now(), date: null, age: 0, isOutdated: false });
    for (let tenths = 0; tenths < 81; tenths++) {
      wait(100);
      tracker.setPace("visible", 2_000 + (tenths % 2));
      expect(late(tracker)).toBe(false);
    }
    wait(200);
    expect(late(tracker)).toBe(true);
  });

  it("counts the age that an answer already had", () => {
    const { tracker } = openTracker();
    tracker.setPace("visible", 2_000);
    wait(10_000);
    tracker.setPace("hidden", 2_000); // as long before
    wait(10_000);
    tracker.applyList(list, { requestedAt: tracker.now() - 5_000, date: null, age: 5_000, isOutdated: false });
    wait(3_199);
    expect(late(tracker)).toBe(false);
    wait(1);
    expect(late(tracker)).toBe(true);
  });

  it("starts its time again when the pace changes", () => {
    const { tracker } = openTracker();
    tracker.setPace("hidden", 60_000);
    tracker.applyList(list, { requestedAt: tracker.now(), date: null, age: 0, isOutdated: false });
    wait(50_000);
    tracker.setPace("visible", 2_000);
    wait(8_199);
    expect(late(tracker)).toBe(false);
    wait(1);
    expect(late(tracker)).toBe(true);
  });
});

describe("another requester", () => {
  it.each([
    ["nobody", null],
    ["another agent", { ...requester, agentId: "102", signIn: 2 }],
    ["a new sign-in of the same agent", { ...requester, signIn: 2 }],
    ["another gateway", { ...requester, baseUrl: "/cti" }],
    ["a supervised agent", { ...requester, supervised: "292" }],
  ])("drops everything of the former one and reports nothing of it: %s", (_name, next) => {
    const { tracker, answer, apply, told, state } = openTracker();
    answer("a", "b");
    apply(customerReleased("b"));
    wait(12_000);
    apply(held("c"));
    answer("a", "c");
    expect([state().arrived.size, state().left.size, state().levels.size, state().eventsFlow]).toEqual([1, 1, 1, true]);
    told.length = 0;
    tracker.setRequester(next);
    expect(state()).toMatchObject({ ...nothing, eventsFlow: false });
    expect(vi.getTimerCount()).toBe(0);
    answer("d"); // a first list
    wait(9_000);
    expect(told).toEqual([]);
    answer();
    expect(told).toEqual(["left d: unknown"]);
  });

  it("keeps the times of the same agent and removes the stored times of another", () => {
    const { tracker, answer, apply, times, storage } = openTracker();
    answer();
    apply(held("a"));
    answer("a");
    wait(5_000);
    tracker.setRequester({ ...requester, signIn: 2 });
    answer("a");
    expect(times()).toEqual({ a: 5 });
    tracker.setRequester({ ...requester, supervised: "292" });
    answer("a");
    expect([times(), storage.length]).toEqual([{ a: 0 }, 2]);
    tracker.setRequester(requester);
    answer("a");
    expect(times()).toEqual({ a: 5 });
    tracker.setRequester({ ...requester, agentId: "102", signIn: 3 });
    expect(storage.length).toBe(0);
    answer("a");
    expect(times()).toEqual({ a: 0 });
    tracker.setRequester(null);
    expect(storage.length).toBe(0);
  });

  it("changes nothing when it is the same one", () => {
    const { tracker, answer, state } = openTracker();
    answer("a");
    const before = state();
    tracker.setRequester({ ...requester });
    expect(state()).toBe(before);
  });
});

describe("stop", () => {
  it("stops all timers, ends what they would have ended, and lets the next answer go on", () => {
    const { tracker, answer, apply, state, told } = openTracker();
    answer("a", "b");
    apply();
    answer("b", "c");
    expect(vi.getTimerCount()).toBe(3);
    tracker.stop();
    expect(vi.getTimerCount()).toBe(0);
    expect([state().arrived.size, state().left.size, state().eventsFlow]).toEqual([0, 0, false]);
    expect([...state().since.keys()]).toEqual(["b", "c"]);
    told.length = 0;
    wait(12_000);
    answer("b", "c");
    expect(told).toEqual(["long b", "long c"]);
  });
});

describe("host callbacks", () => {
  it("are reported when they throw, without losing the other callbacks or the list", () => {
    const reported: unknown[] = [];
    vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
    const fail = (name: string) => () => {
      throw new Error(name);
    };
    const attended: [string, AttentionLevel][] = [];
    const { answer, state } = openTracker({
      onHeld: fail("onHeld"),
      onLeft: fail("onLeft"),
      onAttention: ({ callId }, level) => {
        attended.push([callId, level]);
        throw new Error("onAttention");
      },
    });
    answer("a", "b");
    answer("b", "c");
    expect(reported).toEqual([new Error("onLeft"), new Error("onHeld")]);
    expect([...state().since.keys()]).toEqual(["b", "c"]);
    wait(20_000);
    expect(attended.map(([callId, level]) => `${level} ${callId}`)).toEqual([
      "long b",
      "long c",
      "too-long b",
      "too-long c",
    ]);
    expect(reported).toHaveLength(6);
    vi.unstubAllGlobals();
  });

  it("may sign out, after which nothing more is reported", () => {
    const left: string[] = [];
    const onLeft = ({ callId }: HeldCall) => {
      left.push(callId);
      tracker.setRequester(null);
    };
    const { tracker, answer, told, state } = openTracker({ onLeft });
    answer("a", "b");
    expect(() => answer("c")).not.toThrow();
    expect(state().since.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    expect([left, told]).toEqual([["a"], []]);
  });
});

describe("observers", () => {
  it("drop the calls with the last release, and keep the hold times for the next observer", () => {
    const { tracker, answer, told, state, times } = openTracker();
    const [releaseFirst, releaseLast] = [tracker.retain(), tracker.retain()];
    answer("a");
    wait(4_000);
    releaseFirst();
    wait(0);
    expect(state().since.size).toBe(1);
    releaseLast();
    wait(0);
    expect(state()).toMatchObject({ ...nothing, isObserved: false });
    expect(tracker.isListed("a")).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
    wait(30_000);
    expect(told).toEqual([]);
    tracker.retain();
    answer("a");
    expect(times()).toEqual({ a: 34 });
    expect(told).toEqual(["too-long a"]);
  });

  it("keep everything when another one comes in the same task", () => {
    const { tracker, answer, state } = openTracker();
    const release = tracker.retain();
    answer("a");
    const before = state();
    release();
    tracker.retain();
    wait(0);
    expect(state()).toBe(before);
  });

  it.each([true, false])("leave a failure behind for the next observer, with a list before it: %s", (hasList) => {
    const { tracker, answer, state } = openTracker();
    const release = tracker.retain();
    if (hasList) answer("a");
    tracker.applyFailure({ kind: "network" }, false);
    release();
    wait(0);
    expect(state()).toMatchObject({ ...nothing, isObserved: false, condition: "in-doubt", poll: { failures: 1 } });
  });
});
