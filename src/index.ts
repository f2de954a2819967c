"use client";

export {
  createGateway,
  type Gateway,
  type GatewayOperation,
  type GatewayOptions,
  type GatewayRequest,
  type HoldListRequest,
} from "./gateway/createGateway.js";
export { createHoldListFeed, type HoldListFeed, type HoldListFeedOptions } from "./gateway/createHoldListFeed.js";
export { GatewayError, type GatewayFailure, isGatewayError } from "./gateway/GatewayError.js";
export { type HeldCall, otherParty } from "./gateway/HeldCall.js";
export type { HoldListAnswer } from "./gateway/parseHoldList.js";
export { type CallDirection, callDirection, type CallTypeName, callTypeName } from "./gateway/callTypes.js";
export {
  type AgentSession,
  type AgentSessionState,
  type AgentSessionStore,
  createAgentSession,
} from "./session/createAgentSession.js";
export { parseSetGuid } from "./session/parseSetGuid.js";
export type { Doubt } from "./hold-list/listCondition.js";
export { type HoldList, type HoldListState, useHoldList } from "./hold-list/useHoldList.js";
export { HoldListProvider, type HoldListProviderProps } from "./HoldListProvider.js";
export { HoldListPanel, type HoldListPanelProps } from "./panel/HoldListPanel.js";
export type { HeldTime, HoldListLabels } from "./panel/labels/HoldListLabels.js";
export { en } from "./panel/labels/en.js";
export { zhCN } from "./panel/labels/zhCN.js";
export { maskNumber, type MaskNumber } from "./panel/format/ShownNumber.js";
export type { HoldListOrder } from "./panel/rows/useShownCalls.js";
export type { AttentionLevel, AttentionSetting, AttentionThresholds } from "./hold-list/attention.js";
export type { LeftReason } from "./hold-list/createCallTracker.js";
export type { Certainty } from "./hold-list/time/createHoldClock.js";
export type { HoldMeasure } from "./hold-list/HoldMeasure.js";
export type { HoldListPanelHandle } from "./panel/usePanelHandle.js";
export type { CallAction, CallActionContext, CallActionReport } from "./hold-list/actions/CallAction.js";
export type {
  HeldCallAction,
  HeldCallActionDefinition,
  SingleActionLabels,
  HeldCallConfirmation,
} from "./panel/actions/HeldCallAction.js";
export type { HeldCallActionLabels } from "./panel/labels/HeldCallActionLabels.js";
export { createHeldCallAction } from "./panel/actions/createHeldCallAction.js";
export { retrieve } from "./panel/actions/retrieve.js";
export { threeParty } from "./panel/actions/threeParty.js";
export { connectAndLeave } from "./panel/actions/connectAndLeave.js";
export { hangUp } from "./panel/actions/hangUp.js";
export { enActions } from "./panel/labels/enActions.js";
export { zhCNActions } from "./panel/labels/zhCNActions.js";
export type { Supervised } from "./hold-list/HoldListContext.js";
export { type HoldGuard, type HoldGuardOptions, useHoldGuard } from "./hold-list/useHoldGuard.js";
export {
  RetrieveLongestHeldButton,
  type RetrieveLongestHeldButtonProps,
} from "./panel/actions/RetrieveLongestHeldButton.js";
