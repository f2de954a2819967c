import type { HeldCall } from "../gateway/HeldCall.js";
import type { AttentionLevel } from "../hold-list/attention.js";
import type { CallActionReport } from "../hold-list/CallActionReport.js";
import type { LeftReason } from "../hold-list/LeftCall.js";

/** The `detail` of each event of `<hold-list-panel>`. */
export type HoldListPanelEventDetails = {
  /** A call was put on hold. Not dispatched for the calls of the first list. */
  held: { readonly call: HeldCall };
  /** A call has left the list. The reason is `unknown` unless an agent event told it. */
  left: { readonly call: HeldCall; readonly reason: LeftReason };
  /** A call crossed a threshold. Dispatched once for each threshold. */
  attention: { readonly call: HeldCall; readonly level: AttentionLevel };
  /** An action that the agent pressed has started, was confirmed by the list, or failed. */
  action: { readonly call: HeldCall; readonly report: CallActionReport };
  /**
   * The gateway no longer accepts the session (`refused`) or has ended it (`signed-out`). Polling has stopped, and the agent
   * has to sign in again. Dispatched once for each Guid.
   */
  "session-refused": { readonly agentId: string; readonly reason: "refused" | "signed-out" };
  /**
   * An answer to one of the panel's own requests replaced the Guid. The former one may be refused from now on: read the new one
   * with `readGuid()` for the page's own requests. `signIn` is the number of the sign-in. The Guid itself is not in the event.
   */
  "guid-renewed": { readonly agentId: string; readonly signIn: number };
  /** The agent pressed the "Sign in" button, which the attribute `sign-in-button` shows. */
  "sign-in": null;
};

/**
 * The events of `<hold-list-panel>`. They neither bubble nor cross a shadow root, so that the callers' numbers in them reach only
 * listeners on the element itself.
 */
export type HoldListPanelEventMap = {
  [Type in keyof HoldListPanelEventDetails]: CustomEvent<HoldListPanelEventDetails[Type]>;
};

/** Dispatches an event on the element. */
export type DispatchPanelEvent = <Type extends keyof HoldListPanelEventDetails>(
  type: Type,
  detail: HoldListPanelEventDetails[Type],
) => void;
