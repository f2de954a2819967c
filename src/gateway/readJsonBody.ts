import { createGuidRemover } from "./createGuidRemover.js";
import { GatewayError } from "./GatewayError.js";
import { parseEnvelope } from "./parseHoldList.js";

// A shorter Guid comes from no real gateway. It is removed from messages only, because it could occur in a call ID or a number.
const minGuidLength = 16;

/**
 * Reads the JSON of an answer. The interface does not define the HTTP status of a failed retcode, so a failed retcode counts under
 * any status.
 *
 * @param guids - removed from every text of the answer: a gateway that echoes a Guid must not bring it to the screen
 * @throws {GatewayError} `malformed` when a 2xx answer is not JSON, `http` for any other status without a failed retcode.
 */
export async function readJsonBody(response: Response, guids: readonly string[]): Promise<unknown> {
  const body = await response.text();
  const clean = createGuidRemover(guids, minGuidLength);
  const cleanMessage = createGuidRemover(guids);
  try {
    // Removed from the parsed values, since JSON may spell a Guid with escapes.
    const json: unknown = JSON.parse(body, (name: string, value: unknown) => {
      if (typeof value !== "string") return value;
      return name === "message" ? cleanMessage(value) : value.length < minGuidLength ? value : clean(value);
    });
    if (response.ok || parseEnvelope(json).retcode !== "0") return json;
  } catch {
    // Without a cause: the engine's message quotes the body, which holds callers' numbers.
    if (response.ok) throw new GatewayError({ kind: "malformed", path: "body" });
  }
  throw new GatewayError({ kind: "http", status: response.status, retryAfter: retryAfterOf(response) });
}

/** The `Retry-After` header in ms, from its form in seconds or as a date. Undefined when it is missing, invalid or past. */
export function retryAfterOf(response: Response): number | undefined {
  const header = response.headers.get("Retry-After")?.trim() ?? "";
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return wait > 0 ? wait : undefined;
}
