import { type SimulatorControls } from "../controls/SimulatorControls.js";
import { readCall } from "./readCall.js";
import { anything, number, object, oneOf, text } from "./readers.js";
import { readFault } from "./readFault.js";
import { readSettings } from "./readSettings.js";

/** A request to a control over HTTP. */
export interface ControlRequest {
  /** The decoded part of the path that the route names `:agentId`, `:callId` or `:faultId`. */
  part: (name: string) => string;
  query: URLSearchParams;
  body: unknown;
}

interface ControlRoute {
  method: string;
  path: string;
  /** Returns the body of the answer; undefined for an answer without a body. */
  serve: (controls: SimulatorControls, request: ControlRequest) => unknown;
}

const readEvent = object({ eventType: text }, { content: anything, eventGenTime: number(0) });
const readEnd = oneOf("customer", "retrieved", "released");

/** The controls over HTTP, as documented in CONTROLS.md. */
export const controlRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "agents/:agentId",
    serve: (controls, { part }) => controls.agent(part("agentId")),
  },
  {
    method: "POST",
    path: "agents/:agentId/calls",
    serve: (controls, { part, body }) => {
      const { state, heldSince, ...call } = readCall(body, "call");
      if (state === "current") return controls.takeCall(part("agentId"), call);
      return controls.holdCall(part("agentId"), heldSince === undefined ? call : { ...call, heldSince });
    },
  },
  {
    method: "DELETE",
    path: "agents/:agentId/calls/:callId",
    serve: (controls, { part, query }) =>
      controls.endCall(part("agentId"), part("callId"), readEnd(query.get("how") ?? "customer", "how")),
  },
  {
    method: "POST",
    path: "agents/:agentId/events",
    serve: (controls, { part, body }) => controls.sendEvent(part("agentId"), readEvent(body, "event")),
  },
  {
    method: "POST",
    path: "agents/:agentId/guid",
    serve: (controls, { part }) => controls.renewGuidOnPoll(part("agentId")),
  },
  {
    method: "DELETE",
    path: "agents/:agentId/session",
    serve: (controls, { part }) => controls.signOut(part("agentId")),
  },
  { method: "GET", path: "faults", serve: (controls) => controls.faults },
  { method: "POST", path: "faults", serve: (controls, { body }) => controls.order(readFault(body, "fault")) },
  { method: "DELETE", path: "faults", serve: (controls) => controls.clearFaults() },
  { method: "DELETE", path: "faults/:faultId", serve: (controls, { part }) => controls.clearFaults(part("faultId")) },
  { method: "GET", path: "settings", serve: (controls) => controls.settings },
  {
    method: "PATCH",
    path: "settings",
    serve: (controls, { body }) => {
      controls.set(readSettings(body, "settings"));
      return controls.settings;
    },
  },
  { method: "GET", path: "requests", serve: (controls) => controls.requests },
  { method: "DELETE", path: "requests", serve: (controls) => controls.clearRequests() },
  { method: "POST", path: "reset", serve: (controls) => controls.reset() },
];
