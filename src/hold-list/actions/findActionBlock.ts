import type { ListCondition } from "../listCondition.js";
import type { ActionBlock, BlockingCondition } from "./ActionBlock.js";
import { type ActionState, isRunning } from "./ActionState.js";
import type { CallAction } from "./CallAction.js";
import type { CurrentCall } from "./currentCall.js";

/** What decides whether an action is disabled. */
export type ActionConditions = {
  /** The state of the last attempt on the call. */
  readonly own: ActionState | undefined;
  /** The running action that moves the voice path. */
  readonly voice: CallAction | undefined;
  /** Whether the list shows the call; null while there is no list. */
  readonly isListed: boolean | null;
  readonly condition: ListCondition;
  readonly currentCall: CurrentCall;
};

/** Why an action on a call is disabled, or null. While the list is in doubt, only final actions are. */
export function findActionBlock(action: CallAction, conditions: ActionConditions): ActionBlock | null {
  const { own, voice, isListed, condition, currentCall } = conditions;
  if (isListed === false) return { kind: "left" };
  if (own !== undefined && isRunning(own)) return { kind: "busy", action: own.action };
  if (action.movesVoice === true && voice !== undefined) return { kind: "voice", action: voice };
  const isDisabled = isBlocking(condition) && (condition !== "in-doubt" || action.isFinal === true);
  if (isDisabled) return { kind: condition };
  return action.needsCurrentCall === true && currentCall === "none" ? { kind: "no-current-call" } : null;
}

function isBlocking(condition: ListCondition): condition is BlockingCondition {
  return condition !== "current" && condition !== "loading" && condition !== "signed-out";
}
