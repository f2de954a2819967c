import type { HeldCall } from "../../gateway/HeldCall.js";
import type { ListCondition } from "../listCondition.js";
import type { CallAction } from "./CallAction.js";

/** What the action runner needs to know about the list and the gateway. All moments are of one clock, in ms. */
export type ActionPorts = {
  readonly now: () => number;
  /** Whether the last answer lists a call; null while there is no answer. */
  readonly isListed: (callId: string) => boolean | null;
  /** When the request of the last answer was sent; -Infinity while there is no answer. */
  readonly requestedAt: () => number;
  /** Reads the list, or joins a poll that is running. The promise settles with the outcome, whatever it is. */
  readonly refresh: () => Promise<void>;
  /** Whether the gateway may be asked now. */
  readonly mayAsk: () => boolean;
  /** Whether the last poll succeeded, so that the list may be read more often than it is polled. */
  readonly isAnswering: () => boolean;
  readonly condition: () => ListCondition;
  readonly run: (action: CallAction, call: HeldCall, signal: AbortSignal) => Promise<void>;
};
