/** Why a gateway refused an operation on a held call. Source: the result codes of the operations. */
export type OperationRefusal =
  /** There is no such held call: the list was stale. */
  | "off-hold"
  /** The call is in a state in which it cannot be retrieved. */
  | "wrong-state"
  /** There is no current call to join the held call with. */
  | "no-current-call"
  | "other";

const refusals: ReadonlyMap<string, OperationRefusal> = new Map([
  ["200-015", "off-hold"],
  ["200-006", "off-hold"],
  ["200-011", "off-hold"],
  ["200-016", "wrong-state"],
  ["200-005", "no-current-call"],
  ["200-010", "no-current-call"],
  ["200-013", "no-current-call"], // documented for connecthold
]);

/** The reason that a retcode gives for refusing an operation; `other` when it gives none. */
export function operationRefusal(retcode: string): OperationRefusal {
  return refusals.get(retcode) ?? "other";
}
