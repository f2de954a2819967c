import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { AttentionLevel } from "../../../src/hold-list/attention.js";
import { createTabs } from "../../../src/hold-list/tabs/createTabs.js";
import type { TopicListener } from "../../../src/hold-list/tabs/TabSharing.js";
import { useAcknowledgements } from "../../../src/panel/alerts/useAcknowledgements.js";

type Levels = Record<string, AttentionLevel>;

beforeEach(() => void vi.useFakeTimers());

function renderAcknowledgements(levels: Levels, tabs = createTabs()) {
  const { result, rerender } = renderHook((map) => useAcknowledgements(map, tabs), {
    initialProps: new Map(Object.entries(levels)),
  });
  return {
    result,
    setLevels: (next: Levels) => rerender(new Map(Object.entries(next))),
    unacknowledged: () => [...result.current.unacknowledged.keys()],
  };
}

it("keeps a call acknowledged until its next threshold", () => {
  const { result, setLevels, unacknowledged } = renderAcknowledgements({ a: "long", b: "long" });
  act(() => result.current.acknowledge("a"));
  expect(unacknowledged()).toEqual(["b"]);
  expect(result.current.byCallId.get("a")).toEqual({ kind: "acknowledged", level: "long" });
  setLevels({ a: "too-long", b: "long" });
  expect(unacknowledged()).toEqual(["a", "b"]);
});

it("keeps a call snoozed for a minute, across thresholds", () => {
  const { result, setLevels, unacknowledged } = renderAcknowledgements({ a: "long" });
  act(() => result.current.snooze("a"));
  setLevels({ a: "too-long" });
  act(() => void vi.advanceTimersByTime(59_000));
  expect(unacknowledged()).toEqual([]);
  act(() => void vi.advanceTimersByTime(1_000));
  expect(unacknowledged()).toEqual(["a"]);
});

it("forgets a call that leaves", () => {
  const { result, setLevels, unacknowledged } = renderAcknowledgements({ a: "long", b: "long" });
  act(() => {
    result.current.acknowledge("a");
    result.current.snooze("b");
  });
  setLevels({});
  setLevels({ a: "long", b: "long" });
  expect(unacknowledged()).toEqual(["a", "b"]);
});

it("does not acknowledge a call that is not held long", () => {
  const { result } = renderAcknowledgements({});
  act(() => result.current.acknowledge("a"));
  expect(result.current.byCallId.size).toBe(0);
});

it("keeps its functions and unchanged maps across renders", () => {
  const { result, setLevels } = renderAcknowledgements({ a: "long" });
  const { acknowledge, snooze, byCallId } = result.current;
  setLevels({ a: "long", b: "long" });
  expect([result.current.acknowledge, result.current.snooze]).toEqual([acknowledge, snooze]);
  expect(result.current.byCallId).toBe(byCallId);
  act(() => acknowledge("b"));
  expect(result.current.byCallId.has("b")).toBe(true);
  expect(result.current.acknowledge).toBe(acknowledge);
});

describe("several tabs", () => {
  /** Tabs of which each receives what the others publish. */
  function connectTabs(count: number) {
    const listeners: TopicListener[] = [];
    return Array.from({ length: count }, () => {
      const tabs = createTabs();
      let own: TopicListener | undefined;
      const sharing = {
        mayPoll: () => true,
        refresh: () => Promise.resolve(),
        publish: (_: string, data: unknown) =>
          listeners.filter((one) => one !== own).forEach(({ receive }) => receive(structuredClone(data), "other")),
        subscribe(_: string, listener: TopicListener) {
          own = listener;
          listeners.push(listener);
          listeners.filter((one) => one !== own).forEach(({ onJoined }) => onJoined?.());
          return () => listeners.splice(listeners.indexOf(listener), 1);
        },
        onEvents: () => () => {},
        applyFor: () => () => {},
        leave: () => {},
      };
      tabs.store.setState({ sharing });
      return { tabs, receive: (data: unknown) => own?.receive(data, "stranger") };
    });
  }

  it("acknowledges and snoozes a call in all of them, also in one that joins later", () => {
    const [one, other, late] = connectTabs(3);
    const levels: Levels = { a: "long", b: "long", c: "long" };
    const first = renderAcknowledgements(levels, one?.tabs);
    const second = renderAcknowledgements(levels, other?.tabs);
    act(() => first.result.current.acknowledge("a"));
    act(() => second.result.current.snooze("b"));
    const third = renderAcknowledgements(levels, late?.tabs);
    for (const { unacknowledged } of [first, second, third]) expect(unacknowledged()).toEqual(["c"]);
    act(() => void vi.advanceTimersByTime(60_000));
    for (const { unacknowledged } of [first, second, third]) expect(unacknowledged()).toEqual(["b", "c"]);
  });

  it.each([[null], [7], [[["a"]]], [[["a", { kind: "acknowledged", level: "none" }]]], [[["a", { kind: "snoozed" }]]]])(
    "ignores the message %j",
    (data) => {
      const [tab] = connectTabs(1);
      const { unacknowledged } = renderAcknowledgements({ a: "long" }, tab?.tabs);
      act(() => tab?.receive(data));
      expect(unacknowledged()).toEqual(["a"]);
    },
  );

  it("limits another tab's snooze to a minute", () => {
    const [tab] = connectTabs(1);
    const { unacknowledged } = renderAcknowledgements({ a: "long" }, tab?.tabs);
    act(() => tab?.receive([["a", { kind: "snoozed", until: Date.now() + 1e9 }]]));
    expect(unacknowledged()).toEqual([]);
    act(() => void vi.advanceTimersByTime(60_000));
    expect(unacknowledged()).toEqual(["a"]);
  });
});
