// The origin used to resolve a base URL that is only a path.
const pageOrigin = "https://page.invalid";

/**
 * Normalizes a base URL: without a trailing slash.
 * @throws {TypeError} when the Guid must not be sent to that address.
 */
export function checkedBaseUrl(baseUrl: string, allowInsecureHttp: boolean): string {
  if (baseUrl !== "" && !/^(\/|https?:\/\/)/i.test(baseUrl))
    throw new TypeError('baseUrl must be "", a path that starts with "/", or an http(s) address.');
  const url = new URL(baseUrl, pageOrigin);
  const isPath = baseUrl === "" || baseUrl.startsWith("/");
  // "//host" names another host, and "/..//host" resolves to it.
  if (isPath && (url.origin !== pageOrigin || url.pathname.startsWith("//")))
    throw new TypeError("baseUrl must name its scheme: https://….");
  if (url.username !== "" || url.password !== "") throw new TypeError("baseUrl must not hold a user or a password.");
  if (/[?#]/.test(baseUrl)) throw new TypeError("baseUrl must not hold a query or a fragment.");
  if (!allowInsecureHttp && isInsecure(url))
    throw new TypeError(
      "baseUrl must be https: the Guid is a credential. For a closed test network set allowInsecureHttp.",
    );
  return (isPath ? url.pathname : url.href).replace(/\/+$/, "");
}

/** The prefix of a base URL that is only a path: the page's own origin, which a `<base>` element does not change. */
export function originOf(baseUrl: string): string {
  const isPath = !/^https?:/i.test(baseUrl);
  return isPath && typeof location === "object" && /^https?:/.test(location.origin) ? location.origin : "";
}

/** Whether a base URL that is only a path would send the Guid over plain HTTP, because the page was loaded over it. */
export function isInsecurePage(baseUrl: string): boolean {
  return !/^https?:/i.test(baseUrl) && typeof location === "object" && isInsecure(location);
}

function isInsecure({ protocol, hostname }: { protocol: string; hostname: string }): boolean {
  const isLoopback = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(hostname);
  return protocol === "http:" && !isLoopback;
}
