import { createAnswerClock } from "./createAnswerClock.js";
import type { Gateway, GatewayOperation, GatewayRequest, HoldListRequest } from "./Gateway.js";
import { GatewayError } from "./GatewayError.js";
import { checkedBaseUrl, isInsecurePage, originOf } from "./gatewayAddress.js";
import { longestTimer } from "./longestTimer.js";
import { type HoldListAnswer, parseAccepted, parseHoldList } from "./parseHoldList.js";
import { parseJsonBody, retryAfterOf } from "./parseJsonBody.js";
import { readText } from "./readText.js";
import { withTimeout } from "./withTimeout.js";

/** The options of {@link createGateway}. */
export type GatewayOptions = {
  /**
   * The address under which `/agentgateway/` is served: `https://host:8043`, a path such as `/cti`, or "" for the page's own origin
   * (behind a reverse proxy). A trailing slash makes no difference.
   */
  baseUrl: string;
  /**
   * The `fetch` that sends the requests.
   * @default the page's global `fetch`, looked up at each request
   */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * Milliseconds after which a request without a complete answer fails. A request for the list never has more than 30_000.
   * @default 10_000
   */
  timeout?: number | undefined;
  /**
   * Allows the Guid to be sent over plain `http:` to hosts other than this machine. For a closed test network only.
   * @default false
   */
  allowInsecureHttp?: boolean | undefined;
  /**
   * The `credentials` mode of `fetch`. The interface itself needs no cookies.
   * @default "omit"
   */
  credentials?: RequestCredentials | undefined;
  /**
   * The highest agent ID that requests are sent for, at most 999_999. Older gateways allow no more than 59999.
   * @default 999_999
   */
  maxAgentId?: number | undefined;
};

type Answer = {
  readonly isOk: boolean;
  readonly text: string;
  readonly retryAfter: number | undefined;
  /** @throws {GatewayError} for an answer that is no JSON, and for an HTTP failure. */
  readonly parse: () => unknown;
};

/**
 * Creates a client of one CC-Gateway. The only state it keeps between requests is the gateway's clock, to find stored answers.
 * @throws {TypeError} when `baseUrl` is not an address that the Guid may be sent to.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { allowInsecureHttp = false, credentials = "omit", maxAgentId = 999_999 } = options;
  const baseUrl = checkedBaseUrl(options.baseUrl, allowInsecureHttp);
  const timeout = Math.min(Math.max(options.timeout ?? 10_000, 0) || 10_000, longestTimer);
  const readTime = createAnswerClock();
  // The text of each list, for as long as somebody keeps the list.
  const texts = new WeakMap<HoldListAnswer, string>();
  let page: { readonly origin: string; readonly isInsecure: boolean } | null = null;
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));

  /** What the page's address says, which cannot change. Read with the first request: a gateway may be created on a server. */
  function readPage() {
    return (page ??= { origin: originOf(baseUrl), isInsecure: isInsecurePage(baseUrl) });
  }

  function checkAgentId(agentId: string): void {
    if (!/^[1-9]\d{2,5}$/.test(agentId) || Number(agentId) < 101 || Number(agentId) > maxAgentId)
      throw new GatewayError({ kind: "not-sent", reason: "agent-id" });
  }

  function checkRequest({ agentId, guid }: GatewayRequest): void {
    checkAgentId(agentId);
    // Checked here, because an engine's own error about a header value quotes the value.
    if (!/^[\x21-\x7e]+$/.test(guid)) throw new GatewayError({ kind: "not-sent", reason: "guid" });
    if (!allowInsecureHttp && readPage().isInsecure) throw new GatewayError({ kind: "not-sent", reason: "insecure" });
  }

  async function ask(
    { method, path, body: content }: Omit<GatewayOperation, "method"> & { method: string },
    request: GatewayRequest & Pick<HoldListRequest, "onAge">,
  ): Promise<Answer> {
    checkRequest(request);
    const { agentId, guid, formerGuid = "", signal, onSetGuid, onDate, onAge } = request;
    return withTimeout(timeout, signal, async (inTime) => {
      const address = `${readPage().origin}${baseUrl}/agentgateway/resource/${path.replace("{agentid}", agentId)}`;
      const response = await send(address, {
        method,
        ...(content === undefined ? {} : { body: JSON.stringify(content) }),
        headers: { Guid: guid, "Content-Type": "application/json; charset=UTF-8" },
        signal: inTime,
        redirect: "manual",
        cache: "no-store",
        credentials,
      });
      if (isRedirect(response)) throw new GatewayError({ kind: "redirect" });
      const setGuid = response.headers.get("Set-GUID");
      if (setGuid !== null && !inTime.aborted) onSetGuid?.(setGuid);
      const time = readTime(response.headers);
      if (time !== null && "age" in time) onAge?.(time.age);
      else if (time !== null) onDate?.(time.date);
      const newGuids = setGuid?.match(/[^=;,\s]{16,}/g) ?? [];
      const text = await readText(response);
      return {
        isOk: response.ok,
        text,
        retryAfter: retryAfterOf(response),
        parse: () => parseJsonBody(text, response, [guid, formerGuid, ...newGuids]),
      };
    });
  }

  return {
    baseUrl,
    isInPage: isInPage(options.fetch),
    fetchHoldList: async (request) => {
      const { supervised, known } = request;
      if (supervised !== undefined) checkAgentId(supervised);
      const path = supervised === undefined ? "holdlist" : `holdlistex/${supervised}`;
      const answer = await ask({ method: "GET", path: `calldata/{agentid}/${path}` }, request);
      if (known !== undefined && answer.isOk && texts.get(known) === answer.text) return known;
      const list = parseHoldList(answer.parse(), answer.retryAfter);
      texts.set(list, answer.text);
      return list;
    },
    send: async (operation, request) => {
      const answer = await ask(operation, request);
      parseAccepted(answer.parse(), answer.retryAfter);
    },
  };
}

/** Whether a `fetch` is a simulator's, by a mark that works across bundles. */
function isInPage(fetch: unknown): boolean {
  return typeof fetch === "function" && Symbol.for("hold-list-panel.isInPage") in fetch;
}

/** HTTP 300 and 304 lead nowhere: they are failures like others. */
function isRedirect({ type, redirected, status }: Response): boolean {
  return type === "opaqueredirect" || redirected || [301, 302, 303, 307, 308].includes(status);
}
