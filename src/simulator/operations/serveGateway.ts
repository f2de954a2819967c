import { Disconnected } from "./Disconnected.js";
import { answeringKinds, faultyAnswer } from "./faultyAnswer.js";
import { type GatewayAnswer, refusal, setGuid } from "./GatewayAnswer.js";
import { type GatewayRequest, readGatewayRequest } from "./GatewayRequest.js";
import { serveOperation } from "./serveOperation.js";
import { renewGuid } from "../state/renewGuid.js";
import { type SimulatorState } from "../state/SimulatorState.js";
import { toResponse } from "./toResponse.js";

/**
 * Serves a request to the gateway, whose path after `/agentgateway/` is given in parts, and writes it into the log.
 * @throws Disconnected when a fault cuts the connection, or the signal's reason when it is aborted.
 */
export async function serveGateway(
  state: SimulatorState,
  request: Request,
  path: readonly string[],
  signal: AbortSignal,
): Promise<Response> {
  const at = state.clock.now();
  const asked = await readGatewayRequest(state, request, path);
  const { pathname, search } = new URL(request.url);
  const { route, agentId, callId, standing } = asked;
  const { method } = request;
  const { operation } = route;
  const entry = state.requests.add({
    at,
    method,
    path: pathname + search,
    operation,
    agentId,
    callId,
    guid: standing,
  });
  try {
    const given = await answerTo(state, asked, signal);
    entry.outcome = given.outcome;
    return toResponse(given, state.clock);
  } catch (error) {
    entry.outcome = error instanceof Disconnected ? "disconnected" : signal.aborted ? "aborted" : "failed";
    throw error;
  } finally {
    entry.endedAt = state.clock.now();
  }
}

async function answerTo(state: SimulatorState, asked: GatewayRequest, signal: AbortSignal): Promise<GatewayAnswer> {
  const { clock, faults, settings } = state;
  const { route, agentId } = asked;
  const struck = { operation: route.operation, agentId };

  signal.throwIfAborted();
  // Both are taken before any wait, so that faults strike in the order in which requests came.
  const delay = settings.latency + (faults.take(struck, "latency")?.delay ?? 0);
  const fault = faults.take(struck, ...answeringKinds);
  if (delay > 0) await clock.sleep(delay, signal);
  if (fault !== undefined) return faultyAnswer(fault, signal);
  if (route.operation === null) return refusal(route.retcode);

  const given = await serveOperation(state, route.operation, route.workNo, asked, signal);
  const renewal = faults.take(struck, "setGuid");
  if (renewal === undefined) return given;
  const session = agentId === null ? null : state.agents.get(agentId)?.session;
  const header = renewal.value ?? (session ? setGuid(renewGuid(state, session))["Set-GUID"] : undefined);
  return header === undefined ? given : { ...given, headers: { ...given.headers, "Set-GUID": header } };
}
