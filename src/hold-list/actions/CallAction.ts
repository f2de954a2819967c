import type { Gateway, GatewayRequest } from "../../gateway/Gateway.js";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { AgentSessionStore } from "../../session/createAgentSession.js";

/** What `run` of an action receives. */
export type CallActionContext = {
  /** The call whose button was pressed. */
  readonly call: HeldCall;
  /** The provider's gateway. */
  readonly gateway: Gateway;
  /** The provider's session. */
  readonly session: AgentSessionStore;
  /** For `gateway.send`: the agent who is signed in, the present Guid, and the signal. */
  readonly request: GatewayRequest;
  /** Aborted when the agent signs out. Not aborted when the panel unmounts. */
  readonly signal: AbortSignal;
};

/** An action on a held call, without its labels and icon. */
export type CallAction = {
  /** Unique among the panel's actions, such as `retrieve`. Reports contain it. */
  readonly id: string;
  /** Whether it changes whom the agent talks to. Only one such action runs at a time. @default false */
  readonly movesVoice?: boolean | undefined;
  /** Whether it needs a current call, which the list does not contain. @default false */
  readonly needsCurrentCall?: boolean | undefined;
  /**
   * Whether it cannot be undone. It is then sent only with a list that was requested at most 2 s before, and disabled while the list
   * is in doubt.
   * @default false
   */
  readonly isFinal?: boolean | undefined;
  /** Whether it takes the call off hold. It is then done when the list confirms that, else when `run` resolves. @default false */
  readonly endsHold?: boolean | undefined;
  /**
   * How long the list may take to confirm the action, in ms after the gateway accepted it. At most 300_000. The default replaces
   * NaN and negative numbers.
   * @default 10_000
   */
  readonly confirmWithin?: number | undefined;
  /**
   * Carries out the action, once for each attempt. The row shows a `GatewayError` in words and any other error as "not done". After
   * 60 s without a result the outcome counts as unknown, and a later result is ignored.
   */
  readonly run: (context: CallActionContext) => Promise<void>;
};
