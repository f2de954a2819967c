/**
 * Calls a function of the host: a callback, a label or a slot. An error that it throws is reported with `reportError` and
 * never reaches the caller.
 * @param fallback - returned when the function throws
 */
export function callHost<T>(fn: () => T): T | undefined;
export function callHost<T>(fn: () => T, fallback: T): T;
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
  if (typeof reportError === "function") reportError(error);
  // Chrome before 95, Firefox before 93 and Safari before 15.4 have no reportError.
  else
    setTimeout(() => {
      throw error;
    });
}
