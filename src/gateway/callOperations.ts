import type { GatewayOperation } from "./Gateway.js";

/** Retrieves a held call. The interface does not require the call ID; without it the gateway retrieves a call of its own choice. */
export function retrieveCall(callId: string): GatewayOperation {
  return { method: "POST", path: `voicecall/{agentid}/gethold?callid=${encodeURIComponent(callId)}` };
}

/** Connects a held call with the current call and releases the agent from both. */
export function connectCalls(callId: string): GatewayOperation {
  return { method: "POST", path: `voicecall/{agentid}/connecthold/${pathPart(callId)}` };
}

/** Joins a held call to the current call (three-party). */
export function joinThreeParty(callId: string): GatewayOperation {
  return { method: "POST", path: "voicecall/{agentid}/confjoin", body: { callid: callId, callappdata: "" } };
}

/** Hangs up a call. Whether a gateway does so for a held call is unknown. */
export function hangUpCall(callId: string): GatewayOperation {
  return { method: "POST", path: `voicecall/{agentid}/dropcall/${pathPart(callId)}` };
}

/** @throws {TypeError} for "." and "..", which change the path even when they are percent-encoded. */
function pathPart(callId: string): string {
  if (/^\.{1,2}$/.test(callId)) throw new TypeError("The call ID cannot be part of an address.");
  return encodeURIComponent(callId);
}
