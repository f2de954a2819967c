import { beforeEach, describe, expect, it, vi } from "vitest";
import type { HeldCall } from "../../src/gateway/HeldCall.js";
import type { AttentionLevel, AttentionSetting } from "../../src/hold-list/attention.js";
import { createCallTracker, type CallTrackerSettings } from "../../src/hold-list/createCallTracker.js";
import type { Requester } from "../../src/hold-list/Requester.js";
import type { LeftReason } from "../../src/hold-list/LeftCall.js";
import type { AgentEvent } from "../../src/session/AgentEvent.js";

const requester: Requester = { baseUrl: "https://gateway.invalid", agentId: "101", signIn: 1, supervised: null };
const start = 1_700_000_000_000;
const thresholds = { long: 10_000, tooLong: 20_000 };

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});

/** As sessionStorage, whose events take timers in jsdom. */
function createStorage(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}

function call(callId: string, skill = "voice"): HeldCall {
  return { callId, callType: 0, caller: "10086", called: "70943", skill };
}

/** A tracker that follows agent 101, on clocks that only the test moves, with a note of all that it told. */
function openTracker(settings: Partial<CallTrackerSettings> = {}) {
  const told: string[] = [];
  const storage = createStorage();
  const callbacks = (attention: AttentionSetting): CallTrackerSettings => ({
    attention,
    onHeld: ({ callId }) => told.push(`held ${callId}`),
    onLeft: ({ callId }, reason) => told.push(`left ${callId}: ${reason}`),
    onAttention: ({ callId }, level) => told.push(`${level} ${callId}`),
    ...settings,
  });
  const clocks = { wall: () => Date.now(), monotonic: () => performance.now() };
  const tracker = createCallTracker(callbacks(settings.attention ?? thresholds), clocks, () => storage);
  tracker.setRequester(requester);
  return {
    tracker,
    told,
    storage,
    state: () => tracker.store.getState(),
    attend: (attention: AttentionSetting) => tracker.setSettings(callbacks(attention)),
    answer: (...list: (string | HeldCall)[]) =>
      tracker.applyList(
        { calls: list.map((item) => (typeof item === "string" ? call(item) : item)), unreadable: [] },
        { requestedAt: tracker.now(), date: null, age: 0, isOutdated: false },
      ),
    hear: (...events: AgentEvent[]) => tracker.applyEvents(events),
    /** Whole seconds for which each call has been held. */
    times: () =>
      Object.fromEntries(
        [...tracker.store.getState().since].map(([callId, since]) => [
          callId,
          Math.round(tracker.heldFor(since) / 1_000),
        ]),
      ),
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

describe("calls that come and go", () => {
  it("are told once each, and the calls of the first list are not told as held", () => {
    const { answer, told } = openTracker();
    answer("a");
    expect(told).toEqual([]);
    answer("a", "b");
    answer("a", "b");
    answer("b");
    answer("b");
    answer("b", "a");
    expect(told).toEqual(["held b", "left a: unknown", "held a"]);
  });

  it("are told as they come also where the first list was empty", () => {
    const { answer, told } = openTracker();
    answer();
    answer("a");
    expect(told).toEqual(["held a"]);
  });

  it("are new for 3 s, and gone for 5 s, with how long they were held", () => {
    const { answer, state } = openTracker();
    answer();
    answer("a");
    expect([...state().arrived]).toEqual(["a"]);
    wait(2_999);
    expect(state().arrived.size).toBe(1);
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

  it("are not both gone and here where they come back at once", () => {
    const { answer, state, told } = openTracker({ attention: { long: Infinity, tooLong: Infinity } });
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

  it("may have the names of an object's own properties", () => {
    const { answer, told } = openTracker();
    answer("__proto__");
    answer("constructor");
    expect(told).toEqual(["left __proto__: unknown", "held constructor"]);
  });
});

describe("why a call left", () => {
  const before: [string, AgentEvent[], LeftReason][] = [
    ["no event", [], "unknown"],
    ["Customer_Release", [customerReleased("a")], "customer-hung-up"],
    ["Customer_Release, twice", [customerReleased("a"), customerReleased("a")], "customer-hung-up"],
    ["Talking", [talking("a")], "retrieved"],
    ["Talking, then Customer_Release", [talking("a"), customerReleased("a")], "retrieved"],
    ["Customer_Release, then a late Talking", [customerReleased("a"), talking("a")], "retrieved"],
    ["Talking, then Call_Release", [talking("a"), released("a")], "retrieved"],
    ["Call_Release", [released("a")], "unknown"],
    ["Conference", [joined("a")], "unknown"],
    ["the desk phone", [retrieved("a")], "unknown"],
    ["a desk phone's retrieval, then Customer_Release", [retrieved("a"), customerReleased("a")], "unknown"],
    ["three-party: Conference and Customer_Release", [joined("a"), customerReleased("a")], "unknown"],
    ["connecting or hanging up: both releases", [released("a"), customerReleased("a")], "unknown"],
    ["both releases, the other way round", [customerReleased("a"), released("a")], "unknown"],
    ["the phone hung up", [{ kind: "phone-released", at: null }], "unknown"],
    ["events of another call", [customerReleased("b"), talking("b")], "unknown"],
    [
      "held again after talking, then Customer_Release",
      [talking("a"), held("a"), customerReleased("a")],
      "customer-hung-up",
    ],
  ];

  it.each(before)("before the list shows it, by %s: %j", (_name, events, reason) => {
    const { answer, hear, told, state } = openTracker();
    answer();
    wait(2_000);
    answer("a");
    wait(5_000);
    for (const event of events) {
      wait(100);
      hear(event);
    }
    answer();
    expect(told).toEqual(["held a", `left a: ${reason}`]);
    expect(state().left.get("a")?.reason).toBe(reason);
  });

  // What comes after the list has shown it is for those who look: the callback was called.
  it.each(before.filter(([, events]) => events.every(({ kind }) => kind !== "held")))(
    "just after the list has shown it, by %s: %j",
    (_name, events, reason) => {
      const { answer, hear, told, state } = openTracker();
      answer("a");
      wait(5_000);
      answer();
      for (const event of events) {
        wait(100);
        hear(event);
      }
      expect(state().left.get("a")?.reason).toBe(reason);
      expect(told).toEqual(["left a: unknown"]);
    },
  );

  it.each([1, 2, 3])("is the same where the list shows it after %d of the events of hanging up", (shownAfter) => {
    const events = [released("a"), customerReleased("a"), { kind: "phone-released", at: null } as const];
    const { answer, hear, state } = openTracker();
    answer("a");
    events.forEach((event, index) => {
      wait(300);
      hear(event);
      if (index + 1 === shownAfter) answer();
    });
    expect(state().left.get("a")?.reason).toBe("unknown");
  });

  it("is not a hang-up on hold where the call was talking, though the release comes after it has left", () => {
    const { answer, hear, state } = openTracker();
    answer("a");
    hear(talking("a"));
    answer();
    wait(3_000);
    hear(customerReleased("a"));
    expect(state().left.get("a")?.reason).toBe("retrieved");
  });

  it("is not known by the release of a call that was never listed", () => {
    const { answer, hear, told, state } = openTracker();
    answer();
    hear(held("a"));
    hear(customerReleased("a"));
    answer();
    expect(state().left.size).toBe(0);
    // A list that lags shows it yet.
    answer("a");
    answer();
    expect(told).toEqual(["held a", "left a: unknown"]);
  });

  it("is not known by the release of a call that the first list shows only afterwards", () => {
    const { answer, hear, told } = openTracker();
    hear(customerReleased("a"));
    answer("a");
    answer();
    expect(told).toEqual(["left a: unknown"]);
  });

  it("is not what ended an earlier hold of the call", () => {
    const { answer, hear, told } = openTracker();
    answer("a");
    hear(talking("a"));
    answer();
    answer("a");
    answer();
    expect(told).toEqual(["left a: retrieved", "held a", "left a: unknown"]);
  });

  it("is not what an event of an earlier hold says that comes late, or once more", () => {
    const { answer, hear, told } = openTracker();
    answer("a");
    hear(talking("a", start));
    answer();
    wait(30_000);
    hear(held("a", start + 30_000));
    answer("a");
    wait(5_000);
    hear(talking("a", start));
    hear(customerReleased("a", start + 35_000));
    answer();
    expect(told.filter((line) => line.startsWith("left"))).toEqual(["left a: retrieved", "left a: customer-hung-up"]);
  });

  it("is not what an event said more than 30 s ago, since the list denied it all the while", () => {
    const { answer, hear, told } = openTracker({ attention: { long: Infinity, tooLong: Infinity } });
    answer("a");
    hear(customerReleased("a"));
    for (let seconds = 0; seconds < 32; seconds += 2) {
      wait(2_000);
      answer("a");
    }
    answer();
    expect(told).toEqual(["left a: unknown"]);
  });
});

describe("attention", () => {
  it("is called for at each threshold by a timer of its own, once", () => {
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
    wait(3_600_000);
    answer("a");
    expect(told).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is called for by each call in its own time, by the thresholds of that call", () => {
    const { answer, told } = openTracker({
      attention: ({ skill }) => (skill === "gold" ? { long: 1_000, tooLong: 2_000 } : thresholds),
    });
    answer("a", call("b", "gold"));
    wait(2_000);
    answer("a", call("b", "gold"), "c");
    wait(30_000);
    expect(told.filter((line) => !line.startsWith("held"))).toEqual([
      "long b",
      "too-long b",
      "long a",
      "long c",
      "too-long a",
      "too-long c",
    ]);
  });

  it("is called for at once, at the highest level only, where the time on hold turns out to be longer", () => {
    const { answer, hear, told } = openTracker();
    answer("a");
    hear({ kind: "held-since", callId: "a", since: start - 60_000, at: null });
    expect(told).toEqual(["too-long a"]);
  });

  it("is called for by thresholds that were changed, at once or when they are crossed, and never twice", () => {
    const { answer, told, attend } = openTracker();
    answer("a");
    wait(5_000);
    attend({ long: 2_000, tooLong: 20_000 });
    expect(told).toEqual(["long a"]);
    attend({ long: 2_000, tooLong: 7_000 });
    wait(1_999);
    expect(told).toEqual(["long a"]);
    wait(1);
    expect(told).toEqual(["long a", "too-long a"]);
    // As many of them as a host that writes them inline renders.
    for (let renders = 0; renders < 5; renders++) attend({ long: 2_000, tooLong: 7_000 });
    expect(told).toHaveLength(2);
    attend({ long: 2_000, tooLong: 3_600_000 });
    expect(told).toHaveLength(2);
  });

  it("takes the thresholds that were put off", () => {
    const { answer, told, attend } = openTracker();
    answer("a");
    attend({ long: 30_000, tooLong: Infinity });
    wait(29_999);
    expect(told).toEqual([]);
    wait(3_600_000);
    expect(told).toEqual(["long a"]);
  });

  it("begins anew for a call that left and came back", () => {
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

  it("goes by the usual thresholds where the host's function throws", () => {
    const attention = () => {
      throw new Error("of the host's");
    };
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    const { answer, told } = openTracker({ attention });
    answer("a");
    wait(59_999);
    expect(told).toEqual([]);
    wait(1);
    expect(told).toEqual(["long a"]);
    expect(report).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  it("waits for a threshold that lies beyond what a timer can keep", () => {
    const month = 30 * 86_400_000;
    const { answer, told } = openTracker({ attention: { long: month, tooLong: Infinity } });
    answer("a");
    wait(month - 1);
    expect(told).toEqual([]);
    wait(1);
    expect(told).toEqual(["long a"]);
  });
});

describe("the flow of events", () => {
  it("is there from an answer of the event poll on, also an empty one, until 20 s after the last", () => {
    const { hear, state } = openTracker();
    expect(state().eventsFlow).toBe(false);
    hear();
    expect(state().eventsFlow).toBe(true);
    wait(15_000);
    hear();
    wait(19_999);
    expect(state().eventsFlow).toBe(true);
    wait(1);
    expect(state().eventsFlow).toBe(false);
    hear({ kind: "other", at: null });
    expect(state().eventsFlow).toBe(true);
  });

  it("is not proved by what the host knows", () => {
    const { hear, state, tracker } = openTracker();
    hear({ kind: "held-since", callId: "a", since: start, at: null });
    expect(state().eventsFlow).toBe(false);
    expect(tracker.eventCount()).toBe(0);
  });

  it("counts the events that move calls, and no other", () => {
    const { hear, tracker } = openTracker();
    hear(held("a"), talking("a"), joined("a"), released("a"), customerReleased("a"), retrieved("a"));
    expect(tracker.eventCount()).toBe(6);
    hear({ kind: "phone-released", at: null });
    expect(tracker.eventCount()).toBe(7);
    hear({ kind: "other", at: start }, { kind: "signed-out", at: null });
    hear();
    expect(tracker.eventCount()).toBe(7);
  });
});

describe("times", () => {
  it("are exact from the event that told of the hold, also before the list shows the call", () => {
    const { answer, hear, times, state } = openTracker();
    answer();
    hear(held("a"));
    expect(state().since.size).toBe(0);
    wait(1_000);
    answer("a");
    expect(times()).toEqual({ a: 1 });
    expect(state().since.get("a")?.certainty.kind).toBe("exact");
  });

  it("are shared anew only where one of them is new", () => {
    const { answer, tracker, state } = openTracker();
    answer("a", "b");
    const { since } = state();
    const listener = vi.fn();
    tracker.store.subscribe(listener);
    for (let polls = 0; polls < 4; polls++) {
      wait(2_000);
      answer("a", "b");
    }
    expect(listener).toHaveBeenCalledTimes(4);
    expect(state().since).toBe(since);
  });

  it("are kept where only the gateway's order is new, and for the calls that stay", () => {
    const { answer, state } = openTracker();
    answer("a", "b");
    const since = state().since.get("b");
    answer("b", "a");
    answer("b");
    expect(state().since.get("b")).toBe(since);
    expect(state().since.has("a")).toBe(false);
  });
});

describe("another sign-in", () => {
  it.each([
    ["a sign-out", null],
    ["another agent", { ...requester, agentId: "102", signIn: 2 }],
    ["a new sign-in of the same agent", { ...requester, signIn: 2 }],
    ["another gateway", { ...requester, baseUrl: "/cti" }],
    ["a supervised agent", { ...requester, supervised: "292" }],
  ])("leaves nothing of the former at %s, and tells nothing of it", (_name, asker) => {
    const { tracker, answer, hear, told, state } = openTracker();
    answer("a", "b");
    hear(customerReleased("b"));
    wait(12_000);
    hear();
    answer("a", "c");
    expect([state().arrived.size, state().left.size, state().levels.size, state().eventsFlow]).toEqual([1, 1, 1, true]);
    told.length = 0;
    tracker.setRequester(asker);
    expect(state()).toMatchObject({
      answer: null,
      since: new Map(),
      arrived: new Set(),
      left: new Map(),
      levels: new Map(),
      eventsFlow: false,
    });
    expect(vi.getTimerCount()).toBe(0);
    // Its list is a first one.
    answer("d");
    wait(9_000);
    expect(told).toEqual([]);
    answer();
    expect(told).toEqual(["left d: unknown"]);
  });

  it("of the same agent keeps the times, and of another, or none, drops the stored ones", () => {
    const { tracker, answer, hear, times, storage } = openTracker();
    answer();
    hear(held("a"));
    answer("a");
    wait(5_000);
    tracker.setRequester({ ...requester, agentId: "101", signIn: 2 });
    answer("a");
    expect(times()).toEqual({ a: 5 });
    expect(storage.length).toBe(1);
    tracker.setRequester({ ...requester, agentId: "102", signIn: 3 });
    expect(storage.length).toBe(0);
    answer("a");
    expect(times()).toEqual({ a: 0 });
    tracker.setRequester(null);
    expect(storage.length).toBe(0);
  });

  it("is none where the same sign-in is followed again", () => {
    const { tracker, answer, state } = openTracker();
    answer("a");
    const before = state();
    tracker.setRequester({ ...requester, agentId: "101", signIn: 1 });
    expect(state()).toBe(before);
  });
});

describe("a pause", () => {
  it("stops all timers, and leaves nothing that they were to end", () => {
    const { tracker, answer, hear, state, told } = openTracker();
    answer("a", "b");
    hear();
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

describe("a callback", () => {
  it("that throws is reported, and costs neither the other callbacks nor the list", () => {
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
    expect(attended).toEqual([
      ["b", "long"],
      ["c", "long"],
      ["b", "too-long"],
      ["c", "too-long"],
    ]);
    expect(reported).toHaveLength(6);
    vi.unstubAllGlobals();
  });

  it("may sign out, which is the end of what it is told of", () => {
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

describe("when nobody looks any more", () => {
  it("tells of no call that may be gone, and begins anew with the time that it remembers", () => {
    const { tracker, answer, told, state, times } = openTracker();
    const leaveFirst = tracker.retain();
    const leaveLast = tracker.retain();
    answer("a");
    wait(4_000);
    leaveFirst();
    expect(state().since.size).toBe(1);
    leaveLast();
    wait(0);
    expect(state()).toMatchObject({ answer: null, since: new Map(), isObserved: false });
    expect(vi.getTimerCount()).toBe(0);
    wait(30_000);
    expect(told).toEqual([]);
    tracker.retain();
    answer("a");
    expect(times()).toEqual({ a: 34 });
    expect(told).toEqual(["too-long a"]);
  });
});
