import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";

// Vitest runs with globals: false, so Testing Library sets none of this up by itself.
// Set before each test: a test that fails while Testing Library waits leaves it false for the next file.
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
});
// Lets Testing Library's waitFor, findBy and user-event advance vi's fake timers.
(globalThis as { jest?: object }).jest = { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) };

// Before the console is checked: hooks run in the reverse order of the set-up files.
afterEach(cleanup);
