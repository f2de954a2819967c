import { GatewayError } from "./GatewayError.js";
import { parseEnvelope } from "./parseHoldList.js";

/**
 * Reads the JSON of an answer. The interface does not define the HTTP status of a failed retcode, so a failed retcode counts under
 * any status.
 *
 * @param guid - removed from every text of the answer: a gateway that echoes the request must not bring the Guid to the screen
 * @throws {GatewayError} `malformed` when a 2xx answer is not JSON, `http` for any other status without a failed retcode.
 */
export async function readJsonBody(response: Response, guid: string): Promise<unknown> {
  const body = await response.text();
  // The Guid is removed from the parsed values, since JSON may spell it with escapes. A Guid of less than 16 characters comes from no
  // real gateway; it is removed from messages only, because it could occur in a call ID or a number.
  const withoutGuid = (name: string, value: unknown) =>
    typeof value === "string" && (guid.length >= 16 || name === "message") ? value.replaceAll(guid, "…") : value;
  try {
    const json: unknown = JSON.parse(body, withoutGuid);
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
