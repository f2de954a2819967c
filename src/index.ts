"use client";

export { createGateway, type Gateway, type GatewayOptions, type GatewayRequest } from "./gateway/createGateway.js";
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
export { type Doubt, type HoldList, type HoldListState, useHoldList } from "./hold-list/useHoldList.js";
export { HoldListProvider, type HoldListProviderProps } from "./HoldListProvider.js";
export { HoldListPanel, type HoldListPanelProps } from "./panel/HoldListPanel.js";
export type { HoldListLabels } from "./panel/labels/HoldListLabels.js";
export { en } from "./panel/labels/en.js";
export { zhCN } from "./panel/labels/zhCN.js";
export { maskNumber, type MaskNumber } from "./panel/ShownNumber.js";
export type { HoldListOrder } from "./panel/useShownCalls.js";
export type { AttentionLevel, AttentionSetting, AttentionThresholds } from "./hold-list/attention.js";
export type { LeftReason } from "./hold-list/createHoldWatch.js";
