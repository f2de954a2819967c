import type { CreateClient } from "./Client.js";

const interval = 2_000;
const connections = 6;

/**
 * `setInterval(() => fetch(…), 2_000)` without a timeout. A browser opens six connections to a host (HTTP/1.1): while all of them wait
 * for an answer, further requests queue in the browser, and leave one after the other when a connection is free.
 */
export const createIntervalClient: CreateClient = (world) => {
  const due = { tick: 0, connectionFree: 1 } as const;
  const open = new Uint8Array(world.agents);
  const queued = new Uint32Array(world.agents);

  function send(agent: number, at: number): void {
    open[agent] = (open[agent] ?? 0) + 1;
    world.schedule(agent, due.connectionFree, world.send(agent, at).at);
  }

  return {
    start(agent, at) {
      world.schedule(agent, due.tick, at);
    },
    due(agent, kind, at) {
      if (kind === due.tick) {
        world.schedule(agent, due.tick, at + interval);
        if ((open[agent] ?? 0) < connections) send(agent, at);
        else queued[agent] = (queued[agent] ?? 0) + 1;
        return;
      }
      open[agent] = (open[agent] ?? 0) - 1;
      if ((queued[agent] ?? 0) === 0) return;
      queued[agent] = (queued[agent] ?? 0) - 1;
      send(agent, at);
    },
  };
};
