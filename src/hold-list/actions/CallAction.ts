import type { Gateway, GatewayRequest } from "../../gateway/Gateway.js";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { AgentSessionStore } from "../../session/createAgentSession.js";

/** What an action is given. */
export type CallActionContext = {
  /** The call that was pressed. */
  readonly call: HeldCall;
  /** The provider's. */
  readonly gateway: Gateway;
  /** The provider's. */
  readonly session: AgentSessionStore;
  /** Who asks, with the Guid of this moment and the signal: for `gateway.send`. */
  readonly request: GatewayRequest;
  /** Aborted at the sign-out, but not when the panel leaves the page: what was pressed is to be done. */
  readonly signal: AbortSignal;
};

/** What can be done with a call on hold, without its looks. */
export type CallAction = {
  /** Tells it from the panel's other actions, in reports and measures too: `retrieve`. */
  readonly id: string;
  /** Whether it changes whom the agent talks to: one of these at a time. @default false */
  readonly movesVoice?: boolean | undefined;
  /** Whether it needs a current call, which the list does not show. @default false */
  readonly needsCurrentCall?: boolean | undefined;
  /** Whether nothing brings the call back, so that it is blocked while the list is in doubt. @default false */
  readonly isFinal?: boolean | undefined;
  /** Whether it takes the call off hold, so that it is done when the list shows that. @default false: done when `run` ends */
  readonly endsHold?: boolean | undefined;
  /** For how many ms after the gateway's "accepted" the list is watched for it. @default 10_000 */
  readonly confirmWithin?: number | undefined;
  /** Does it, once for each press. What it throws is told at the row: a `GatewayError` in words, any other as "not done". */
  readonly run: (context: CallActionContext) => Promise<void>;
};
