const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Whether a request comes from this machine and from no page of another site: such a page may send simple requests here
 * (its Origin tells), or point a name of its own at this machine (the Host tells).
 */
export function isLocalRequest(host: string | undefined, origin: string | undefined): boolean {
  return isLoopback(`http://${host ?? ""}`) && (origin === undefined || isLoopback(origin));
}

function isLoopback(address: string): boolean {
  return URL.canParse(address) && loopback.test(new URL(address).hostname);
}
