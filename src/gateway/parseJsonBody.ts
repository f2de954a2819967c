import { createGuidRemover } from "./createGuidRemover.js";
import { GatewayError } from "./GatewayError.js";
import { parseEnvelope } from "./parseHoldList.js";

// A shorter Guid comes from no real gateway. It is removed from messages only, because it could occur in a call ID or a number.
const minGuidLength = 16;

/**
 * Parses the JSON of an answer. The interface does not define the HTTP status of a failed retcode, so a failed retcode counts under
 * any status.
 *
 * @param guids - removed from every text of the answer: a gateway that echoes a Guid must not bring it to the screen
 * @throws {GatewayError} `malformed` when a 2xx answer is not JSON, `http` for any other status without a failed retcode.
 */
export function parseJsonBody(body: string, response: Response, guids: readonly string[]): unknown {
  try {
    const json = parseWithoutGuids(body, guids);
    if (response.ok || parseEnvelope(json).retcode !== "0") return json;
  } catch {
    // Without a cause: the engine's message quotes the body, which holds callers' numbers.
    if (response.ok) throw new GatewayError({ kind: "malformed", path: "body" });
  }
  throw new GatewayError({ kind: "http", status: response.status, retryAfter: retryAfterOf(response) });
}

function parseWithoutGuids(body: string, guids: readonly string[]): unknown {
  const cleanMessage = createGuidRemover(guids);
  // A reviver takes many times as long as the parser. Without a backslash JSON cannot spell a Guid in another way.
  if (!body.includes("\\") && cleanMessage(body) === body) return JSON.parse(body);
  const clean = createGuidRemover(guids, minGuidLength);
  return JSON.parse(body, (name: string, value: unknown) => {
    if (typeof value !== "string") return value;
    return name === "message" ? cleanMessage(value) : value.length < minGuidLength ? value : clean(value);
  });
}

/** The `Retry-After` header in ms, from its form in seconds or as a date. Undefined when it is missing, invalid or past. */
export function retryAfterOf(response: Response): number | undefined {
  const header = response.headers.get("Retry-After")?.trim() ?? "";
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return wait > 0 ? wait : undefined;
}
