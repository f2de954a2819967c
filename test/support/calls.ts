import type { Fault, Simulator } from "../../src/simulator/simulator.js";

/** The agent who is signed in. */
export const agentId = "291";

/** A call of the simulator, with how the panel names it. */
export type NamedCall = { readonly callId: string; readonly name: string };

/** An outgoing call to a customer. */
export const outgoing = { callId: "1501127996-2", name: "138 0013 8000, 996-2" };
/** An incoming call from another customer. */
export const incoming = { callId: "1501127920-0", name: "70941, 920-0" };
/** A consultation from a colleague. */
export const colleague = { callId: "1501128311-5", name: "40038, 311-5" };

/** A fourth call, for tests in which one arrives. */
export const newcomer = { callId: "1501129000-7", callType: 0, caller: "70999", called: "10086", skill: "" };

/** Puts the outgoing, the incoming and the colleague's call on hold, in this order. */
export function holdThree(simulator: Simulator): void {
  holdOutgoing(simulator);
  holdIncoming(simulator);
  simulator.holdCall(agentId, { callId: colleague.callId, callType: 51, caller: "40038", called: "291", skill: "" });
}

/** Puts the outgoing call on hold. */
export function holdOutgoing(simulator: Simulator): void {
  const { callId } = outgoing;
  simulator.holdCall(agentId, { callId, callType: 7, caller: "10086", called: "13800138000", skill: "After-sales" });
}

/** Puts the incoming call on hold. */
export function holdIncoming(simulator: Simulator): void {
  const { callId } = incoming;
  simulator.holdCall(agentId, { callId, callType: 0, caller: "70941", called: "10086", skill: "voice" });
}

/** Ends every held call. */
export function endAll(simulator: Simulator): void {
  for (const { callId } of simulator.agent(agentId).heldCalls) simulator.endCall(agentId, callId);
}

/** Prepares a fault, for the `before` of a desktop. */
export const orderFault = (fault: Fault) => (simulator: Simulator) => void simulator.order(fault);
