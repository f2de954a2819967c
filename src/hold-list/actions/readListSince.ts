import type { ActionPorts } from "./ActionPorts.js";
import { settledWithin } from "./settledWithin.js";

/**
 * Reads a list that was requested at `moment` or later. Resolves after `limit` ms at the latest, with whether there is one now. A
 * read that fails is not repeated.
 */
export async function readListSince(ports: ActionPorts, moment: number, limit: number): Promise<boolean> {
  await settledWithin(limit, async () => {
    const before = ports.requestedAt();
    await ports.refresh();
    // The refresh joined a poll that was sent before `moment`.
    if (ports.requestedAt() !== before && ports.requestedAt() < moment) await ports.refresh();
  });
  return ports.requestedAt() >= moment;
}
