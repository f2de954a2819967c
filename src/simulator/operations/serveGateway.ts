import { renewGuid } from "../state/renewGuid.js";
import { type SimulatorState } from "../state/SimulatorState.js";
import { refusal, setGuid } from "./answers.js";
import { Disconnected } from "./Disconnected.js";
import { answeringKinds, faultyAnswer } from "./faultyAnswer.js";
import { type GatewayAnswer } from "./GatewayAnswer.js";
import { type GatewayRequest } from "./GatewayRequest.js";
import { readGatewayRequest } from "./readGatewayRequest.js";
import { serveOperation } from "./serveOperation.js";
import { toResponse } from "./toResponse.js";

/**
 * Serves a request to the gateway and logs it. `path` holds the parts of its path after `/agentgateway/`.
 * @throws Disconnected when a fault cuts the connection, or the signal's reason when it is aborted.
 */
export async function serveGateway(
  state: SimulatorState,
  request: Request,
  path: readonly string[],
  signal: AbortSignal,
): Promise<Response> {
  const at = state.clock.now();
  const parsed = await readGatewayRequest(state, request, path);
  const { pathname, search } = new URL(request.url);
  const { route, agentId, callId, standing } = parsed;
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
    const answer = await answerTo(state, parsed, signal);
    entry.outcome = answer.outcome;
    return toResponse(answer, state.clock);
  } catch (error) {
    entry.outcome = error instanceof Disconnected ? "disconnected" : signal.aborted ? "aborted" : "failed";
    throw error;
  } finally {
    entry.endedAt = state.clock.now();
  }
}

async function answerTo(state: SimulatorState, request: GatewayRequest, signal: AbortSignal): Promise<GatewayAnswer> {
  const { clock, faults, settings } = state;
  const { route, agentId } = request;
  const target = { operation: route.operation, agentId };

  signal.throwIfAborted();
  // Both are taken before any wait, so that faults apply in the order of the requests.
  const delay = settings.latency + (faults.take(target, "latency")?.delay ?? 0);
  const fault = faults.take(target, ...answeringKinds);
  if (delay > 0) await clock.sleep(delay, signal);
  if (fault !== undefined) return faultyAnswer(fault, signal);
  if (route.operation === null) return refusal(route.retcode);

  const answer = await serveOperation(state, route.operation, route.workNo, request, signal);
  const renewal = faults.take(target, "setGuid");
  if (renewal === undefined) return answer;
  const session = agentId === null ? null : state.agents.get(agentId)?.session;
  const header = renewal.value ?? (session ? setGuid(renewGuid(state, session))["Set-GUID"] : undefined);
  return header === undefined ? answer : { ...answer, headers: { ...answer.headers, "Set-GUID": header } };
}
