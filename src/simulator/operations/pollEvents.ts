import { type WireEvent } from "../state/EventEnvelope.js";
import { currentGuid } from "../state/renewGuid.js";
import { toWireEvent } from "../state/toWireEvent.js";
import { answer, refusal } from "./answers.js";
import { type QueryHandler, type SignedInRequest } from "./OperationHandler.js";
import { renewalHeader } from "./renewalHeader.js";

/** Answers with one event: at once, as soon as it is sent, or without one when the long poll ends. */
export const pollEvents: QueryHandler = async (request) => {
  await waitForEvent(request);
  const event = request.session.events.take();
  if (event === undefined && hasEnded(request)) return refusal("100-006", "The agent is not signed in.");
  return answer(
    {
      message: "",
      retcode: "0",
      event: event === undefined ? null : toWireEvent(request.state.settings, request.agent.agentId, event),
    },
    renewal(request),
  );
};

/** Answers with all events in an array. Which field of the answer holds the array is unknown; here it is `event`. */
export const pollAllEvents: QueryHandler = async (request) => {
  await waitForEvent(request);
  const { events } = request.session;
  if (events.isEmpty() && hasEnded(request)) return refusal("100-006", "The agent is not signed in.");
  const all: WireEvent[] = [];
  for (let event = events.take(); event !== undefined; event = events.take())
    all.push(toWireEvent(request.state.settings, request.agent.agentId, event));
  return answer({ message: "", retcode: "0", event: all }, renewal(request));
};

async function waitForEvent(request: SignedInRequest): Promise<void> {
  const { state, session, signal } = request;
  session.lastSignOfLife = state.clock.now();
  if (!hasEnded(request) && !session.renewalDue) await session.events.wait(state.settings.longPoll, signal);
  session.lastSignOfLife = state.clock.now();
}

function hasEnded({ agent, session }: SignedInRequest): boolean {
  return agent.session !== session;
}

function renewal(request: SignedInRequest): Record<string, string> {
  const { state, session } = request;
  if (hasEnded(request)) return {};
  const age = state.clock.now() - currentGuid(session).issuedAt;
  return renewalHeader(request, state.settings.authentication === "dynamic" && age >= state.settings.guidRenewal);
}
