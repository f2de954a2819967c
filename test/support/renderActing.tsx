import { act, screen, within } from "@testing-library/react";
import {
  type AgentSessionStore,
  type CallActionReport,
  connectAndLeave,
  type HeldCall,
  type HeldCallAction,
  type HoldListPanelProps,
  type HoldMeasure,
  hangUp,
  retrieve,
  threeParty,
} from "../../src/index.js";
import type { Simulator } from "../../src/simulator/simulator.js";
import { agentId, holdThree, move, noAttention, renderPanel } from "./renderPanel.js";

/** The ready actions. */
export const ready: readonly HeldCallAction[] = [retrieve, threeParty, connectAndLeave, hangUp];

export const outgoing = { callId: "1501127996-2", name: "138 0013 8000, 996-2" };
export const incoming = { callId: "1501127920-0", name: "70941, 920-0" };

type Options = Omit<NonNullable<Parameters<typeof renderPanel>[0]>, "before"> & {
  /** Arranges faults before the panel asks. */
  before?: (simulator: Simulator) => void;
  actions?: readonly HeldCallAction[];
  /** Whether the agent talks on a call of its own. */
  talking?: boolean;
};

/** A panel that acts, over three calls on hold, and what it told the host. */
export async function renderActing({ before, actions = ready, talking = true, ...options }: Options = {}) {
  // jsdom hides a popover as a browser does, and cannot show it.
  HTMLElement.prototype.showPopover = function () {
    this.style.display = "block";
  };
  const reports: [callId: string, report: CallActionReport][] = [];
  const measures: HoldMeasure[] = [];
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
    provider: { ...noAttention, onMeasure: (measure) => measures.push(measure), ...options.provider },
    props,
  });
  const { simulator, user } = panel;
  const button = (name: string) => screen.getByRole("button", { name });
  return {
    ...panel,
    props,
    reports,
    measures,
    button,
    /** Presses a button by its name, and lets what comes of it at once come. */
    press: async (name: string) => {
      await user.click(button(name));
      await move(0);
    },
    /** Chooses from a call's menu. */
    choose: async (item: string, call = outgoing) => {
      await user.click(button(`More actions for ${call.name}`));
      await user.click(screen.getByRole("menuitem", { name: new RegExp(`^${item}`) }));
      await move(0);
    },
    /** What was asked of the gateway beside its list. */
    sent: () =>
      simulator.requests.flatMap(({ method, operation, callId }) =>
        method === "GET" ? [] : [`${operation} ${callId}`],
      ),
    /** How often the list was read. */
    reads: () => simulator.requests.filter(({ operation }) => operation === "holdList").length,
  };
}

/** The row of a call. */
export function row({ name }: { name: string }): HTMLElement {
  const number = name.split(",")[0] ?? name;
  const one = screen.getAllByRole("listitem").find((each) => each.textContent?.startsWith(number));
  if (one === undefined) throw new Error(`no row of ${number}`);
  return one;
}

/** A button of a row by what begins its name. */
export function buttonIn(call: { name: string }, name: string): HTMLElement {
  return within(row(call)).getByRole("button", { name: new RegExp(`^${name}`) });
}

/** An event as the host's event poll brings it. */
export function tell(session: AgentSessionStore, eventType: string, content: unknown): void {
  act(() =>
    session.getState().applyAgentEvent({
      message: "",
      retcode: "0",
      event: { eventType, workNo: agentId, eventGenTime: Date.now(), content },
    }),
  );
}
