import { otherParty } from "./otherParty.js";
import { sendEvent } from "./sendEvent.js";
import { type SimulatedAgent } from "./SimulatedAgent.js";
import { type SimulatedCall, type SimulatedHeldCall } from "./SimulatedCall.js";
import { type SimulatorState } from "./SimulatorState.js";

/** Puts a call on hold and sends AgentEvent_Hold. */
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

/** Makes a call the current one and sends AgentEvent_Talking. The previous current call is put on hold first. */
export function talk(state: SimulatorState, agent: SimulatedAgent, call: SimulatedCall): void {
  if (agent.currentCall !== null) putOnHold(state, agent, agent.currentCall);
  agent.heldCalls.delete(call.callId);
  const { callId, callType, caller, called, skill } = call;
  agent.currentCall = { callId, callType, caller, called, skill };
  // The field names are documented, the values of the last two are not.
  const content = { caller, callid: callId, called, feature: String(callType), type: "", mediaAbility: "0" };
  sendEvent(state, agent, "AgentEvent_Talking", content);
}

/** Removes a held or current call from the agent's phone and sends no event. */
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
  const { phoneState } = state.settings;
  sendEvent(state, agent, "AgentOther_PhoneRelease", phoneState === null ? null : { phoneState });
}

function callContent({ settings }: SimulatorState, { callId }: SimulatedCall): string | { callid: string } {
  return settings.eventContent === "object" ? { callid: callId } : callId;
}
