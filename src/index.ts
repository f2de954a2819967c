"use client";

export { createGateway, type GatewayOptions } from "./gateway/createGateway.js";
export { createHoldListFeed, type HoldListFeed, type HoldListFeedOptions } from "./gateway/createHoldListFeed.js";
export { GatewayError, type GatewayFailure, isGatewayError } from "./gateway/GatewayError.js";
export { type HeldCall, otherParty } from "./gateway/HeldCall.js";
export type { HoldListAnswer } from "./gateway/parseHoldList.js";
export { type CallDirection, callDirection, type CallTypeName, callTypeName } from "./gateway/callTypes.js";
export {
  type AgentSession,
  type AgentSessionState,
  type AgentSessionStore,
  type AgentSignIn,
  createAgentSession,
} from "./session/createAgentSession.js";
export { parseSetGuid } from "./session/parseSetGuid.js";
export { type HoldList, useHoldList } from "./hold-list/useHoldList.js";
export { HoldListProvider, type HoldListProviderProps } from "./HoldListProvider.js";
export { HoldListPanel } from "./panel/HoldListPanel.js";
export { HoldListBadge } from "./panel/HoldListBadge.js";
export type { HeldTime, HoldListLabels } from "./panel/labels/HoldListLabels.js";
export { en } from "./panel/labels/en.js";
export { zhCN } from "./panel/labels/zhCN.js";
export { maskNumber, type MaskNumber } from "./panel/format/maskNumber.js";
export type { FormatNumber } from "./panel/format/numbers.js";
export type { AttentionLevel, AttentionSetting, AttentionThresholds } from "./hold-list/attention.js";
export type { CallAction, CallActionContext } from "./hold-list/actions/CallAction.js";
export type { HeldCallAction } from "./panel/actions/HeldCallAction.js";
export type { HeldCallActionLabels } from "./panel/labels/HeldCallActionLabels.js";
export { createHeldCallAction } from "./panel/actions/createHeldCallAction.js";
export { retrieve } from "./panel/actions/retrieve.js";
export { threeParty } from "./panel/actions/threeParty.js";
export { connectAndLeave } from "./panel/actions/connectAndLeave.js";
export { hangUp } from "./panel/actions/hangUp.js";
export { enActions } from "./panel/labels/enActions.js";
export { zhCNActions } from "./panel/labels/zhCNActions.js";
export { type HoldGuard, type HoldGuardOptions, useHoldGuard } from "./hold-list/useHoldGuard.js";
export {
  RetrieveLongestHeldButton,
  type RetrieveLongestHeldButtonProps,
} from "./panel/actions/RetrieveLongestHeldButton.js";
export type { Certainty } from "./hold-list/time/HeldSince.js";
export type { LeftReason } from "./hold-list/LeftCall.js";
export type { Doubt } from "./hold-list/Doubt.js";
export type { HeldDuration } from "./hold-list/HeldDuration.js";
export type { ListCondition } from "./hold-list/listCondition.js";
export type { HoldListState } from "./hold-list/HoldListState.js";
export type { CallActionReport } from "./hold-list/CallActionReport.js";
export type { HoldListOrder } from "./panel/HoldListOrder.js";
export type { HoldListPanelProps } from "./panel/HoldListPanelProps.js";
export type { HoldListPanelHandle } from "./panel/HoldListPanelHandle.js";
export type { SingleActionLabels, HeldCallConfirmation } from "./panel/labels/SingleActionLabels.js";
export type { HeldCallActionDefinition } from "./panel/actions/HeldCallActionDefinition.js";
export type { Gateway, GatewayOperation, GatewayRequest, HoldListRequest } from "./gateway/Gateway.js";
export type { Supervised } from "./hold-list/Supervised.js";
