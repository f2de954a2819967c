import {
  putOnHold,
  sendCallRelease,
  sendCustomerRelease,
  sendPhoneRelease,
  takeAway,
  talk,
} from "../state/moveCalls.js";
import { otherParty } from "../state/otherParty.js";
import { sendEvent } from "../state/sendEvent.js";
import { type ActionHandler } from "./OperationHandler.js";

/** Puts the current call on hold. */
export const hold: ActionHandler = ({ state, agent }) => {
  const current = agent.currentCall;
  return current === null ? "200-013" : () => putOnHold(state, agent, current);
};

/**
 * Makes a held call the current one; the previous current call goes on hold. Without a call ID it takes the call that was
 * held first. Which call a real gateway takes is unknown.
 */
export const retrieve: ActionHandler = ({ state, agent, callId }) => {
  const calls = [...agent.heldCalls.values()];
  const held = callId === null ? calls[0] : agent.heldCalls.get(callId);
  return held === undefined ? "200-015" : () => talk(state, agent, held);
};

/** Connects the held and the current party: both calls leave the agent. */
export const connect: ActionHandler = ({ state, agent, callId }) => {
  const current = agent.currentCall;
  const held = agent.heldCalls.get(callId ?? "");
  if (current === null) return "200-005";
  if (held === undefined) return "200-006";
  return () => {
    takeAway(agent, held.callId);
    takeAway(agent, current.callId);
    // Which of the two calls a real gateway names in these events is unknown.
    sendCallRelease(state, agent, held);
    sendCustomerRelease(state, agent, held);
    sendPhoneRelease(state, agent);
  };
};

/** Adds the held party to the current call, which stays current. */
export const threeParty: ActionHandler = ({ state, agent, callId }) => {
  const held = agent.heldCalls.get(callId ?? "");
  if (agent.currentCall === null) return "200-010";
  if (held === undefined) return "200-011";
  return () => {
    takeAway(agent, held.callId);
    sendEvent(state, agent, "AgentEvent_Conference", { callid: held.callId, partner: otherParty(held) });
    sendCustomerRelease(state, agent, held);
  };
};

/** Hangs up the current or a held call. Whether a real gateway hangs up held calls is unknown; order a refusal to test that case. */
export const drop: ActionHandler = ({ state, agent, callId }) => {
  const current = agent.currentCall;
  const call = current?.callId === callId ? current : agent.heldCalls.get(callId ?? "");
  if (call === undefined || call === null) return "200-025";
  return () => {
    takeAway(agent, call.callId);
    sendCallRelease(state, agent, call);
    sendCustomerRelease(state, agent, call);
    sendPhoneRelease(state, agent);
  };
};

/** Hangs up the current call, never a held one. */
export const release: ActionHandler = ({ state, agent }) => {
  const current = agent.currentCall;
  if (current === null) return "200-017";
  return () => {
    takeAway(agent, current.callId);
    sendCallRelease(state, agent, current);
    sendCustomerRelease(state, agent, current);
  };
};
