import type { GatewayFailure } from "../../gateway/GatewayError.js";
import type { ActionBlock } from "./ActionBlock.js";
import type { CallAction } from "./CallAction.js";

/** The state of the last attempt on one call. Times are ms. */
export type ActionState = { readonly action: CallAction } & (
  | /** The list is read before anything is sent. */
    { readonly phase: "checking" }
    /** `hasLeftHold`: the list already shows the call off hold. */
  | { readonly phase: "sent"; readonly hasLeftHold?: boolean }
  /** The gateway accepted, and the list has not confirmed it yet. `late`: for longer than usual. */
  | { readonly phase: "accepted"; readonly late: boolean }
  /** The list confirmed the action, or the promise of `run` resolved. `after`: the time since the button was pressed. */
  | { readonly phase: "done"; readonly after: number; readonly late: boolean }
  /** The gateway accepted, and the list still shows the call after `confirmWithin`. */
  | { readonly phase: "still-held" }
  /** The call was off hold already. `sent`: the gateway said so; else the list did, and nothing was sent. */
  | { readonly phase: "gone"; readonly sent: boolean }
  /** The gateway refused, or, with null, the host's own action failed. */
  | { readonly phase: "refused"; readonly failure: GatewayFailure | null }
  /** Nothing was sent, because of the block. */
  | { readonly phase: "withheld"; readonly block: ActionBlock }
  /** The request may or may not have been carried out. `checked`: a list read since then still shows the call. */
  | { readonly phase: "unknown"; readonly checked: boolean }
);

/** Whether the action is still running. */
export function isRunning({ phase }: ActionState): boolean {
  return phase === "checking" || phase === "sent" || phase === "accepted";
}

/** The running action that moves the voice path, if there is one. There is at most one. */
export function voiceAction(states: ReadonlyMap<string, ActionState>): CallAction | undefined {
  for (const state of states.values()) {
    const hasLeftHold = state.phase === "sent" && state.hasLeftHold === true;
    if (state.action.movesVoice === true && isRunning(state) && !hasLeftHold) return state.action;
  }
  return undefined;
}
