import { type LoggedRequest, type RequestLog } from "./RequestLog.js";

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
