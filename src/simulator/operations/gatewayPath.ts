/** The parts of a path after `/agentgateway/`, behind any prefix and without empty parts (double slashes); null without it. */
export function gatewayPath(pathname: string): string[] | null {
  const parts = pathname.split("/").filter((part) => part !== "");
  const start = parts.indexOf("agentgateway");
  return start === -1 ? null : parts.slice(start + 1);
}
