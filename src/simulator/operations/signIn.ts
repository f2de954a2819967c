import { answer, type GatewayAnswer, refusal, setGuid } from "./GatewayAnswer.js";
import { currentGuid } from "../state/renewGuid.js";
import { liveSession, startSession } from "../state/sessions.js";
import { type OperationRequest, type SignInHandler } from "./OperationHandler.js";

/** Signs an agent in who is not. */
export const signIn: SignInHandler = (request) => {
  const { state, agent } = request;
  return (
    passwordRefusal(request) ??
    (liveSession(state, agent) === null ? signInAnswer(request) : refusal("100-002", "The agent is already signed in."))
  );
};

/** Signs an agent in and ends a session that is there: its Guid is refused from now on. */
export const forceSignIn: SignInHandler = (request) => passwordRefusal(request) ?? signInAnswer(request);

function passwordRefusal({ state, body }: OperationRequest): GatewayAnswer | null {
  if (typeof body !== "object" || body === null) return refusal("000-006", "The body is not a JSON object.");
  const password: unknown = "password" in body ? body.password : "";
  if (typeof password !== "string") return refusal("000-006", "The password is not a string.");
  return password === state.settings.password ? null : refusal("100-004", "Wrong password.");
}

function signInAnswer({ state, agent }: OperationRequest): GatewayAnswer {
  const session = startSession(state, agent);
  // The documented fields that clients read; their values are invented, but for the agent ID and the time.
  const result = { vdnid: 1, workno: agent.agentId, mediatype: "TTF", loginTime: session.signedInAt };
  return answer({ message: "success", retcode: "0", result }, setGuid(currentGuid(session).guid));
}
