import type {
  CallEnd,
  Fault,
  LoggedRequest,
  OrderedFault,
  SimulatedAgentView,
  SimulatedHeldCall,
  SimulatorSettings,
} from "../simulator/simulator.js";
import type { GatewayAccess } from "./openGateway.js";

/** The state of the simulator, as far as the drawer shows it. */
export type SimulatorView = {
  readonly agent: SimulatedAgentView;
  readonly faults: readonly OrderedFault[];
  readonly settings: SimulatorSettings;
  /** The last ones, oldest first. */
  readonly requests: readonly LoggedRequest[];
};

const maxRequests = 12;

/** The simulator's controls, as HTTP requests: see `src/simulator/CONTROLS.md`. */
export type SimulatorRemote = {
  readonly view: (agentId: string) => Promise<SimulatorView>;
  readonly holdCall: (agentId: string, call: Partial<SimulatedHeldCall>) => Promise<unknown>;
  readonly endCall: (agentId: string, callId: string, how: CallEnd) => Promise<unknown>;
  readonly renewGuid: (agentId: string) => Promise<unknown>;
  readonly endSession: (agentId: string) => Promise<unknown>;
  readonly orderFault: (fault: Fault) => Promise<unknown>;
  readonly clearFaults: () => Promise<unknown>;
  readonly set: (settings: Partial<SimulatorSettings>) => Promise<unknown>;
};

/** Its methods reject if the simulator cannot be reached or refuses. */
export function createSimulatorRemote({ baseUrl, fetch }: GatewayAccess): SimulatorRemote {
  async function control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${baseUrl}/simulator/${path}`, {
      method,
      body: body === undefined ? null : JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
    });
    if (!response.ok) throw new Error(`The simulator answered with HTTP ${response.status}.`);
    return response.status === 204 ? undefined : response.json();
  }
  const callPath = (agentId: string, callId: string) => `agents/${agentId}/calls/${encodeURIComponent(callId)}`;

  return {
    view: async (agentId) => {
      const paths = [`agents/${agentId}`, "faults", "settings", "requests"];
      const [agent, faults, settings, requests] = await Promise.all(paths.map((path) => control("GET", path)));
      // Not parsed: the simulator is built from the same commit as this page.
      const view = { agent, faults, settings, requests } as SimulatorView;
      return { ...view, requests: view.requests.slice(-maxRequests) };
    },
    holdCall: (agentId, call) => control("POST", `agents/${agentId}/calls`, call),
    endCall: (agentId, callId, how) => control("DELETE", `${callPath(agentId, callId)}?how=${how}`),
    renewGuid: (agentId) => control("POST", `agents/${agentId}/guid`),
    endSession: (agentId) => control("DELETE", `agents/${agentId}/session`),
    orderFault: (fault) => control("POST", "faults", fault),
    clearFaults: () => control("DELETE", "faults"),
    set: (settings) => control("PATCH", "settings", settings),
  };
}
