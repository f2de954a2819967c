/** Why a gateway refuses to move a held call, as far as its retcode tells. Source: the result codes of the operations. */
export type OperationRefusal =
  /** There is no such held call: the list was old. */
  | "off-hold"
  /** The call is in a state in which it cannot be retrieved. */
  | "wrong-state"
  /** There is no current call to join it with. */
  | "no-current-call"
  | "other";

const refusals: ReadonlyMap<string, OperationRefusal> = new Map([
  ["200-015", "off-hold"],
  ["200-006", "off-hold"],
  ["200-011", "off-hold"],
  ["200-016", "wrong-state"],
  ["200-005", "no-current-call"],
  ["200-010", "no-current-call"],
  ["200-013", "no-current-call"], // of connecting, by its page
]);

/** What a retcode says of the operation that it refuses. */
export function operationRefusal(retcode: string): OperationRefusal {
  return refusals.get(retcode) ?? "other";
}
