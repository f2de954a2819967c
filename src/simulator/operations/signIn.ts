import { currentGuid } from "../state/renewGuid.js";
import { liveSession, startSession } from "../state/sessions.js";
import { answer, refusal, setGuid } from "./answers.js";
import { type GatewayAnswer } from "./GatewayAnswer.js";
import { type OperationRequest, type SignInHandler } from "./OperationHandler.js";

/** Signs an agent in, unless it is signed in already. */
export const signIn: SignInHandler = (request) => {
  const { state, agent } = request;
  return (
    passwordRefusal(request) ??
    (liveSession(state, agent) === null ? signInAnswer(request) : refusal("100-002", "The agent is already signed in."))
  );
};

/** Signs an agent in and ends its previous session, whose Guid is refused from then on. */
export const forceSignIn: SignInHandler = (request) => passwordRefusal(request) ?? signInAnswer(request);

function passwordRefusal({ state, body }: OperationRequest): GatewayAnswer | null {
  if (typeof body !== "object" || body === null) return refusal("000-006", "The body is not a JSON object.");
  const password: unknown = "password" in body ? body.password : "";
  if (typeof password !== "string") return refusal("000-006", "The password is not a string.");
  return password === state.settings.password ? null : refusal("100-004", "Wrong password.");
}

function signInAnswer({ state, agent }: OperationRequest): GatewayAnswer {
  const session = startSession(state, agent);
  // Documented fields that clients read. The first and the third value are made up. AgentOther_ShutdownService carries the
  // same loginTime (ms since 1970, as a string).
  const result = { vdnid: 1, workno: agent.agentId, mediatype: "TTF", loginTime: String(session.signedInAt) };
  return answer({ message: "success", retcode: "0", result }, setGuid(currentGuid(session).guid));
}
