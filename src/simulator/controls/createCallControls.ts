import {
  putOnHold,
  sendCallRelease,
  sendCustomerRelease,
  sendPhoneRelease,
  takeAway,
  talk,
} from "../state/moveCalls.js";
import { type SimulatedAgent } from "../state/SimulatedAgent.js";
import { type SimulatedCall } from "../state/SimulatedCall.js";
import { type SimulatorState } from "../state/SimulatorState.js";
import { ControlError } from "./ControlError.js";
import { inventCall } from "./inventCall.js";
import { type SimulatorControls } from "./SimulatorControls.js";

/** The methods that add, hold and end calls. */
export function createCallControls(
  state: SimulatorState,
  agentOfId: (agentId: string) => SimulatedAgent,
): Pick<SimulatorControls, "holdCall" | "takeCall" | "endCall"> {
  let callCount = 0;

  function callOf(agent: SimulatedAgent, callId: string): SimulatedCall | undefined {
    return agent.currentCall?.callId === callId ? agent.currentCall : agent.heldCalls.get(callId);
  }

  function newCall(given: Partial<SimulatedCall>): SimulatedCall {
    const callId = given.callId ?? `${Math.floor(state.clock.now() / 1000)}-${callCount++}`;
    return { ...inventCall(callId, state.random), ...given };
  }

  return {
    holdCall: (agentId, given = {}) => {
      const agent = agentOfId(agentId);
      const { heldSince, ...call } = given;
      if (agent.heldCalls.has(call.callId ?? ""))
        throw new ControlError(`Call ${call.callId} of agent ${agentId} is on hold already.`, 400);
      const current = agent.currentCall?.callId === call.callId ? agent.currentCall : null;
      return { ...putOnHold(state, agent, { ...(current ?? newCall(call)), ...call }, heldSince) };
    },
    takeCall: (agentId, given = {}) => {
      const agent = agentOfId(agentId);
      if (callOf(agent, given.callId ?? "") !== undefined)
        throw new ControlError(`Agent ${agentId} has a call ${given.callId} already.`, 400);
      const call = newCall(given);
      talk(state, agent, call);
      return call;
    },
    endCall: (agentId, callId, how = "customer") => {
      const agent = agentOfId(agentId);
      const call = callOf(agent, callId);
      if (call === undefined) throw new ControlError(`Agent ${agentId} has no call ${callId}.`, 404);
      if (how === "retrieved") {
        if (call !== agent.currentCall) talk(state, agent, call);
        return;
      }
      takeAway(agent, callId);
      if (how === "released") sendCallRelease(state, agent, call);
      sendCustomerRelease(state, agent, call);
      if (how === "released") sendPhoneRelease(state, agent);
    },
  };
}
