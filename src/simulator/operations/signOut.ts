import { accepted, refusal } from "./GatewayAnswer.js";
import { endSession } from "../state/sessions.js";
import { type QueryHandler } from "./OperationHandler.js";

/** Signs the agent out and ends its current call. */
export const signOut: QueryHandler = ({ agent }) => {
  // An agent cannot sign out with a call on hold. With which retcode a real gateway says so is unknown; this one has no
  // meaning of its own that a client could mistake it for.
  if (agent.heldCalls.size > 0) return refusal("100-007", "The agent has a call on hold.");
  agent.currentCall = null;
  endSession(agent);
  return accepted();
};
