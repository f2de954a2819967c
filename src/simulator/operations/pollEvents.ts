import { type SimulatedEvent } from "../state/EventQueue.js";
import { currentGuid, renewGuid } from "../state/renewGuid.js";
import { answer, refusal, setGuid } from "./answers.js";
import { type QueryHandler, type SignedInRequest } from "./OperationHandler.js";

/** Answers with one event: at once, as soon as it is sent, or without one when the long poll ends. */
export const pollEvents: QueryHandler = async (request) => {
  await waitForEvent(request);
  const event = request.session.events.take();
  if (event === undefined && hasEnded(request)) return refusal("100-006", "The agent is not signed in.");
  return answer(
    { message: "", retcode: "0", event: event === undefined ? null : onTheWire(request, event) },
    renewal(request),
  );
};

/** Answers with all events in an array. Which field of the answer holds the array is unknown; here it is `event`. */
export const pollAllEvents: QueryHandler = async (request) => {
  await waitForEvent(request);
  const { events } = request.session;
  if (events.isEmpty() && hasEnded(request)) return refusal("100-006", "The agent is not signed in.");
  const all: unknown[] = [];
  for (let event = events.take(); event !== undefined; event = events.take()) all.push(onTheWire(request, event));
  return answer({ message: "", retcode: "0", event: all }, renewal(request));
};

async function waitForEvent(request: SignedInRequest): Promise<void> {
  const { state, session, signal } = request;
  session.lastEventPoll = state.clock.now();
  if (!hasEnded(request) && !session.renewalDue) await session.events.wait(state.settings.longPoll, signal);
  session.lastEventPoll = state.clock.now();
}

function hasEnded({ agent, session }: SignedInRequest): boolean {
  return agent.session !== session;
}

function onTheWire({ state, agent }: SignedInRequest, { eventType, content, eventGenTime }: SimulatedEvent): unknown {
  const event = { eventType, workNo: agent.agentId, content };
  return state.settings.eventGenTime ? { ...event, eventGenTime } : event;
}

/** Renews a Guid that is due. A request with a replaced Guid gets the current one, since the answer that carried it can be lost. */
function renewal(request: SignedInRequest): Record<string, string> {
  const { state, session, guid } = request;
  if (hasEnded(request)) return {};
  const { authentication, guidRenewal } = state.settings;
  const current = currentGuid(session);
  const isOld = authentication === "dynamic" && state.clock.now() - current.issuedAt >= guidRenewal;
  if (isOld || session.renewalDue) return setGuid(renewGuid(state, session));
  return current.guid === guid ? {} : setGuid(current.guid);
}
