import { checkGuid } from "../state/checkGuid.js";
import { type SimulatedAgent } from "../state/SimulatedAgent.js";
import { type SimulatorState } from "../state/SimulatorState.js";
import { findRoute } from "./findRoute.js";
import { type GatewayRequest } from "./GatewayRequest.js";
import { type Route } from "./Route.js";

/** Parses a request. `path` holds the parts of its path after `/agentgateway/`. */
export async function readGatewayRequest(
  state: SimulatorState,
  request: Request,
  path: readonly string[],
): Promise<GatewayRequest> {
  const body = parseJson(await request.text());
  const route = findRoute(request.method, path, state.settings);
  const guid = request.headers.get("Guid");
  const agent = agentOfRequest(state, route, guid);
  const session = agent?.session ?? agent?.endedSession;
  const namedCallId = new URL(request.url).searchParams.get("callid") ?? callIdOf(body);
  return {
    route,
    agentId: (route.operation === null ? null : route.agentId) ?? agent?.agentId ?? null,
    callId: (route.operation === null ? null : route.callId) ?? (namedCallId === "" ? null : namedCallId),
    guid,
    standing: session ? checkGuid(state, session, guid) : guid ? "stale" : "missing",
    body,
  };
}

/** The agent of the address, or the owner of the Guid if the address names no agent. */
function agentOfRequest(state: SimulatorState, route: Route, guid: string | null): SimulatedAgent | undefined {
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
