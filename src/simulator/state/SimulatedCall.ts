/** A call of an agent. */
export interface SimulatedCall {
  /** Such as `"1501127996-2"`. */
  callId: string;
  /** `callfeature` on the wire: 0 incoming, 6 internal, 7 outgoing, 44 preview outbound ... */
  callType: number;
  caller: string;
  called: string;
  /** The skill's description, or `""`. */
  skill: string;
}

/** A call on hold. */
export interface SimulatedHeldCall extends SimulatedCall {
  /** Milliseconds since 1970. The interface never says it: it is the simulator's own truth. */
  heldSince: number;
}

const outgoing = 7;

/** The number of the party that is not the agent. */
export function otherParty(call: SimulatedCall): string {
  return call.callType === outgoing ? call.called : call.caller;
}
