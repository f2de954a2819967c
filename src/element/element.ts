import { registerElement } from "./registerElement.js";

export { createGateway, type GatewayOptions } from "../gateway/createGateway.js";
export type { Gateway } from "../gateway/Gateway.js";
export { type HeldCall, otherParty } from "../gateway/HeldCall.js";
export type { CallActionReport } from "../hold-list/CallActionReport.js";
export type { HeldCallActionLabels } from "../panel/labels/HeldCallActionLabels.js";
export type { HoldListLabels } from "../panel/labels/HoldListLabels.js";
export { parseSetGuid } from "../session/parseSetGuid.js";
export type { ElementLabels } from "./ElementLabels.js";
export type { ElementSettings } from "./ElementSettings.js";
export { HoldListPanelElement } from "./HoldListPanelElement.js";
export type { HoldListPanelEventDetails, HoldListPanelEventMap } from "./HoldListPanelEvents.js";

registerElement();
