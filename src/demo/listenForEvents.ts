import type { AgentSessionStore } from "../index.js";
import { askGateway, type DesktopAnswer } from "./askGateway.js";
import type { GatewayAccess } from "./openGateway.js";
import { pause } from "./pause.js";

/** What a listener is told. */
export type EventListener = {
  /** A poll was answered, with an event or without. */
  readonly onAnswer: (body: object) => void;
  readonly onRenewal: () => void;
  /** The first poll after failed ones was answered. */
  readonly onRecovery: () => void;
  /** A poll failed, the n-th in a row. */
  readonly onFailure: (failures: number) => void;
  /** The gateway no longer knows this sign-in, and nothing listens any more. */
  readonly onLost: () => void;
};

// What may mean no more than a stale Guid is asked again before it counts.
const refusals = ["100-006", "000-003"];
const ends = ["100-008", "105-005", "105-006", "105-007"];
const longestWait = 10_000;

/**
 * Polls the signed-in agent's events until the signal aborts, and passes on the Guid that any answer brings. It is what
 * keeps an agent signed in: a gateway signs out who does not poll for about 120 s.
 */
export async function listenForEvents(
  access: GatewayAccess,
  session: AgentSessionStore,
  listener: EventListener,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0, refused = 0; !signal.aborted;) {
    const answer = await poll(access, session, listener, signal);
    if (signal.aborted) return;
    if (answer?.retcode === "0") {
      if (failures > 0) listener.onRecovery();
      failures = refused = 0;
      listener.onAnswer(answer.body);
      await pause(200 + Math.random() * 300, signal);
      continue;
    }
    refused = refusals.includes(answer?.retcode ?? "") ? refused + 1 : 0;
    if (refused === 3 || ends.includes(answer?.retcode ?? "")) return listener.onLost();
    listener.onFailure(++failures);
    await pause(Math.min(500 * 2 ** failures, longestWait) * (0.5 + Math.random() / 2), signal);
  }
}

/** One event poll; null where there was no answer to read. */
async function poll(
  access: GatewayAccess,
  session: AgentSessionStore,
  { onRenewal }: EventListener,
  signal: AbortSignal,
): Promise<DesktopAnswer | null> {
  const asked = session.getState().session;
  if (asked === null) return null;
  try {
    const answer = await askGateway(access, {
      method: "GET",
      path: `agentevent/${asked.agentId}`,
      guid: asked.guid,
      // A long poll ends after 10 s; one that takes three times as long never will.
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
    });
    if (answer.guid !== null && answer.guid !== asked.guid) {
      session.getState().renewGuid(answer.guid, asked.signIn);
      if (!signal.aborted) onRenewal();
    }
    return answer;
  } catch {
    return null;
  }
}
