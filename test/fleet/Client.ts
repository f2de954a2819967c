import type { GatewayFailure } from "../../src/gateway/GatewayError.js";

/** How a request ends. `at`: virtual ms. */
export type Outcome = { readonly failure: GatewayFailure | null; readonly at: number };

/** The world of one fleet. Times are virtual milliseconds. */
export type World = {
  readonly agents: number;
  readonly random: () => number;
  /** Sends one request of an agent and tells how it will end, at the latest after `timeout` ms. */
  readonly send: (agent: number, at: number, timeout?: number) => Outcome;
  /** Calls `Client.due(agent, kind, time)` at that time. `kind`: 0 to 7, the client's own. */
  readonly schedule: (agent: number, kind: number, time: number) => void;
  /** Whether a fault is going on. */
  readonly isFaulty: (time: number) => boolean;
};

/** How the programs of all agents poll. */
export type Client = {
  /** An agent signs in. */
  readonly start: (agent: number, at: number) => void;
  readonly due: (agent: number, kind: number, at: number) => void;
  /** A fault begins. */
  readonly onFault?: ((agent: number, from: number, to: number) => void) | undefined;
};

export type CreateClient = (world: World) => Client;
