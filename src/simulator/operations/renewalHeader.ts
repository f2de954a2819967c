import { currentGuid, renewGuid } from "../state/renewGuid.js";
import { setGuid } from "./answers.js";
import { type SignedInRequest } from "./OperationHandler.js";

/**
 * The `Set-GUID` header of an answer: a new Guid if a renewal is due, otherwise none. A request with a replaced Guid gets
 * the current one, since the answer that carried it can be lost.
 */
export function renewalHeader({ state, session, guid }: SignedInRequest, isDue: boolean): Record<string, string> {
  if (isDue || session.renewalDue) return setGuid(renewGuid(state, session));
  const current = currentGuid(session).guid;
  return current === guid ? {} : setGuid(current);
}
