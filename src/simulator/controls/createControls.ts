import { agentOf } from "../state/agentOf.js";
import { isAgentId } from "../state/isAgentId.js";
import { currentGuid, renewGuid } from "../state/renewGuid.js";
import { sendEvent } from "../state/sendEvent.js";
import { liveSession, shutDownSession, startSession } from "../state/sessions.js";
import { type SimulatedAgent } from "../state/SimulatedAgent.js";
import { type SimulatedSession } from "../state/SimulatedSession.js";
import { type SimulatorSettings } from "../state/SimulatorSettings.js";
import { type SimulatorState } from "../state/SimulatorState.js";
import { ControlError } from "./ControlError.js";
import { createCallControls } from "./createCallControls.js";
import { observeEvents } from "./observeEvents.js";
import { requireGlobals } from "./requireGlobals.js";
import { type SimulatorControls } from "./SimulatorControls.js";

/** The methods that change this simulator. */
export function createControls(state: SimulatorState): SimulatorControls {
  const { faults, requests, settings } = state;
  const initialSettings = { ...settings };

  function agentOfId(agentId: string): SimulatedAgent {
    if (!isAgentId(agentId, settings))
      throw new ControlError(`agentId: expected 101 to ${settings.maxAgentId}, got ${JSON.stringify(agentId)}.`, 400);
    return agentOf(state, agentId);
  }

  function sessionOf(agentId: string): SimulatedSession {
    const session = liveSession(state, agentOfId(agentId));
    if (session === null) throw new ControlError(`Agent ${agentId} is not signed in.`, 404);
    return session;
  }

  return {
    signIn: (agentId) => currentGuid(startSession(state, agentOfId(agentId))).guid,
    signOut: (agentId) => {
      sessionOf(agentId);
      shutDownSession(state, agentOfId(agentId));
    },
    renewGuid: (agentId) => renewGuid(state, sessionOf(agentId)),
    renewGuidOnPoll: (agentId) => {
      const session = sessionOf(agentId);
      session.renewalDue = true;
      session.events.wake();
    },
    ...createCallControls(state, agentOfId),
    sendEvent: (agentId, { eventType, content = null, eventGenTime }) => {
      sessionOf(agentId);
      sendEvent(state, agentOfId(agentId), eventType, content, eventGenTime);
    },
    observeEvents: (agentId, onEvents) => observeEvents(state, agentOfId(agentId), onEvents),
    agent: (agentId) => {
      const agent = agentOfId(agentId);
      const { currentCall, heldCalls } = agent;
      return {
        agentId,
        signedIn: liveSession(state, agent) !== null,
        currentCall: currentCall && { ...currentCall },
        heldCalls: [...heldCalls.values()].map((call) => ({ ...call })),
      };
    },
    order: (fault) => {
      if (fault.kind === "silence" && fault.after === "headers") requireGlobals("ReadableStream");
      return faults.order(fault);
    },
    get faults() {
      return faults.list();
    },
    clearFaults: (id) => {
      if (!faults.clear(id) && id !== undefined) throw new ControlError(`There is no fault ${id}.`, 404);
    },
    get requests() {
      return requests.list();
    },
    clearRequests: () => requests.clear(),
    get settings() {
      return { ...settings };
    },
    set: (changes) => {
      Object.assign(settings, defined(changes));
    },
    reset: () => {
      for (const agent of state.agents.values()) {
        agent.session?.events.wake();
        agent.session = null;
      }
      state.agents.clear();
      faults.clear();
      requests.clear();
      Object.assign(settings, initialSettings);
    },
  };
}

function defined(changes: Parameters<SimulatorControls["set"]>[0]): Partial<SimulatorSettings> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
