import { isAgentId } from "../state/isAgentId.js";
import { type Operation } from "../state/operationNames.js";
import { type SimulatorSettings } from "../state/SimulatorSettings.js";
import { type Route } from "./Route.js";

interface Address {
  operation: Operation;
  method: string;
  path: readonly string[];
}

const addresses: readonly Address[] = [
  // Before agentevent/:agentId, which also matches this path.
  { operation: "pollAllEvents", method: "GET", path: ["agentevent", "allagentevent"] },
  { operation: "pollEvents", method: "GET", path: ["agentevent", ":agentId"] },
  { operation: "signIn", method: "PUT", path: ["onlineagent", ":agentId"] },
  { operation: "forceSignIn", method: "PUT", path: ["onlineagent", ":agentId", "forcelogin"] },
  { operation: "signOut", method: "DELETE", path: ["onlineagent", ":agentId", "logout"] },
  { operation: "updateGuid", method: "PUT", path: ["onlineagent", ":agentId", "updateGuid"] },
  { operation: "handshake", method: "POST", path: ["onlineagent", ":agentId", "handshake"] },
  { operation: "holdList", method: "GET", path: ["calldata", ":agentId", "holdlist"] },
  { operation: "holdListEx", method: "GET", path: ["calldata", ":agentId", "holdlistex", ":workNo"] },
  { operation: "hold", method: "POST", path: ["voicecall", ":agentId", "hold"] },
  { operation: "retrieve", method: "POST", path: ["voicecall", ":agentId", "gethold"] },
  { operation: "connect", method: "POST", path: ["voicecall", ":agentId", "connecthold", ":callId"] },
  { operation: "threeParty", method: "POST", path: ["voicecall", ":agentId", "confjoin"] },
  { operation: "drop", method: "POST", path: ["voicecall", ":agentId", "dropcall", ":callId"] },
  { operation: "release", method: "DELETE", path: ["voicecall", ":agentId", "release"] },
];

/** Finds the operation of an address. `path` holds the parts after `/agentgateway/`. */
export function findRoute(method: string, path: readonly string[], settings: SimulatorSettings): Route {
  const [root, ...parts] = path;
  const found = addresses.find(
    (address) =>
      root === "resource" &&
      address.path.length === parts.length &&
      address.path.every((part, index) => part.startsWith(":") || part === parts[index]) &&
      (settings.eventArray || address.operation !== "pollAllEvents"),
  );
  if (found === undefined) return { operation: null, retcode: "000-002" };
  if (found.method !== method) return { operation: null, retcode: "000-001" };

  const parameter = (name: string) => parts[found.path.indexOf(name)] ?? null;
  const [agentId, workNo, callId] = [parameter(":agentId"), parameter(":workNo"), parameter(":callId")];
  if ([agentId, workNo].some((id) => id !== null && !isAgentId(id, settings)))
    return { operation: null, retcode: "000-002" };
  return { operation: found.operation, agentId, workNo, callId: callId === null ? null : decodePart(callId) };
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not decodable: no call has this ID, so the operation refuses it.
    return part;
  }
}
