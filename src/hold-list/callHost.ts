/**
 * Calls a host's function. What it throws is reported as the host's fault and costs the panel nothing.
 * @returns the function's result, or `fallback` where it throws
 */
export function callHost<T>(fn: () => T): T | undefined;
export function callHost<T>(fn: () => T, fallback: T): T;
export function callHost<T>(fn: () => T, fallback?: T): T | undefined {
  try {
    return fn();
  } catch (error) {
    reportError(error);
    return fallback;
  }
}
