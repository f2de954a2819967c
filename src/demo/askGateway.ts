import { parseSetGuid } from "../index.js";
import type { GatewayAccess } from "./openGateway.js";

/** A request that the desktop sends itself, independent of the panel. */
export type DesktopRequest = {
  readonly method: "GET" | "PUT" | "DELETE";
  /** After `/agentgateway/resource/`. */
  readonly path: string;
  readonly guid?: string | undefined;
  readonly body?: object | undefined;
  readonly signal: AbortSignal;
};

/** An answer of the gateway. */
export type DesktopAnswer = {
  readonly retcode: string;
  /** The Guid that came in `Set-GUID`, or null. */
  readonly guid: string | null;
  readonly body: object;
};

/**
 * Sends a request with the same precautions as the panel: no redirects, no cookies, no cache.
 * @throws without an answer that has a retcode.
 */
export async function askGateway(access: GatewayAccess, request: DesktopRequest): Promise<DesktopAnswer> {
  const { method, path, guid, body, signal } = request;
  const headers = new Headers({ "Content-Type": "application/json; charset=UTF-8" });
  if (guid !== undefined) headers.set("Guid", guid);
  const response = await access.fetch(`${access.baseUrl}/agentgateway/resource/${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    signal,
    redirect: "manual",
    cache: "no-store",
    credentials: "omit",
  });
  const answer: unknown = await response.json();
  if (typeof answer !== "object" || answer === null || !("retcode" in answer)) throw new TypeError("No retcode.");
  return {
    retcode: String(answer.retcode),
    guid: response.ok ? parseSetGuid(response.headers.get("Set-GUID")) : null,
    body: answer,
  };
}
