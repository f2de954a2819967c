import { afterEach, beforeEach, expect, vi } from "vitest";

beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  // A test that expects console output removes it with mockClear.
  expect([vi.mocked(console.error).mock.calls, vi.mocked(console.warn).mock.calls]).toEqual([[], []]);
  vi.restoreAllMocks();
  if (typeof sessionStorage !== "undefined") sessionStorage.clear();
});
