import { type Operation } from "./operationNames.js";
import { type GuidStanding } from "./checkGuid.js";

/** One request that reached the gateway. */
export interface LoggedRequest {
  /** Milliseconds since 1970. */
  at: number;
  method: string;
  /** The path and query as they were sent; what looks like a Guid in them is written `[Guid]`, since it must not be there. */
  path: string;
  /** Null when the address names nothing that the gateway knows. */
  operation: Operation | null;
  agentId: string | null;
  /** The call that the request names in its path, query or body. */
  callId: string | null;
  /** What the Guid of its header was worth when it came; the Guid itself is never kept. */
  guid: GuidStanding;
  /** A retcode, `"HTTP 502"`, `"disconnected"`, `"aborted"` by the client, or `"pending"`. */
  outcome: string;
  /** When it was answered, disconnected or aborted: milliseconds since 1970; null while pending. */
  endedAt: number | null;
}

export interface RequestLog {
  /** Writes a request down and gives the entry, whose outcome is filled in later. */
  add: (request: Omit<LoggedRequest, "outcome" | "endedAt">) => LoggedRequest;
  /** Copies, oldest first. */
  list: () => LoggedRequest[];
  clear: () => void;
}

const capacity = 1_000;

export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    add: (request) => {
      const path = request.path.replace(/[0-9a-f]{8}(-|%2D)[0-9a-f-]{20,}(\.\w+)?/gi, "[Guid]");
      const entry: LoggedRequest = { ...request, path, outcome: "pending", endedAt: null };
      entries.push(entry);
      if (entries.length > capacity) entries.shift();
      return entry;
    },
    list: () => entries.map((entry) => ({ ...entry })),
    clear: () => (entries = []),
  };
}
