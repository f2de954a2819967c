import { agentOf } from "../state/agentOf.js";
import { checkGuid } from "../state/checkGuid.js";
import { type Action, actions, type Operation } from "../state/operationNames.js";
import { liveSession } from "../state/sessions.js";
import { type SimulatedSession } from "../state/SimulatedSession.js";
import { type SimulatorState } from "../state/SimulatorState.js";
import { refusal } from "./answers.js";
import { type GatewayAnswer } from "./GatewayAnswer.js";
import { type GatewayRequest } from "./GatewayRequest.js";
import { handshake } from "./handshake.js";
import { holdList, holdListEx } from "./holdList.js";
import { type QueryHandler, type SignInHandler } from "./OperationHandler.js";
import { pollAllEvents, pollEvents } from "./pollEvents.js";
import { serveAction } from "./serveAction.js";
import { forceSignIn, signIn } from "./signIn.js";
import { signOut } from "./signOut.js";
import { updateGuid } from "./updateGuid.js";

type SignIn = "signIn" | "forceSignIn";
type Query = Exclude<Operation, Action | SignIn>;

const signIns: Record<SignIn, SignInHandler> = { signIn, forceSignIn };
const queries: Record<Query, QueryHandler> = {
  signOut,
  updateGuid,
  handshake,
  pollEvents,
  pollAllEvents,
  holdList,
  holdListEx,
};

/** Serves an operation. Faults that replace its answer are handled by the caller. */
export async function serveOperation(
  state: SimulatorState,
  operation: Operation,
  workNo: string | null,
  { agentId, callId, guid, body }: GatewayRequest,
  signal: AbortSignal,
): Promise<GatewayAnswer> {
  if (operation === "signIn" || operation === "forceSignIn") {
    const agent = agentOf(state, agentId ?? "");
    return signIns[operation]({ state, agent, callId, workNo, body, signal });
  }

  const agent = state.agents.get(agentId ?? "");
  const session = agent && (liveSession(state, agent) ?? sessionToDrain(operation, agent.endedSession));
  if (agent === undefined || !session || guid === null || !isAccepted(state, session, guid))
    return refusal("100-006", "The agent is not signed in.");

  const request = { state, agent, session, guid, callId, workNo, body, signal };
  return isAction(operation) ? serveAction(operation, request) : queries[operation](request);
}

function isAction(operation: Operation): operation is Action {
  return actions.some((action) => action === operation);
}

/** A session that the system ended still answers event polls, so that the client receives AgentOther_ShutdownService. */
function sessionToDrain(operation: Operation, ended: SimulatedSession | null): SimulatedSession | null {
  return operation === "pollEvents" || operation === "pollAllEvents" ? ended : null;
}

function isAccepted(state: SimulatorState, session: SimulatedSession, guid: string): boolean {
  const standing = checkGuid(state, session, guid);
  return standing === "current" || standing === "overlap";
}
