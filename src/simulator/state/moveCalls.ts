import { type SimulatedAgent } from "./SimulatedAgent.js";
import { otherParty, type SimulatedCall, type SimulatedHeldCall } from "./SimulatedCall.js";
import { sendEvent, type SimulatorState } from "./SimulatorState.js";

/** Puts a call on hold, since now unless said otherwise, and sends Hold. */
export function putOnHold(
  state: SimulatorState,
  agent: SimulatedAgent,
  call: SimulatedCall,
  heldSince = state.clock.now(),
): SimulatedHeldCall {
  const held = { ...call, heldSince };
  if (agent.currentCall?.callId === call.callId) agent.currentCall = null;
  agent.heldCalls.set(call.callId, held);
  sendEvent(state, agent, "AgentEvent_Hold", callContent(state, call));
  return held;
}

/**
 * Makes a call the current one and sends Talking. An agent talks with one party at a time: a call that was current goes on
 * hold first, as at a switch with one active call.
 */
export function talk(state: SimulatorState, agent: SimulatedAgent, call: SimulatedCall): void {
  if (agent.currentCall !== null) putOnHold(state, agent, agent.currentCall);
  agent.heldCalls.delete(call.callId);
  const { callId, callType, caller, called, skill } = call;
  agent.currentCall = { callId, callType, caller, called, skill };
  // The documented fields; what a gateway writes into the last two is unknown.
  const content = { caller, callid: callId, called, feature: String(callType), type: "", mediaAbility: "0" };
  sendEvent(state, agent, "AgentEvent_Talking", content);
}

/** Takes a call off the agent's phone, held or current, without an event. */
export function takeAway(agent: SimulatedAgent, callId: string): void {
  agent.heldCalls.delete(callId);
  if (agent.currentCall?.callId === callId) agent.currentCall = null;
}

export function sendCallRelease(state: SimulatorState, agent: SimulatedAgent, call: SimulatedCall): void {
  sendEvent(state, agent, "AgentEvent_Call_Release", callContent(state, call));
}

export function sendCustomerRelease(state: SimulatorState, agent: SimulatedAgent, call: SimulatedCall): void {
  sendEvent(state, agent, "AgentEvent_Customer_Release", { callid: call.callId, number: otherParty(call) });
}

export function sendPhoneRelease(state: SimulatorState, agent: SimulatedAgent): void {
  sendEvent(state, agent, "AgentOther_PhoneRelease", null);
}

function callContent({ settings }: SimulatorState, { callId }: SimulatedCall): string | { callid: string } {
  return settings.eventContent === "object" ? { callid: callId } : callId;
}
