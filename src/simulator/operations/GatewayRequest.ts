import { type GuidStanding } from "../state/GuidStanding.js";
import { type Route } from "./Route.js";

/** A request to the gateway, parsed. */
export interface GatewayRequest {
  route: Route;
  agentId: string | null;
  /** From the path, the query or the body. */
  callId: string | null;
  guid: string | null;
  standing: GuidStanding;
  /** The parsed body; `undefined` if it is not JSON. */
  body: unknown;
}
