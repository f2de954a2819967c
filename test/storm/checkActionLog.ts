import type { ActionLog } from "./ActionLog.js";

const operationsOf: Readonly<Record<string, readonly string[]>> = {
  "action retrieve": ["retrieve"],
  "item Join to my call": ["threeParty"],
  "answer Hang up": ["drop"],
  "answer Connect them and leave": ["connect"],
  // Actions that need a confirmation ask for it again.
  "Try again": ["retrieve", "threeParty"],
};

/**
 * Checks that each POST names the call under the last meant press on that call, and that no press causes two POSTs.
 * @returns the violations
 */
export function checkActionLog(log: ActionLog): string[] {
  const violations: string[] = [];
  const pressed = new Map<string | null, string>();
  for (const [index, entry] of log.entries()) {
    const { callId } = entry;
    if (entry.kind === "press") {
      if (entry.name in operationsOf) pressed.set(callId, entry.name);
      continue;
    }
    const isCaused = operationsOf[pressed.get(callId) ?? ""]?.includes(entry.operation) === true;
    const before = log.slice(Math.max(0, index - 5), index).map((one) => JSON.stringify(one));
    if (!isCaused) violations.push(`No press caused ${entry.operation} ${callId}. Before it: ${before.join(" ")}`);
    pressed.delete(callId);
  }
  return violations;
}
