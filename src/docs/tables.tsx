// Storybook generates tables only from component props, so each type is wrapped in a component that is never rendered.
import type { FC } from "react";
import type { HeldCall } from "../gateway/HeldCall.js";
import type { GatewayOptions } from "../gateway/createGateway.js";
import type { HoldListFeed, HoldListFeedOptions } from "../gateway/createHoldListFeed.js";
import type { CallActionContext } from "../hold-list/actions/CallAction.js";
import type { HoldGuard, HoldGuardOptions } from "../hold-list/useHoldGuard.js";
import type { HoldList } from "../hold-list/useHoldList.js";
import type { AgentSessionState } from "../session/createAgentSession.js";
import type { Doubt } from "../hold-list/Doubt.js";
import type { HoldListPanelHandle } from "../panel/HoldListPanelHandle.js";
import type { SingleActionLabels } from "../panel/labels/SingleActionLabels.js";
import type { HeldCallActionDefinition } from "../panel/actions/HeldCallActionDefinition.js";
import type { Supervised } from "../hold-list/Supervised.js";

export const GatewayOptionsTable: FC<GatewayOptions> = () => null;
export const AgentSessionTable: FC<AgentSessionState> = () => null;
export const HoldListTable: FC<HoldList> = () => null;
export const DoubtTable: FC<Doubt> = () => null;
export const HeldCallTable: FC<HeldCall> = () => null;
export const HoldListFeedOptionsTable: FC<HoldListFeedOptions> = () => null;
export const HoldListFeedTable: FC<HoldListFeed> = () => null;
export const SupervisedTable: FC<Supervised> = () => null;
export const HandleTable: FC<HoldListPanelHandle> = () => null;
export const HoldGuardOptionsTable: FC<HoldGuardOptions> = () => null;
export const HoldGuardTable: FC<HoldGuard> = () => null;
export const ActionDefinitionTable: FC<HeldCallActionDefinition> = () => null;
export const ActionLabelsTable: FC<SingleActionLabels> = () => null;
export const ActionContextTable: FC<CallActionContext> = () => null;
