import { renewGuid } from "../state/renewGuid.js";
import { answer } from "./answers.js";
import { type QueryHandler } from "./OperationHandler.js";

/** Renews the Guid after a page reload. The new one is in the body. */
export const updateGuid: QueryHandler = ({ state, session }) =>
  answer({ message: "", retcode: "0", result: { guid: renewGuid(state, session) } });
