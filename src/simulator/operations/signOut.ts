import { endSession, shutDownSession } from "../state/sessions.js";
import { accepted, refusal } from "./answers.js";
import { type QueryHandler } from "./OperationHandler.js";

/** Signs the agent out and ends its current call. */
export const signOut: QueryHandler = ({ state, agent }) => {
  // An agent cannot sign out with a call on hold. The retcode that a real gateway sends is unknown. This one is generic, so
  // that clients do not depend on it.
  if (agent.heldCalls.size > 0) return refusal("100-007", "The agent has a call on hold.");
  agent.currentCall = null;
  if (state.settings.shutdownOnSignOut) shutDownSession(state, agent);
  else endSession(agent);
  return accepted();
};
