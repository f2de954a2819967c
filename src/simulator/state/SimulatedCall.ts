/** A call of an agent. */
export interface SimulatedCall {
  /** For example `"1501127996-2"`. */
  callId: string;
  /** `callfeature` on the wire: 0 incoming, 6 internal, 7 outgoing, 44 preview outbound, … */
  callType: number;
  caller: string;
  called: string;
  /** The skill's description, or `""`. */
  skill: string;
}

/** A call on hold. */
export interface SimulatedHeldCall extends SimulatedCall {
  /** When the hold began, in milliseconds since 1970. The gateway never reports it; only the simulator knows it. */
  heldSince: number;
}
