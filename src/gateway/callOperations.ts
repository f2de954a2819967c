import type { GatewayOperation } from "./Gateway.js";

/** Takes a call off hold. The interface could do without the call ID, and would then take a call of its own choice. */
export function retrieveCall(callId: string): GatewayOperation {
  return { method: "POST", path: `voicecall/{agentid}/gethold?callid=${encodeURIComponent(callId)}` };
}

/** Joins a held call and the current one, and leaves both. */
export function connectCalls(callId: string): GatewayOperation {
  return { method: "POST", path: `voicecall/{agentid}/connecthold/${pathPart(callId)}` };
}

/** Joins a held call to the current one. */
export function joinThreeParty(callId: string): GatewayOperation {
  return { method: "POST", path: "voicecall/{agentid}/confjoin", body: { callid: callId, callappdata: "" } };
}

/** Hangs up a call. Whether a gateway does so with a held one is unknown. */
export function hangUpCall(callId: string): GatewayOperation {
  return { method: "POST", path: `voicecall/{agentid}/dropcall/${pathPart(callId)}` };
}

/** @throws {TypeError} for "." and "..", which lead to another address however they are written. */
function pathPart(callId: string): string {
  if (/^\.{1,2}$/.test(callId)) throw new TypeError("The call ID cannot stand in an address.");
  return encodeURIComponent(callId);
}
