/**
 * Calls a function of the host. Never throws: an error is reported to the page's error handling (`window.onerror`), and `fallback`
 * is returned instead of a result.
 */
export function callHost<T>(fn: () => T, fallback: T): T;
export function callHost<T>(fn: () => T): T | undefined;
export function callHost<T>(fn: () => T, fallback?: T): T | undefined {
  try {
    return fn();
  } catch (error) {
    report(error);
    return fallback;
  }
}

function report(error: unknown): void {
  try {
    reportError(error);
  } catch {
    // Node and browsers before 2022 have no reportError.
    setTimeout(() => {
      throw error;
    });
  }
}
