const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Whether a request comes from this machine and not from a page of another site. Such a page can send simple requests here
 * (visible in Origin) or resolve its own host name to this machine (visible in Host).
 */
export function isLocalRequest(host: string | undefined, origin: string | undefined): boolean {
  return isLoopback(`http://${host ?? ""}`) && (origin === undefined || isLoopback(origin));
}

function isLoopback(address: string): boolean {
  return URL.canParse(address) && loopback.test(new URL(address).hostname);
}
