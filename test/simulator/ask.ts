import { type Simulator } from "../../src/simulator/simulator.js";

export interface Asked {
  guid?: string;
  body?: unknown;
  signal?: AbortSignal;
}

/** Asks the gateway: `ask(simulator, "GET", "calldata/101/holdlist", { guid })`. */
export function ask(simulator: Simulator, method: string, path: string, { guid, body, signal }: Asked = {}) {
  return simulator.fetch(`/agentgateway/resource/${path}`, {
    method,
    headers: guid === undefined ? {} : { Guid: guid },
    body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
    signal: signal ?? null,
  });
}

/** The same, and reads the answer's JSON. */
export async function askJson(simulator: Simulator, method: string, path: string, asked?: Asked): Promise<unknown> {
  return (await ask(simulator, method, path, asked)).json();
}

/** The Guid that an answer brings, if it brings one. */
export function guidOf(response: Response): string | undefined {
  return response.headers.get("Set-GUID")?.replace("JSESSIONID=", "");
}

/** All events that wait for the agent, as [eventType, content]. */
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
