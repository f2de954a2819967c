/** The parts of a path after `/simulator/`; null if it does not start with it. */
export function controlPath(pathname: string): string[] | null {
  const [root, ...parts] = pathname.split("/").filter((part) => part !== "");
  return root === "simulator" ? parts : null;
}
