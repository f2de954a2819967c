import { answer } from "./GatewayAnswer.js";
import { renewGuid } from "../state/renewGuid.js";
import { type QueryHandler } from "./OperationHandler.js";

/** A new Guid after the reload of a page, in the body. */
export const updateGuid: QueryHandler = ({ state, session }) =>
  answer({ message: "", retcode: "0", result: { guid: renewGuid(state, session) } });
