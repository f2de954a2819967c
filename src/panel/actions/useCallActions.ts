import { useStore } from "zustand";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { ActionBlock } from "../../hold-list/actions/ActionBlock.js";
import { type ActionState, voiceAction } from "../../hold-list/actions/ActionState.js";
import type { CallAction } from "../../hold-list/actions/CallAction.js";
import type { ActionRunner } from "../../hold-list/actions/createActionRunner.js";
import { findActionBlock } from "../../hold-list/actions/findActionBlock.js";
import { useActionRunner } from "../../hold-list/actions/useActionRunner.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { ActionSettings } from "./ActionSettings.js";

/** What the buttons of a call need. */
export type CallActions = {
  readonly runner: ActionRunner;
  /** The state of the last attempt. */
  readonly state: ActionState | undefined;
  readonly blockOf: (action: CallAction) => ActionBlock | null;
  /** Starts an attempt, unless the action is blocked. Returns whether it started. */
  readonly start: (action: CallAction) => boolean;
};

/** The actions of one call, for its row and for buttons elsewhere. */
export function useCallActions(
  call: HeldCall,
  isHeld: boolean,
  settings: Pick<ActionSettings, "condition" | "hasCurrentCall" | "onReport">,
): CallActions {
  const { hasCurrentCall, onReport } = settings;
  const { supervised } = useHoldListContext("HoldListPanel");
  const condition = supervised === null ? settings.condition : "no-permission"; // a supervisor only reads
  const { runner, currentCall: known } = useActionRunner();
  const state = useStore(runner.store, (states) => states.get(call.callId));
  const voice = useStore(runner.store, voiceAction);
  // Which call is the current one makes no difference here, and must not cause a render.
  const isNoneKnown = useStore(known, (current) => current === "none");
  const currentCall = hasCurrentCall === false || (hasCurrentCall === undefined && isNoneKnown) ? "none" : "unknown";
  const blockOf = (action: CallAction) =>
    findActionBlock(action, { own: state, voice, isListed: isHeld, condition, currentCall });
  return {
    runner,
    state,
    blockOf,
    start: (action) =>
      blockOf(action) === null &&
      runner.start(action, call, { currentCall, onReport: (report) => onReport(call, report) }),
  };
}
