/** Serves a request; its own signal stands in `signal`. */
type Serve = (request: Request, signal: AbortSignal) => Promise<Response>;

/**
 * A `fetch` over a server in the same program: relative addresses, abort signals and redirect modes as in a browser.
 */
export function createFetch(serve: Serve): (input: RequestInfo | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const isRequest = typeof input === "object" && "url" in input;
    const signal = init?.signal ?? (isRequest ? input.signal : null) ?? new AbortController().signal;
    // The signal is served beside the request: a page's (or jsdom's) signal need not be of the kind that this Request takes.
    const request = new Request(isRequest ? input : absolute(String(input)), { ...init, signal: null });
    const response = await serve(request, signal);
    if (response.status < 301 || response.status > 308 || !response.headers.has("Location")) return response;

    if (request.redirect === "manual") return opaqueRedirect();
    if (request.redirect === "error") throw new TypeError("fetch failed: a redirect");
    const location = new URL(response.headers.get("Location") ?? "", request.url);
    // As a browser does it: a header of one's own travels along.
    return serve(new Request(location, { headers: request.headers }), signal);
  };
}

function absolute(address: string): string {
  // Not new URL(address, base): it takes the double slash of "//agentgateway/..." for the start of a host.
  return address.startsWith("/") ? `http://localhost${address}` : new URL(address, "http://localhost").href;
}

function opaqueRedirect(): Response {
  return Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });
}
