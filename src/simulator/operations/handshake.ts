import { answer } from "./answers.js";
import { type QueryHandler } from "./OperationHandler.js";
import { renewalHeader } from "./renewalHeader.js";

/** A heartbeat: a sign of life without an event poll. With dynamic authentication the answer carries a new Guid. */
export const handshake: QueryHandler = (request) => {
  const { state, session } = request;
  session.lastSignOfLife = state.clock.now();
  return answer(
    { message: "success", retcode: "0" },
    renewalHeader(request, state.settings.authentication === "dynamic"),
  );
};
