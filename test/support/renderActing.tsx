import { screen } from "@testing-library/react";
import {
  type CallActionReport,
  connectAndLeave,
  enActions,
  type HeldCall,
  type HeldCallAction,
  type HoldListPanelProps,
  hangUp,
  retrieve,
  threeParty,
} from "../../src/index.js";
import type { Fault } from "../../src/simulator/simulator.js";
import { agentId, holdThree, outgoing } from "./calls.js";
import { passTime } from "./clock.js";
import { noAttention, type PanelOptions, renderPanel } from "./renderPanel.js";
import { button } from "./screen.js";

export { incoming, outgoing } from "./calls.js";
export { sendEvent } from "./desktop.js";
export { buttonIn, row } from "./screen.js";

/** The four built-in actions. */
export const ready: readonly HeldCallAction[] = [retrieve, threeParty, connectAndLeave, hangUp];

/** The settings of {@link renderActing}. */
export type ActingOptions = PanelOptions & {
  /** @default all built-in actions */
  actions?: readonly HeldCallAction[];
  /** Whether the agent is in a call. @default true */
  talking?: boolean;
};

/** Renders a panel with actions over three held calls, and records what it reports to the host. */
export async function renderActing({ before, actions = ready, talking = true, ...options }: ActingOptions = {}) {
  // jsdom hides a popover as a browser does, but has no showPopover.
  HTMLElement.prototype.showPopover = function () {
    this.style.display = "block";
  };
  const reports: [callId: string, report: CallActionReport][] = [];
  const props: HoldListPanelProps = {
    actions,
    onAction: (call: HeldCall, report) => reports.push([call.callId, report]),
    ...options.props,
  };
  const panel = await renderPanel({
    ...options,
    before: (simulator) => {
      holdThree(simulator);
      if (talking) simulator.takeCall(agentId, { callId: "9-9", callType: 0, caller: "70999", called: "10086" });
      before?.(simulator);
    },
    provider: { ...noAttention, ...options.provider },
    props,
  });
  const { simulator, user } = panel;
  return {
    ...panel,
    props,
    reports,
    button,
    /** Clicks a button by its name, and lets the gateway answer. */
    press: async (name: string) => {
      await user.click(button(name));
      await passTime(0);
    },
    /** Chooses an item of a call's menu. */
    choose: async (item: string, call = outgoing) => {
      await user.click(button(`${enActions.moreActions} ${call.name}`));
      await user.click(screen.getByRole("menuitem", { name: new RegExp(`^${item}`) }));
      await passTime(0);
    },
    /** The requests other than for the list, as `operation callId`. */
    sent: () =>
      simulator.requests.flatMap(({ method, operation, callId }) =>
        method === "GET" ? [] : [`${operation} ${callId}`],
      ),
    /** How often the list was read. */
    reads: () => simulator.requests.filter(({ operation }) => operation === "holdList").length,
  };
}

/** Renders a panel with actions over a gateway that answers retrieve requests with this fault. */
export function renderWithFault(fault: ActionFault, options: ActingOptions = {}) {
  return renderActing({ ...options, before: (simulator) => void simulator.order({ ...fault, on: "retrieve" }) });
}

/** A fault that can apply to an action. */
export type ActionFault = Exclude<Fault, { kind: "empty" }>;
