import type { HeldCall } from "../gateway/HeldCall.js";
import type { AttentionLevel } from "../hold-list/attention.js";
import type { LeftReason } from "../hold-list/LeftCall.js";
import type { CallActionReport } from "../hold-list/CallActionReport.js";

/** What each event of `<hold-list-panel>` tells in its `detail`. */
export type HoldListPanelEventDetails = {
  /** A call came on hold. Not sent for the calls of the first list. */
  held: { readonly call: HeldCall };
  /** A call has left the list, with the reason as far as an event told it. */
  left: { readonly call: HeldCall; readonly reason: LeftReason };
  /** A call is held long, and once more when too long. */
  attention: { readonly call: HeldCall; readonly level: AttentionLevel };
  /** What becomes of an action that the agent pressed. */
  action: { readonly call: HeldCall; readonly report: CallActionReport };
  /**
   * The gateway no longer accepts the session (`refused`), or has ended it (`signed-out`). Polling has stopped: the agent has
   * to sign in again. Sent once for each session, and again only after a new Guid was refused too.
   */
  "session-refused": { readonly agentId: string; readonly reason: "refused" | "signed-out" };
  /** The agent has pressed the panel's "Sign in" button, which `sign-in-button` shows. */
  "sign-in": null;
};

/**
 * The events of `<hold-list-panel>`. They do not bubble and do not cross a shadow root: the callers' numbers in them reach
 * those who listen to the element, and nobody further up by accident.
 */
export type HoldListPanelEventMap = {
  [Type in keyof HoldListPanelEventDetails]: CustomEvent<HoldListPanelEventDetails[Type]>;
};

/** Sends an event of the element's. */
export type Emit = <Type extends keyof HoldListPanelEventDetails>(
  type: Type,
  detail: HoldListPanelEventDetails[Type],
) => void;
