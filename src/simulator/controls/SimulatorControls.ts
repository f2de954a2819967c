import { type Fault, type OrderedFault } from "../state/Fault.js";
import { type LoggedRequest } from "../state/RequestLog.js";
import { type SimulatedCall, type SimulatedHeldCall } from "../state/SimulatedCall.js";
import { type SimulatorSettings } from "../state/SimulatorSettings.js";

/** What is true of an agent; never its Guid. */
export interface SimulatedAgentView {
  agentId: string;
  signedIn: boolean;
  currentCall: SimulatedCall | null;
  /** In the order in which they were put on hold. */
  heldCalls: SimulatedHeldCall[];
}

/** How a call ends: the customer hangs up, the agent takes it off hold, or the agent hangs it up. */
export type CallEnd = "customer" | "retrieved" | "released";

/** What moves a simulator from outside; the HTTP controls are the same. All throw a {@link ControlError} that says what is wrong. */
export interface SimulatorControls {
  /** Signs an agent in, by force if need be, and gives the Guid: a short cut for tests and stories. */
  signIn: (agentId: string) => string;
  /** Signs an agent out as the system does it: AgentOther_ShutdownService is the last event of its session. */
  signOut: (agentId: string) => void;
  /** Replaces the Guid at once and gives the new one. An agent that polls events with the old one gets it with the next answer. */
  renewGuid: (agentId: string) => string;
  /** The next answer to an event poll, one that waits included, brings a new Guid. */
  renewGuidOnPoll: (agentId: string) => void;
  /**
   * A call appears on hold, invented where it is not given. The agent need not be signed in. Given the ID of the current
   * call, that one goes on hold.
   */
  holdCall: (agentId: string, call?: Partial<SimulatedHeldCall>) => SimulatedHeldCall;
  /** A call becomes the current one, as if it had come in and been answered; a call that was current goes on hold. */
  takeCall: (agentId: string, call?: Partial<SimulatedCall>) => SimulatedCall;
  /**
   * A held or current call ends. `"retrieved"` makes a held call the current one, as the operation does: a call that was
   * current goes on hold in its turn.
   * @default "customer"
   */
  endCall: (agentId: string, callId: string, how?: CallEnd) => void;
  /** Lays an event of any kind before the agent's polls, and changes nothing else. `eventGenTime` is now by default. */
  sendEvent: (
    agentId: string,
    event: { eventType: string; content?: unknown; eventGenTime?: number | undefined },
  ) => void;
  /** What is true of an agent. */
  agent: (agentId: string) => SimulatedAgentView;
  /** Orders a fault; the oldest that fits strikes first. */
  order: (fault: Fault) => OrderedFault;
  /** The faults on order, oldest first. */
  readonly faults: OrderedFault[];
  /** Clears all faults, or the one of this ID. */
  clearFaults: (id?: string) => void;
  /** The requests that reached the gateway, oldest first; the last 1,000. */
  readonly requests: LoggedRequest[];
  clearRequests: () => void;
  readonly settings: Readonly<SimulatorSettings>;
  /** Changes settings; what is `undefined` stays. */
  set: (settings: { [K in keyof SimulatorSettings]?: SimulatorSettings[K] | undefined }) => void;
  /** Everybody signed out, no calls, no faults, no log, the settings of the beginning. */
  reset: () => void;
}
