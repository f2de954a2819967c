/** What a failed retcode means to a panel. Source: the interface's result codes and those that public clients handle. */
export type RetcodeMeaning =
  /** The session was refused. A stale Guid gets the same answer, so one refusal does not prove that the session has ended. */
  | "refused"
  /** The session cannot be restored: the agent must sign in again. */
  | "sign-in-again"
  | "signed-out"
  | "no-permission"
  /** The agent is being switched over to another gateway. */
  | "switching"
  /** The switch-over has finished: ask again. */
  | "restored"
  | "too-often"
  | "fault"
  /** The request has a wrong method, address or parameter. */
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

/** The meaning of a failed retcode; `unknown` for a retcode that no source explains. */
export function retcodeMeaning(retcode: string): RetcodeMeaning {
  return meanings.get(retcode) ?? "unknown";
}
