import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { AttentionLevel } from "../../../src/hold-list/attention.js";
import { useAcknowledgements } from "../../../src/panel/alerts/useAcknowledgements.js";

type Levels = Record<string, AttentionLevel>;

beforeEach(() => void vi.useFakeTimers());

function renderAcknowledgements(levels: Levels) {
  const { result, rerender } = renderHook((map) => useAcknowledgements(map), {
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
