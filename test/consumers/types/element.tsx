// <hold-list-panel>, from a page's script and from JSX.
import {
  type CallActionReport,
  createGateway,
  type ElementLabels,
  type ElementSettings,
  type Gateway,
  type GatewayOptions,
  type HeldCall,
  type HeldCallActionLabels,
  type HoldListLabels,
  HoldListPanelElement,
  type HoldListPanelEventDetails,
  type HoldListPanelEventMap,
  otherParty,
  parseSetGuid,
} from "hold-list-panel/element";
import type { HoldListPanelJsxAttributes } from "hold-list-panel/element/jsx";
import { createRef } from "react";

const element: HoldListPanelElement = document.createElement("hold-list-panel");
const settings: ElementSettings = {
  baseUrl: "",
  agentId: "291",
  language: "zh-CN",
  interval: 2_000,
  longAfter: 60_000,
  tooLongAfter: undefined,
  order: "gateway",
  actions: "retrieve",
  density: "compact",
  mask: true,
  revealFor: 10_000,
  sound: false,
  notifications: false,
  signInButton: true,
  separateTabs: true,
  noFilter: true,
};
Object.assign(element, settings);
element.interval = undefined;
if (element instanceof HoldListPanelElement) element.focus();

const words: Partial<HoldListLabels & HeldCallActionLabels> = { heading: "Waiting" };
const labels: ElementLabels = words;
element.labels = labels;
element.labels = null;
const options: GatewayOptions = { baseUrl: "" };
const gateway: Gateway = createGateway(options);
element.gateway = gateway;

element.guid = parseSetGuid("JSESSIONID=0123");
const signIn: number = element.signIn({ agentId: "291", guid: "0123" });
element.renewGuid("4567", element.currentSignIn ?? signIn);
element.applyAgentEvent({});
element.setHeldSince("1501127996-2", Date.now());
if (!element.retrieveLongestHeld()) element.focusFirst();
element.signOut();

const told = ({ call, reason }: HoldListPanelEventDetails["left"]) => `${otherParty(call)} ${reason}`;
element.addEventListener("held", ({ detail }) => void (detail.call satisfies HeldCall));
element.addEventListener("left", ({ detail }) => void told(detail));
element.addEventListener("attention", ({ detail }) => void detail.level);
element.addEventListener("action", ({ detail }) => void (detail.report satisfies CallActionReport));
element.addEventListener("session-refused", ({ detail }) => void detail.agentId);
element.addEventListener("sign-in", ({ currentTarget }) => void currentTarget);
const listener = (event: HoldListPanelEventMap["held"]) => void event.detail.call.callId;
element.removeEventListener("held", listener);

const panel = createRef<HoldListPanelElement>();
const attributes: HoldListPanelJsxAttributes = { "agent-id": "291", mask: true, onheld: listener };
export const desktop = <hold-list-panel {...attributes} ref={panel} className="mine" base-url="" interval={2_000} />;

// @ts-expect-error -- the Guid is not an attribute
export const leak = <hold-list-panel guid="0123" />;
// @ts-expect-error -- a number of milliseconds
element.interval = "2s";
// @ts-expect-error -- no such event
element.addEventListener("held", ({ detail }) => void detail.reason);
// @ts-expect-error -- write-only
export const read: string = element.guid;
