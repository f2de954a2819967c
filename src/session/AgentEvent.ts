/**
 * An agent event, reduced to its effect on held calls. `at`: when the gateway created it, ms since 1970 by the gateway's clock; null
 * when the gateway does not say.
 */
export type AgentEvent =
  | { readonly kind: "held"; readonly callId: string; readonly at: number | null }
  /** The agent talks on this call, so it is not on hold. */
  | { readonly kind: "talking"; readonly callId: string; readonly at: number | null }
  /** The call has joined a conference. */
  | { readonly kind: "joined"; readonly callId: string; readonly at: number | null }
  /** The call has ended. `by: "customer"` alone does not prove that the customer hung up while on hold. */
  | {
      readonly kind: "released";
      readonly by: "customer" | "anyone";
      readonly callId: string;
      readonly at: number | null;
    }
  /** The call was retrieved on the desk phone. */
  | { readonly kind: "retrieved"; readonly callId: string; readonly at: number | null }
  /** The agent's phone hung up: all calls have ended. */
  | { readonly kind: "phone-released"; readonly at: number | null }
  /** The system signed the agent out. `loginTime`: the login that has ended, ms since 1970, when the event says so. */
  | { readonly kind: "signed-out"; readonly loginTime?: number | undefined; readonly at: number | null }
  /** The host reported since when a call is held: ms since 1970 by this machine's clock. */
  | { readonly kind: "held-since"; readonly callId: string; readonly since: number; readonly at: null }
  /** Any other event. It only proves that events flow. */
  | { readonly kind: "other"; readonly at: number | null };
