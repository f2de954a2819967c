import type { ListCondition } from "../listCondition.js";
import type { ActionBlock } from "./ActionBlock.js";
import { type ActionState, isRunning } from "./ActionState.js";
import type { CallAction } from "./CallAction.js";
import type { CurrentCall } from "./currentCall.js";

/** What is looked at. */
export type ActionConditions = {
  /** What has become of the last action on the call. */
  readonly own: ActionState | undefined;
  /** The action under way that moves the voice path. */
  readonly voice: CallAction | undefined;
  readonly isHeld: boolean;
  readonly condition: ListCondition;
  readonly currentCall: CurrentCall;
};

/**
 * Why an action on a call is blocked, or null. One failed poll blocks nothing; from the second on what is final is blocked,
 * and what the call ID protects is not.
 */
export function findActionBlock(action: CallAction, outlook: ActionConditions): ActionBlock | null {
  const { own, voice, isHeld, condition, currentCall } = outlook;
  if (!isHeld) return { kind: "left" };
  if (own !== undefined && isRunning(own)) return { kind: "busy", action: own.action };
  if (action.movesVoice === true && voice !== undefined) return { kind: "voice", action: voice };
  const isUsable = condition === "current" || condition === "loading" || condition === "signed-out";
  if (!isUsable && (condition !== "in-doubt" || action.isFinal === true)) return { kind: condition };
  return action.needsCurrentCall === true && currentCall === "none" ? { kind: "no-current-call" } : null;
}
