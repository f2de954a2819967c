import type { AgentSession, AgentSessionStore } from "../index.js";
import { withTimeout } from "../gateway/withTimeout.js";
import { askGateway, type DesktopAnswer } from "./askGateway.js";
import type { GatewayAccess } from "./openGateway.js";
import { pause } from "./pause.js";

/** The callbacks of an event poll. */
export type EventPollListener = {
  /** Called at each answer, with or without an event. `asked`: the `signIn` of the session whose poll brought it. */
  readonly onAnswer: (body: object, asked: number) => void;
  /** Called when an answer brought a new Guid. */
  readonly onRenewal: () => void;
  /** Called at the first answer after failed polls. */
  readonly onRecovery: () => void;
  /** Called at each failed poll with the number of failures in a row. */
  readonly onFailure: (failures: number) => void;
  /** Called when the gateway no longer accepts the session. Polling has ended. */
  readonly onSessionLost: () => void;
};

// May mean no more than a stale Guid, so only the third in a row counts.
const refusals = ["100-006", "000-003"];
const ends = ["100-008", "105-005", "105-006", "105-007"];
const maxBackOff = 10_000; // ms
// A long poll takes up to 10 s.
const pollTimeout = 30_000; // ms

/**
 * Polls the signed-in agent's events until the signal aborts, and applies each new Guid. It also keeps the agent signed in: a
 * gateway ends a session that has not polled for about 120 s.
 */
export async function listenForEvents(
  access: GatewayAccess,
  session: AgentSessionStore,
  listener: EventPollListener,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0, refused = 0; !signal.aborted;) {
    const asked = session.getState().session;
    if (asked === null) return;
    const answer = await poll(access, session, asked, listener, signal);
    if (signal.aborted) return;
    if (answer?.retcode === "0") {
      if (failures > 0) listener.onRecovery();
      failures = refused = 0;
      listener.onAnswer(answer.body, asked.signIn);
      await pause(200 + Math.random() * 300, signal);
      continue;
    }
    refused = refusals.includes(answer?.retcode ?? "") ? refused + 1 : 0;
    if (refused === 3 || ends.includes(answer?.retcode ?? "")) return listener.onSessionLost();
    listener.onFailure(++failures);
    await pause(Math.min(500 * 2 ** failures, maxBackOff) * (0.5 + Math.random() / 2), signal);
  }
}

/** One event poll; null where there was no answer to read. */
async function poll(
  access: GatewayAccess,
  session: AgentSessionStore,
  asked: AgentSession,
  { onRenewal }: EventPollListener,
  signal: AbortSignal,
): Promise<DesktopAnswer | null> {
  try {
    const answer = await withTimeout(pollTimeout, signal, (inTime) =>
      askGateway(access, { method: "GET", path: `agentevent/${asked.agentId}`, guid: asked.guid, signal: inTime }),
    );
    if (answer.guid !== null && answer.guid !== asked.guid) {
      session.getState().renewGuid(answer.guid, asked.signIn);
      if (!signal.aborted) onRenewal();
    }
    return answer;
  } catch {
    return null;
  }
}
