/** What a retcode asks of a panel. Source: the interface's result codes, with what public clients have met. */
export type RetcodeMeaning =
  /** The session was refused. A stale Guid gets the same answer, so once does not prove it. */
  | "refused"
  /** The sign-in is gone for good: sign in again. */
  | "sign-in-again"
  | "signed-out"
  | "no-permission"
  /** The agent is being moved to another gateway. */
  | "switching"
  /** The move is over: ask again. */
  | "restored"
  | "too-often"
  | "fault"
  /** Wrong method, address or parameter: the request itself is at fault. */
  | "rejected"
  | "unknown";

const meanings: ReadonlyMap<string, RetcodeMeaning> = new Map([
  ["100-006", "refused"],
  ["000-003", "refused"],
  ["105-005", "sign-in-again"],
  ["105-006", "sign-in-again"],
  ["105-007", "sign-in-again"],
  ["100-008", "signed-out"],
  ["300-001", "no-permission"],
  ["000-004", "switching"],
  ["105-001", "switching"],
  ["105-002", "switching"],
  ["105-004", "switching"],
  ["105-003", "restored"],
  ["000-007", "too-often"],
  ["100-007", "fault"],
  ["000-001", "rejected"],
  ["000-002", "rejected"],
  ["000-006", "rejected"],
]);

/** The meaning of a failure's retcode; `unknown` for any that no source explains. */
export function retcodeMeaning(retcode: string): RetcodeMeaning {
  return meanings.get(retcode) ?? "unknown";
}
