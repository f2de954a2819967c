import type { GatewayFailure } from "../../gateway/GatewayError.js";
import type { CallAction } from "./CallAction.js";
import type { ActionBlock } from "./ActionBlock.js";

/** What has become of an action on one call. Times are ms. */
export type ActionState = { readonly action: CallAction } & (
  | /** The list is read before anything is sent. */
    { readonly phase: "checking" }
    /** `isOff`: the list shows the call off hold already. */
  | { readonly phase: "sent"; readonly isOff?: boolean }
  /** The gateway has accepted; the list has yet to show it. `late`: for longer than usual. */
  | { readonly phase: "accepted"; readonly late: boolean }
  /** The list shows that the call is off hold, `after` the press; or the action's promise has ended. */
  | { readonly phase: "done"; readonly after: number; readonly late: boolean }
  /** The gateway had accepted, and the list still shows the call after the time for it. */
  | { readonly phase: "still-held" }
  /** The call was off hold already. `sent`: whether it was the gateway that said so. */
  | { readonly phase: "gone"; readonly sent: boolean }
  /** It was not done: the gateway, or (null) the host's own action, refused. */
  | { readonly phase: "refused"; readonly failure: GatewayFailure | null }
  /** Nothing was sent: what the list said before sending blocks it. */
  | { readonly phase: "withheld"; readonly block: ActionBlock }
  /** Nobody can know whether it was done. `looked`: the list was read since, and still shows the call. */
  | { readonly phase: "unknown"; readonly looked: boolean }
);

/** Whether an action is under way. */
export function isRunning({ phase }: ActionState): boolean {
  return phase === "checking" || phase === "sent" || phase === "accepted";
}

/** The action under way that moves the voice path; there is one at most. */
export function voiceAction(states: ReadonlyMap<string, ActionState>): CallAction | undefined {
  const holdsUp = (state: ActionState) => isRunning(state) && !(state.phase === "sent" && state.isOff === true);
  return [...states.values()].find((state) => state.action.movesVoice === true && holdsUp(state))?.action;
}
