/** The gateway that this page talks to. */
export type GatewayAccess = {
  /** As in `createGateway`; "" is the page's own server. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /** Whether it is a simulator, with controls under `/simulator/`. */
  readonly isSimulated: boolean;
};

/**
 * Opens the gateway that was chosen when the page was built: the simulator that Vite's server serves, a simulator inside the page
 * (for a static web host), or a real gateway behind the server's proxy.
 */
export async function openGateway(): Promise<GatewayAccess> {
  const overHttp = { baseUrl: "", fetch: globalThis.fetch.bind(globalThis) };
  switch (import.meta.env.DEMO_GATEWAY) {
    case "served":
      return { ...overHttp, isSimulated: true };
    case "real":
      return { ...overHttp, isSimulated: false };
    case "in-page": {
      // Imported dynamically, so that the other builds do not contain it.
      const { createSimulator, strictSettings } = await import("../simulator/simulator.js");
      const { createControlledFetch } = await import("../simulator/server/createControlledFetch.js");
      const fetch = createControlledFetch(createSimulator(strictSettings));
      return { baseUrl: "https://simulator.invalid", fetch, isSimulated: true };
    }
  }
}
