/** The gateway that this page talks to. */
export type GatewayAccess = {
  /** As of `createGateway`; "" is the server that the page came from. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /** Whether it is a simulator, which takes controls under `/simulator/`. */
  readonly isSimulated: boolean;
};

/**
 * Opens the gateway that was chosen when the page was built: the simulator that Vite's dev server serves, a simulator inside
 * the page (any build: it needs no server but one for files), or a real gateway behind the server's proxy.
 */
export async function openGateway(): Promise<GatewayAccess> {
  const overHttp = { baseUrl: "", fetch: globalThis.fetch.bind(globalThis) };
  switch (import.meta.env.DEMO_GATEWAY) {
    case "served":
      return { ...overHttp, isSimulated: true };
    case "real":
      return { ...overHttp, isSimulated: false };
    case "in-page": {
      // Loaded here alone, so that the other pages do not carry it.
      const { createSimulator, strictSettings } = await import("../simulator/simulator.js");
      const { createControlledFetch } = await import("../simulator/server/createControlledFetch.js");
      const fetch = createControlledFetch(createSimulator(strictSettings));
      return { baseUrl: "https://simulator.invalid", fetch, isSimulated: true };
    }
  }
}
