import { type GuidStanding } from "./GuidStanding.js";
import { type Operation } from "./operationNames.js";

/** One request that reached the gateway. */
export interface LoggedRequest {
  /** Milliseconds since 1970. */
  at: number;
  method: string;
  /** The path and query as sent. A Guid in them, which is a client's fault, is replaced by `[Guid]`. */
  path: string;
  /** Null when the address is unknown. */
  operation: Operation | null;
  agentId: string | null;
  /** The call that the request names in its path, query or body. */
  callId: string | null;
  /** The validity of its Guid when the request arrived. The Guid itself is never stored. */
  guid: GuidStanding;
  /** A retcode, `"HTTP 502"`, `"disconnected"`, `"aborted"` by the client, `"failed"` by an error, or `"pending"`. */
  outcome: string;
  /** When it was answered, disconnected or aborted, in milliseconds since 1970; null while pending. */
  endedAt: number | null;
}

export interface RequestLog {
  /** Adds a request and returns its entry, whose outcome is set later. */
  add: (request: Omit<LoggedRequest, "outcome" | "endedAt">) => LoggedRequest;
  /** Copies of the entries, oldest first. */
  list: () => LoggedRequest[];
  clear: () => void;
}
