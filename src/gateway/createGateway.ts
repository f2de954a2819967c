import type { Gateway, GatewayOperation, GatewayRequest } from "./Gateway.js";
import { GatewayError } from "./GatewayError.js";
import { checkedBaseUrl, isInsecurePage, originOf } from "./gatewayAddress.js";
import { parseAccepted, parseEnvelope, parseHoldList } from "./parseHoldList.js";

/** The settings of {@link createGateway}. */
export type GatewayOptions = {
  /**
   * Where `/agentgateway/` is: `https://host:8043`, a path such as `/cti`, or "" for the page's own origin (behind a
   * reverse proxy). With or without a slash at the end.
   */
  baseUrl: string;
  /** The `fetch` to use. @default the page's, looked up at each request */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds until a request without a whole answer fails. @default 10_000 */
  timeout?: number | undefined;
  /**
   * Lets the Guid travel over plain `http:` to hosts other than this machine. For a closed test network only.
   * @default false
   */
  allowInsecureHttp?: boolean | undefined;
  /** Whether cookies travel along, as of `fetch`. The interface needs none. @default "omit" */
  credentials?: RequestCredentials | undefined;
  /** The highest agent ID; some gateways allow up to 999999. @default 59_999 */
  maxAgentId?: number | undefined;
};
const longestTimer = 2 ** 31 - 1; // a browser ends a longer one at once

/**
 * A client of one CC-Gateway. It keeps nothing between requests.
 * @throws {TypeError} where `baseUrl` is no address that the Guid may be sent to.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { allowInsecureHttp = false, credentials = "omit", maxAgentId = 59_999 } = options;
  const baseUrl = checkedBaseUrl(options.baseUrl, allowInsecureHttp);
  const timeout = Math.min(Math.max(options.timeout ?? 10_000, 0) || 10_000, longestTimer);
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));

  function checkAgentId(agentId: string): void {
    if (!/^[1-9]\d{2,5}$/.test(agentId) || Number(agentId) < 101 || Number(agentId) > maxAgentId)
      throw new GatewayError({ kind: "not-sent", reason: "agent-id" });
  }

  async function ask(
    { method, path, body }: Omit<GatewayOperation, "method"> & { method: string },
    { agentId, guid, signal, onSetGuid, onDate }: GatewayRequest,
  ): Promise<unknown> {
    checkAgentId(agentId);
    // Checked here, since an engine's own complaint about a header value quotes it.
    if (!/^[\x21-\x7e]+$/.test(guid)) throw new GatewayError({ kind: "not-sent", reason: "guid" });
    if (!allowInsecureHttp && isInsecurePage(baseUrl)) throw new GatewayError({ kind: "not-sent", reason: "insecure" });

    return withinTime(timeout, signal, async (inTime) => {
      const address = `${originOf(baseUrl)}${baseUrl}/agentgateway/resource/${path.replace("{agentid}", agentId)}`;
      const response = await send(address, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { Guid: guid, "Content-Type": "application/json; charset=UTF-8" },
        signal: inTime,
        redirect: "manual",
        cache: "no-store",
        credentials,
      });
      if (isRedirect(response)) throw new GatewayError({ kind: "redirect" });
      const setGuid = response.headers.get("Set-GUID");
      if (setGuid !== null && !inTime.aborted) onSetGuid?.(setGuid);
      const date = Date.parse(response.headers.get("Date") ?? "");
      if (!Number.isNaN(date)) onDate?.(date);
      return readBody(response, guid);
    });
  }

  return {
    baseUrl,
    fetchHoldList: async (request) => {
      const { supervised } = request;
      if (supervised !== undefined) checkAgentId(supervised);
      const path = supervised === undefined ? "holdlist" : `holdlistex/${supervised}`;
      return parseHoldList(await ask({ method: "GET", path: `calldata/{agentid}/${path}` }, request));
    },
    send: async (operation, request) => parseAccepted(await ask(operation, request)),
  };
}

function isRedirect(response: Response): boolean {
  return response.type === "opaqueredirect" || response.redirected || (response.status >= 300 && response.status < 400);
}

/** The answer's JSON. Which HTTP status goes with a failed retcode is unknown, so a retcode counts under any. */
async function readBody(response: Response, guid: string): Promise<unknown> {
  const body = await response.text();
  // A gateway that echoes the request must not get the Guid onto a screen. (A short one is
  // no gateway's: it would tear other text.)
  // Taken out of the values, since the JSON may spell it with escapes.
  const withoutGuid = (name: string, value: unknown) =>
    typeof value === "string" && (guid.length >= 16 || name === "message") ? value.replaceAll(guid, "…") : value;
  try {
    const json: unknown = JSON.parse(body, withoutGuid);
    if (response.ok || parseEnvelope(json).retcode !== "0") return json;
  } catch {
    // No cause: the engine's message quotes the body, and callers' numbers with it.
    if (response.ok) throw new GatewayError({ kind: "malformed", path: "body" });
  }
  throw new GatewayError({ kind: "http", status: response.status, retryAfter: retryAfter(response) });
}

/** Milliseconds, from a `Retry-After` of seconds or of a date. */
function retryAfter(response: Response): number | undefined {
  const header = response.headers.get("Retry-After")?.trim() ?? "";
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return wait > 0 ? wait : undefined;
}

/** Runs `work`, which need not heed its signal, until it ends, time is up, or `signal` aborts: whichever is first. */
async function withinTime<T>(
  after: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    const end = (reason: unknown) => {
      controller.abort(reason);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- an abort's reason goes through untouched
      reject(reason);
    };
    const timer = setTimeout(() => end(new GatewayError({ kind: "timeout", after })), after);
    const abort = () => end(signal?.reason);
    signal?.addEventListener("abort", abort);
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
  });
  try {
    return await Promise.race([work(controller.signal), stopped]);
  } catch (error) {
    if (controller.signal.aborted) throw controller.signal.reason;
    controller.abort(); // what may still come of the answer is not wanted
    throw error instanceof GatewayError ? error : new GatewayError({ kind: "network" }, { cause: error });
  } finally {
    stop();
  }
}
