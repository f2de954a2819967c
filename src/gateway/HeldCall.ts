/** A held call, as listed by the gateway. */
export type HeldCall = {
  /** The gateway's call ID, such as `1501127996-2`. Unique within a list. */
  readonly callId: string;
  /**
   * The call type: `callfeature` on the wire, 7 for an ordinary outgoing call. Null when the gateway sent no usable value.
   * See `callTypeName` and `callDirection`.
   */
  readonly callType: number | null;
  /** The calling number; "" when unknown or withheld. */
  readonly caller: string;
  /** The called number; "" when unknown or withheld. */
  readonly called: string;
  /** The skill's description, such as `voice`; "" when there is none. */
  readonly skill: string;
};

const outgoing = 7;

/** The number of the other party: `called` for an outgoing call, `caller` for any other. */
export function otherParty(call: HeldCall): string {
  return call.callType === outgoing ? call.called : call.caller;
}
