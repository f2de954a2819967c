/** A call type that the interface names. */
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

/** Which way a call went, seen from the agent. */
export type CallDirection = "in" | "out" | "internal";

// The wire's `callfeature`. -1 and 99 have been seen in one old client only: like any other value they show as themselves.
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

/** The named call type of a call feature, or undefined where the interface names none. */
export function callTypeName(callType: number): CallTypeName | undefined {
  return callTypes.get(callType)?.[0];
}

/** Which way a call went, or undefined for a call type that the interface does not name. */
export function callDirection(callType: number): CallDirection | undefined {
  return callTypes.get(callType)?.[1];
}
