/** Serves a request. `signal` replaces the request's own. */
type Serve = (request: Request, signal: AbortSignal) => Promise<Response>;

/** A `fetch` for a server in the same program, with relative addresses, abort signals and redirect modes as in a browser. */
export function createFetch(serve: Serve): (input: RequestInfo | URL, init?: RequestInit) => Promise<Response> {
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const isRequest = typeof input === "object" && "url" in input;
    const signal = init?.signal ?? (isRequest ? input.signal : null) ?? new AbortController().signal;
    // The signal is passed separately: Node's Request refuses an AbortSignal of jsdom.
    const request = new Request(isRequest ? input : absolute(String(input)), { ...init, signal: null });
    const response = await serve(request, signal);
    if (response.status < 301 || response.status > 308 || !response.headers.has("Location")) return response;

    if (request.redirect === "manual") return opaqueRedirect();
    if (request.redirect === "error") throw new TypeError("fetch failed: a redirect");
    const location = new URL(response.headers.get("Location") ?? "", request.url);
    // Like a browser, keep custom headers in a redirect.
    return serve(new Request(location, { headers: request.headers }), signal);
  };
  // Its calls exist in this page only, so `createGateway` must not share them with other tabs.
  return Object.assign(fetch, { [Symbol.for("hold-list-panel.isInPage")]: true });
}

function absolute(address: string): string {
  // Not new URL(address, base): it parses the double slash of "//agentgateway/..." as the start of a host.
  return address.startsWith("/") ? `http://localhost${address}` : new URL(address, "http://localhost").href;
}

function opaqueRedirect(): Response {
  return Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });
}
