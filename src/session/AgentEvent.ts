/** What an agent event means for calls on hold. `at`: when the gateway made it, ms since 1970; null where it does not say. */
export type AgentEvent =
  | { readonly kind: "held"; readonly callId: string; readonly at: number | null }
  /** The agent talks on this call: it is no longer on hold. */
  | { readonly kind: "talking"; readonly callId: string; readonly at: number | null }
  /** The call has joined a conference. */
  | { readonly kind: "joined"; readonly callId: string; readonly at: number | null }
  /** The call is over. By the customer: alone no proof that the customer hung up while on hold. */
  | {
      readonly kind: "released";
      readonly by: "customer" | "anyone";
      readonly callId: string;
      readonly at: number | null;
    }
  /** Retrieved on the desk phone. */
  | { readonly kind: "retrieved"; readonly callId: string; readonly at: number | null }
  /** The agent's phone hung up: all calls are over. */
  | { readonly kind: "phone-released"; readonly at: number | null }
  /** The system signed the agent out. */
  | { readonly kind: "signed-out"; readonly at: number | null }
  /** The host knows since when a call is held: ms since 1970 by this machine's clock. */
  | { readonly kind: "held-since"; readonly callId: string; readonly since: number; readonly at: null }
  /** Anything else: it says no more than that events flow. */
  | { readonly kind: "other"; readonly at: number | null };
