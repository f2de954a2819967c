/**
 * Calls a function of the host: a callback, a label or a slot. Never throws: an error is reported to the page, and `fallback` is
 * returned instead of a result.
 */
export function callHost<T>(fn: () => T, fallback: T): T;
export function callHost<T>(fn: () => T): T | undefined;
export function callHost<T>(fn: () => T, fallback?: T): T | undefined {
  try {
    return fn();
  } catch (error) {
    reportFault(error);
    return fallback;
  }
}

/** Reports an error to the page's `error` event without interrupting the caller. */
export function reportFault(error: unknown): void {
  try {
    reportError(error);
  } catch {
    // Node, and browsers before 2022, have no reportError.
    setTimeout(() => {
      throw error;
    });
  }
}
