import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, expect, vi } from "vitest";

// Vitest runs with globals: false, so Testing Library sets none of this up by itself.
(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
// Lets Testing Library's waitFor, findBy and user-event advance vi's fake timers.
(globalThis as { jest?: object }).jest = { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) };

beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  // A test that expects console output removes it with mockClear.
  expect([vi.mocked(console.error).mock.calls, vi.mocked(console.warn).mock.calls]).toEqual([[], []]);
  vi.restoreAllMocks();
  // Tests in the Node environment have no storage.
  if (typeof sessionStorage !== "undefined") sessionStorage.clear();
});
