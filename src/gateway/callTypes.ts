/** A call type that the interface documents. */
export type CallTypeName =
  | "incoming"
  | "internal"
  | "outgoing"
  | "reserved"
  | "preoccupied"
  | "predictive"
  | "preview"
  | "callback"
  | "consultation"
  | "three-party-consultation"
  | "multi-party";

/** The direction of a call, from the agent's point of view. */
export type CallDirection = "in" | "out" | "internal";

// Values of `callfeature`. -1 and 99 occur in one old client only and are treated as undocumented.
const callTypes: ReadonlyMap<number, readonly [CallTypeName, CallDirection]> = new Map([
  [0, ["incoming", "in"]],
  [6, ["internal", "internal"]],
  [7, ["outgoing", "out"]],
  [40, ["reserved", "out"]],
  [41, ["preoccupied", "out"]],
  [43, ["predictive", "out"]],
  [44, ["preview", "out"]],
  [45, ["callback", "out"]],
  [51, ["consultation", "internal"]],
  [52, ["three-party-consultation", "internal"]],
  [53, ["multi-party", "internal"]],
]);

/** The name of a call type; undefined for null and for a value that the interface does not document. */
export function callTypeName(callType: number | null): CallTypeName | undefined {
  return callTypes.get(callType ?? NaN)?.[0];
}

/** The direction of a call type; undefined for null and for a value that the interface does not document. */
export function callDirection(callType: number | null): CallDirection | undefined {
  return callTypes.get(callType ?? NaN)?.[1];
}
