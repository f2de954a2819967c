/**
 * Checks that this environment has the globals that the simulator uses. Without this check a client would report a failed
 * connection.
 * @throws An Error that names the missing globals and the remedy.
 */
export function requireGlobals(...names: readonly string[]): void {
  const missing = names.filter((name) => Reflect.get(globalThis, name) === undefined);
  if (missing.length === 0) return;
  throw new Error(
    `The simulator needs ${missing.join(" and ")}, but this environment has no such global. ` +
      "In jest, jest-environment-jsdom hides the globals of Node. Use a test environment that extends it and adds them: " +
      `Object.assign(this.global, { fetch, Headers, AbortController, AbortSignal, ${missing.join(", ")} }).`,
  );
}
