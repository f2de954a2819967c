import { useStore } from "zustand";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { findActionBlock } from "../../hold-list/actions/findActionBlock.js";
import { type ActionState, voiceAction } from "../../hold-list/actions/ActionState.js";
import type { CallAction } from "../../hold-list/actions/CallAction.js";
import type { ActionRunner } from "../../hold-list/actions/createActionRunner.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import { useActionRunner } from "../../hold-list/actions/useActionRunner.js";
import type { ActionSettings } from "./ActionComponents.js";
import type { ActionBlock } from "../../hold-list/actions/ActionBlock.js";

/** What a call's buttons need to know, and what they do. */
export type CallActions = {
  readonly runner: ActionRunner;
  /** What has become of the last action. */
  readonly state: ActionState | undefined;
  readonly blockOf: (action: CallAction) => ActionBlock | null;
  /** Begins an action, unless it is blocked; gives back whether it began. */
  readonly start: (action: CallAction) => boolean;
};

/** The actions of one call, as its row or a button elsewhere presses them. */
export function useCallActions(
  call: HeldCall,
  isHeld: boolean,
  settings: Pick<ActionSettings, "condition" | "hasCurrentCall" | "onReport">,
): CallActions {
  const { hasCurrentCall, onReport } = settings;
  const { supervised } = useHoldListContext("HoldListPanel");
  const condition = supervised === null ? settings.condition : "no-permission"; // a supervisor only reads
  const { runner, currentCall } = useActionRunner();
  const state = useStore(runner.store, (states) => states.get(call.callId));
  const voice = useStore(runner.store, voiceAction);
  const told = useStore(currentCall);
  const known = hasCurrentCall === undefined ? told : hasCurrentCall ? "unknown" : "none";
  const blockOf = (action: CallAction) =>
    findActionBlock(action, { own: state, voice, isHeld, condition, currentCall: known });
  return {
    runner,
    state,
    blockOf,
    start: (action) =>
      blockOf(action) === null &&
      runner.start(action, call, { currentCall: known, onReport: (report) => onReport(call, report) }),
  };
}
