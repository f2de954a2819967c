/** A call on hold, as the gateway lists it. */
export type HeldCall = {
  /** The gateway's ID of the call, such as `1501127996-2`. Unique within a list. */
  readonly callId: string;
  /** The wire's `callfeature`: 7 is an ordinary outgoing call. See `callTypeName`. */
  readonly callType: number;
  /** The calling number; "" where the gateway withholds it. */
  readonly caller: string;
  /** The called number; "" where the gateway withholds it. */
  readonly called: string;
  /** The skill's description, such as `voice`; "" where there is none. */
  readonly skill: string;
};

const outgoing = 7;

/** The number that tells this call from others: `called` of an outgoing call, `caller` of any other. */
export function otherParty(call: HeldCall): string {
  return call.callType === outgoing ? call.called : call.caller;
}
