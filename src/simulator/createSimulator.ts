import { createControls } from "./controls/createControls.js";
import { requireGlobals } from "./controls/requireGlobals.js";
import { type SimulatorControls } from "./controls/SimulatorControls.js";
import { createFetch } from "./createFetch.js";
import { gatewayPath } from "./operations/gatewayPath.js";
import { serveGateway } from "./operations/serveGateway.js";
import { createFaultBook } from "./state/createFaultBook.js";
import { createRequestLog } from "./state/createRequestLog.js";
import { defaultSettings } from "./state/settingsPresets.js";
import { type SimulatorClock } from "./state/SimulatorClock.js";
import { type SimulatorSettings } from "./state/SimulatorSettings.js";
import { type SimulatorState } from "./state/SimulatorState.js";
import { systemClock } from "./state/systemClock.js";

export interface SimulatorOptions extends Partial<SimulatorSettings> {
  /** @default the machine's time */
  clock?: SimulatorClock | undefined;
  /** Returns numbers from 0 up to 1, for Guids and made-up calls. @default Math.random */
  random?: (() => number) | undefined;
}

/** A simulated CC-Gateway. */
export interface Simulator extends SimulatorControls {
  /** The gateway as a `fetch` for `createGateway`; it needs no `this`. Relative addresses resolve to `http://localhost`. */
  fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  /**
   * Answers a request to `/agentgateway/…` (behind any prefix), and any other with 404.
   * @throws A TypeError when a fault cuts the connection, or the reason of the request's signal when it is aborted.
   */
  handle: (request: Request) => Promise<Response>;
}

/**
 * Creates a CC-Gateway that answers a WHATWG Request with a Response, for tests, stories and demos. Every agent ID of the
 * documented range can sign in with the password `demo`.
 *
 * @throws An Error with the remedy when the environment has no `Request` or `Response`, as jest with jsdom.
 */
export function createSimulator({ clock, random, ...settings }: SimulatorOptions = {}): Simulator {
  requireGlobals("Request", "Response");
  const state: SimulatorState = {
    clock: clock ?? systemClock,
    random: random ?? Math.random,
    settings: { ...defaultSettings, ...settings },
    agents: new Map(),
    faults: createFaultBook(),
    requests: createRequestLog(),
  };

  async function serve(request: Request, signal: AbortSignal): Promise<Response> {
    signal.throwIfAborted();
    const path = gatewayPath(new URL(request.url).pathname);
    return path === null ? new Response("Not found", { status: 404 }) : serveGateway(state, request, path, signal);
  }

  // Object.assign, not a spread: the getters of the controls must stay getters.
  return Object.assign(createControls(state), {
    fetch: createFetch(serve),
    handle: (request: Request) => serve(request, request.signal),
  });
}
