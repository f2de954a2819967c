import { createSimulator, type Simulator, type SimulatorOptions } from "../../src/simulator/simulator.js";
import { createManualClock } from "../support/createManualClock.js";

export interface RequestOptions {
  guid?: string;
  body?: unknown;
  signal?: AbortSignal;
}

/** Sends a request to the gateway: `ask(simulator, "GET", "calldata/101/holdlist", { guid })`. */
export function ask(simulator: Simulator, method: string, path: string, { guid, body, signal }: RequestOptions = {}) {
  return simulator.fetch(`/agentgateway/resource/${path}`, {
    method,
    headers: guid === undefined ? {} : { Guid: guid },
    body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
    signal: signal ?? null,
  });
}

/** Sends a request and parses the answer's JSON. */
export async function askJson(...request: Parameters<typeof ask>): Promise<unknown> {
  return (await ask(...request)).json();
}

/** A simulator on a manual clock with agent 101 signed in. Requests carry the agent's Guid by default. */
export function signedIn(options: SimulatorOptions = {}) {
  const clock = createManualClock();
  const simulator = createSimulator({ clock, ...options });
  const guid = simulator.signIn("101");
  return {
    clock,
    simulator,
    guid,
    ask: (method: string, path: string, body?: unknown) => askJson(simulator, method, path, { guid, body }),
    list: (request: RequestOptions = {}) => ask(simulator, "GET", "calldata/101/holdlist", { guid, ...request }),
    listJson: (request: RequestOptions = {}) =>
      askJson(simulator, "GET", "calldata/101/holdlist", { guid, ...request }) as Promise<{ retcode: string }>,
    poll: (request: RequestOptions = {}) => askJson(simulator, "GET", "agentevent/101", { guid, ...request }),
  };
}

/** The Guid that an answer carries. */
export function guidOf(response: Response): string | undefined {
  return response.headers.get("Set-GUID")?.replace("JSESSIONID=", "");
}

/** Polls all events that wait for the agent, as [eventType, content]. */
export async function waitingEvents(simulator: Simulator, agentId: string, guid: string): Promise<[string, unknown][]> {
  const events: [string, unknown][] = [];
  simulator.set({ longPoll: 0 });
  for (;;) {
    const { event } = (await askJson(simulator, "GET", `agentevent/${agentId}`, { guid })) as {
      event: { eventType: string; content: unknown } | null;
    };
    if (event === null) return events;
    events.push([event.eventType, event.content]);
  }
}
