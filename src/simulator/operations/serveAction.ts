import { type Action } from "../state/operationNames.js";
import { accepted, refusal } from "./answers.js";
import { connect, drop, hold, release, retrieve, threeParty } from "./callActions.js";
import { Disconnected } from "./Disconnected.js";
import { type GatewayAnswer } from "./GatewayAnswer.js";
import { type ActionHandler, type SignedInRequest } from "./OperationHandler.js";
import { untilAborted } from "./untilAborted.js";

const handlers: Record<Action, ActionHandler> = { hold, retrieve, connect, threeParty, drop, release };

/** Moves a call, or applies an ordered fault. An impossible action is refused even if a fault is ordered. */
export async function serveAction(action: Action, request: SignedInRequest): Promise<GatewayAnswer> {
  const { state, agent, callId, body, signal } = request;
  if (action === "threeParty" && (body === undefined || callId === null)) return refusal("000-006");
  const outcome = handlers[action](request);
  if (typeof outcome === "string") return refusal(outcome);

  const fault = state.faults.take({ operation: action, agentId: agent.agentId }, "notDone", "doneLate", "answerLost");
  if (fault === undefined) outcome();
  else if (fault.kind === "doneLate") doLater(fault.after, action, request);
  else if (fault.kind === "answerLost") {
    outcome();
    if (fault.by === "silence") return untilAborted(signal);
    throw new Disconnected();
  }
  return accepted();
}

function doLater(after: number, action: Action, request: SignedInRequest): void {
  void request.state.clock.sleep(after).then(() => {
    // Check again: the call may have ended in the meantime.
    const outcome = handlers[action](request);
    if (typeof outcome !== "string") outcome();
  });
}
