import { Disconnected } from "./Disconnected.js";
import { accepted, type GatewayAnswer, refusal } from "./GatewayAnswer.js";
import { type Action } from "../state/operationNames.js";
import { untilAborted } from "./untilAborted.js";
import { connect, drop, hold, release, retrieve, threeParty } from "./callActions.js";
import { type ActionHandler, type SignedInRequest } from "./OperationHandler.js";

const handlers: Record<Action, ActionHandler> = { hold, retrieve, connect, threeParty, drop, release };

/** Moves a call, or goes wrong in the ordered way: what cannot be done is refused first, as without a fault. */
export async function serveAction(action: Action, request: SignedInRequest): Promise<GatewayAnswer> {
  const { state, agent, callId, body, signal } = request;
  if (action === "threeParty" && (body === undefined || callId === null)) return refusal("000-006");
  const decision = handlers[action](request);
  if (typeof decision === "string") return refusal(decision);

  const fault = state.faults.take({ operation: action, agentId: agent.agentId }, "notDone", "doneLate", "answerLost");
  if (fault === undefined) decision();
  else if (fault.kind === "doneLate") doLater(fault.after, action, request);
  else if (fault.kind === "answerLost") {
    decision();
    if (fault.by === "silence") return untilAborted(signal);
    throw new Disconnected();
  }
  return accepted();
}

function doLater(after: number, action: Action, request: SignedInRequest): void {
  void request.state.clock.sleep(after).then(() => {
    // Decided anew: the call may be gone by then.
    const decision = handlers[action](request);
    if (typeof decision !== "string") decision();
  });
}
