/** The parts of a path after `/agentgateway/`, whatever stands before; null if it has none. Empty parts (double slashes) do not count. */
export function gatewayPath(pathname: string): string[] | null {
  const parts = pathname.split("/").filter((part) => part !== "");
  const start = parts.indexOf("agentgateway");
  return start === -1 ? null : parts.slice(start + 1);
}
