import { type EventEnvelope } from "../state/EventEnvelope.js";
import { type Fault, type OrderedFault } from "../state/Fault.js";
import { type LoggedRequest } from "../state/RequestLog.js";
import { type SimulatedCall, type SimulatedHeldCall } from "../state/SimulatedCall.js";
import { type SimulatorSettings } from "../state/SimulatorSettings.js";

/** The state of an agent, without its Guid. */
export interface SimulatedAgentView {
  agentId: string;
  signedIn: boolean;
  currentCall: SimulatedCall | null;
  /** In the order in which they were put on hold. */
  heldCalls: SimulatedHeldCall[];
}

/** How a call ends: the customer hangs up, the agent retrieves it, or the agent hangs up. */
export type CallEnd = "customer" | "retrieved" | "released";

/** Methods that change a running simulator. They throw a {@link ControlError} if an argument is wrong. */
export interface SimulatorControls {
  /** Signs an agent in, ending its previous session, and returns the Guid. A short cut for tests and stories. */
  signIn: (agentId: string) => string;
  /** Signs an agent out as the system does: AgentOther_ShutdownService is the last event of its session. */
  signOut: (agentId: string) => void;
  /** Replaces the Guid at once and returns the new one. An event poll or handshake with the old Guid gets the new one. */
  renewGuid: (agentId: string) => string;
  /** Renews the Guid with the next answer to an event poll or handshake. A poll in progress is answered at once. */
  renewGuidOnPoll: (agentId: string) => void;
  /**
   * Puts a call on hold: the current call if `callId` is its ID, otherwise a new call. Fields that are not given are
   * made up. The agent need not be signed in.
   */
  holdCall: (agentId: string, call?: Partial<SimulatedHeldCall>) => SimulatedHeldCall;
  /** Makes a new call the current one, as if it had come in and been answered. The previous current call is put on hold. */
  takeCall: (agentId: string, call?: Partial<SimulatedCall>) => SimulatedCall;
  /**
   * Ends a held or current call. `"retrieved"` makes a held call the current one, as the operation does; the previous
   * current call is put on hold.
   * @default "customer"
   */
  endCall: (agentId: string, callId: string, how?: CallEnd) => void;
  /** Sends an event of any type to the agent and changes nothing else. `eventGenTime` is the present by default. */
  sendEvent: (
    agentId: string,
    event: { eventType: string; content?: unknown; eventGenTime?: number | undefined },
  ) => void;
  /**
   * Registers an observer of the agent's events and returns its unsubscribe function. This is the gateway's push mode: the
   * observer gets the envelope that a callback or WebSocket delivers, first with the events that wait, then with each event
   * as it is sent. While an agent has observers, event polls get none of its events.
   */
  observeEvents: (agentId: string, onEvents: (envelope: EventEnvelope) => void) => () => void;
  /** The agent's session and calls. */
  agent: (agentId: string) => SimulatedAgentView;
  /** Orders a fault. The oldest fault that matches a request is used first. */
  order: (fault: Fault) => OrderedFault;
  /** The ordered faults, oldest first. */
  readonly faults: OrderedFault[];
  /** Clears all faults, or the one with this ID. */
  clearFaults: (id?: string) => void;
  /** The last 1,000 requests that reached the gateway, oldest first. */
  readonly requests: LoggedRequest[];
  clearRequests: () => void;
  readonly settings: Readonly<SimulatorSettings>;
  /** Changes settings. A setting that is `undefined` stays as it is. */
  set: (settings: { [K in keyof SimulatorSettings]?: SimulatorSettings[K] | undefined }) => void;
  /** Signs all agents out, removes all calls, observers, faults and logged requests, and restores the initial settings. */
  reset: () => void;
}
