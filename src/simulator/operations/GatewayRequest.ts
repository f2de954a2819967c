import { findRoute, type Route } from "./findRoute.js";
import { type SimulatedAgent } from "../state/SimulatedAgent.js";
import { type GuidStanding, guidStanding } from "../state/checkGuid.js";
import { type SimulatorState } from "../state/SimulatorState.js";

/** A request as the gateway understands it. */
export interface GatewayRequest {
  route: Route;
  agentId: string | null;
  /** From the path, the query or the body. */
  callId: string | null;
  guid: string | null;
  standing: GuidStanding;
  /** What the body holds; `undefined` if that is not JSON. */
  body: unknown;
}

/** Reads a request whose path after `/agentgateway/` is given in parts. */
export async function readGatewayRequest(
  state: SimulatorState,
  request: Request,
  path: readonly string[],
): Promise<GatewayRequest> {
  const body = parseJson(await request.text());
  const route = findRoute(request.method, path, state.settings);
  const guid = request.headers.get("Guid");
  const agent = agentAsked(state, route, guid);
  const session = agent?.session ?? agent?.endedSession;
  const named = new URL(request.url).searchParams.get("callid") ?? callIdOf(body);
  return {
    route,
    agentId: (route.operation === null ? null : route.agentId) ?? agent?.agentId ?? null,
    callId: (route.operation === null ? null : route.callId) ?? (named === "" ? null : named),
    guid,
    standing: session ? guidStanding(state, session, guid) : guid ? "stale" : "missing",
    body,
  };
}

/** The agent that the address names, or, where it names none, the agent whose Guid it is. */
function agentAsked(state: SimulatorState, route: Route, guid: string | null): SimulatedAgent | undefined {
  if (route.operation !== null && route.agentId !== null) return state.agents.get(route.agentId);
  return [...state.agents.values()].find(({ session, endedSession }) =>
    (session ?? endedSession)?.guids.some((issued) => issued.guid === guid),
  );
}

function callIdOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("callid" in body)) return null;
  return typeof body.callid === "string" ? body.callid : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
