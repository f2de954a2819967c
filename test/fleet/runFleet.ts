import type { CreateClient } from "./Client.js";
import { createIntervalClient } from "./createIntervalClient.js";
import { createBridgedPanelClient, createPanelClient } from "./createPanelClient.js";
import { createReactQueryClient } from "./createReactQueryClient.js";
import type { Day } from "./Day.js";
import { measureLoad, type PhaseLoad } from "./measureLoad.js";
import { type Load, simulate } from "./simulate.js";

export const clients = {
  panel: createPanelClient,
  "panel with events": createBridgedPanelClient,
  setInterval: createIntervalClient,
  "react-query defaults": createReactQueryClient,
} satisfies Record<string, CreateClient>;

export type ClientName = keyof typeof clients;

/** The figures of one fleet. */
export type FleetResult = {
  readonly client: ClientName;
  readonly agents: number;
  readonly phases: Readonly<Record<string, PhaseLoad>>;
  /** Seconds after each fault until every agent is up to date; null if one never is. */
  readonly freshAfter: Readonly<Record<string, number | null>>;
};

export function runFleet(client: ClientName, agents: number, day: Day, seed: number): FleetResult & { load: Load } {
  const load = simulate({ agents, day, seed, createClient: clients[client] });
  return {
    client,
    agents,
    load,
    phases: Object.fromEntries(day.phases.map((phase) => [phase.name, measureLoad(load.tenths, phase)])),
    freshAfter: Object.fromEntries(
      day.faults.map(({ name }, index) => {
        const ms = load.freshAfter[index] ?? Infinity;
        return [name, Number.isFinite(ms) ? ms / 1_000 : null];
      }),
    ),
  };
}
