import { type SimulatedCall } from "./SimulatedCall.js";

const outgoing = 7;

/** The number of the party that is not the agent. */
export function otherParty(call: SimulatedCall): string {
  return call.callType === outgoing ? call.called : call.caller;
}
