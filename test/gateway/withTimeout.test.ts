import { getEventListeners } from "node:events";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GatewayError } from "../../src/gateway/GatewayError.js";
import { withTimeout } from "../../src/gateway/withTimeout.js";

const never = () => new Promise<never>(() => {});
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => new Error("It was resolved."),
    (reason: unknown) => reason,
  );

beforeEach(() => {
  vi.useFakeTimers();
});

it("returns the result of the work and leaves no timer and no listener behind", async () => {
  const { signal } = new AbortController();
  await expect(withTimeout(300, signal, () => Promise.resolve(7))).resolves.toBe(7);
  await reasonOf(withTimeout(300, signal, () => Promise.reject(new TypeError("offline"))));
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

it("rethrows a GatewayError of the work", async () => {
  const error = new GatewayError({ kind: "redirect" });
  expect(await reasonOf(withTimeout(300, undefined, () => Promise.reject(error)))).toBe(error);
});

it("turns any other error of the work into a network failure with its cause", async () => {
  const cause = new TypeError("Failed to fetch");
  const error = await reasonOf(withTimeout(300, undefined, () => Promise.reject(cause)));
  expect(error).toMatchObject({ failure: { kind: "network" }, cause });
});

it("aborts the signal of work that failed, so that its connection closes", async () => {
  let given: AbortSignal | undefined;
  await reasonOf(withTimeout(300, undefined, (signal) => ((given = signal), Promise.reject(new Error("x")))));
  expect(given?.aborted).toBe(true);
});

it("fails after the time, and not before, when the work ignores its signal", async () => {
  let given: AbortSignal | undefined;
  const settled = vi.fn();
  const error = reasonOf(withTimeout(300, undefined, (signal) => ((given = signal), never()))).finally(settled);
  await vi.advanceTimersByTimeAsync(299);
  expect([settled.mock.calls.length, given?.aborted]).toEqual([0, false]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await error).toMatchObject({ failure: { kind: "timeout", after: 300 } });
  expect(given?.aborted).toBe(true);
});

describe.each([
  ["an error", new Error("The agent signed out.")],
  ["a DOMException", new DOMException("Gone", "AbortError")],
  ["a string", "gone"],
  ["null", null],
  ["an object", { silent: true }],
])("an abort with %s as its reason", (_, reason) => {
  it("starts no work when it comes first", async () => {
    const work = vi.fn(never);
    expect(await reasonOf(withTimeout(300, AbortSignal.abort(reason), work))).toBe(reason);
    expect(work).not.toHaveBeenCalled();
  });

  it.each([
    ["ignores its signal", never],
    [
      "rejects with an error of its own",
      (signal: AbortSignal) =>
        new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(new TypeError("aborted")))),
    ],
  ])("rethrows the reason unchanged when the work %s", async (_, work) => {
    const controller = new AbortController();
    const ended = reasonOf(withTimeout(300, controller.signal, work));
    controller.abort(reason);
    expect(await ended).toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it("rethrows the platform's AbortError when the abort has no reason", async () => {
  const controller = new AbortController();
  const ended = reasonOf(withTimeout(300, controller.signal, never));
  controller.abort();
  expect(await ended).toBe(controller.signal.reason);
  expect(await ended).toMatchObject({ name: "AbortError" });
});
