import { createDay, type Day } from "./Day.js";
import { drawFleet } from "./drawFleet.js";
import { type ClientName, clients, type FleetResult, runFleet } from "./runFleet.js";

const minute = 60_000;
// The larger fleet works two minutes instead of an hour before the faults: its load is the same in each of them.
const days: Readonly<Record<number, Day>> = {
  10_000: createDay(),
  100_000: createDay({ ordinary: 2 * minute, recovery: minute }),
};
const seed = 1;

/** A fleet to simulate. */
export type FleetJob = { readonly agents: number; readonly client: ClientName };

/** A fleet's figures, and its requests in each tenth of a second. */
export type FleetOutcome = { readonly result: FleetResult; readonly tenths: Uint32Array };

export const jobs: readonly FleetJob[] = Object.keys(days).flatMap((agents) =>
  (Object.keys(clients) as ClientName[]).map((client) => ({ agents: Number(agents), client })),
);

export function run({ agents, client }: FleetJob): FleetOutcome {
  const { load, ...result } = runFleet(client, agents, dayOf(agents), seed);
  return { result: rounded(result), tenths: load.tenths };
}

/** Prints the figures and returns the manual's plot, of the smaller fleets. */
export function present(outcomes: readonly FleetOutcome[]): string {
  for (const agents of Object.keys(days).map(Number)) {
    console.log(`\n${agents.toLocaleString("en")} agents, requests a second: mean / busiest second\n`);
    const results = outcomes.map(({ result }) => result).filter((result) => result.agents === agents);
    console.table(tableOf(dayOf(agents), results));
  }
  const curves = outcomes.filter(({ result }) => result.agents === 10_000);
  return drawFleet(
    dayOf(10_000),
    10_000,
    curves.map(({ result, tenths }) => ({ client: result.client, tenths })),
  );
}

function dayOf(agents: number): Day {
  return days[agents] ?? createDay();
}

function rounded({ phases, freshAfter, ...result }: FleetResult): FleetResult {
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    ...result,
    phases: mapValues(phases, (load) => ({ ...load, mean: Math.round(load.mean) })),
    freshAfter: mapValues(freshAfter, (seconds) => (seconds === null ? null : round(seconds))),
  };
}

function mapValues<T>(all: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, change(value)]));
}

function tableOf(day: Day, results: readonly FleetResult[]) {
  const phases = day.phases.map(({ name }) => [
    name,
    Object.fromEntries(
      results.map(({ client, phases }) => [client, `${phases[name]?.mean} / ${phases[name]?.peak}`] as const),
    ),
  ]);
  const fresh = day.faults.map(({ name }) => [
    `s until all are up to date after ${name}`,
    Object.fromEntries(results.map(({ client, freshAfter }) => [client, freshAfter[name] ?? "never"] as const)),
  ]);
  return Object.fromEntries([...phases, ...fresh]) as Record<string, Record<string, string | number>>;
}
