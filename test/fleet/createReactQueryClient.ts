import type { CreateClient } from "./Client.js";

const interval = 2_000;
const retries = 3;

/**
 * `useQuery({ refetchInterval: 2_000 })` with react-query's defaults in a visible page: three retries after 1, 2 and 4 s, no timeout,
 * one request at a time, and the next 2 s after the last outcome. A test compares this client with react-query itself.
 */
export const createReactQueryClient: CreateClient = (world) => {
  const failures = new Uint8Array(world.agents);

  function send(agent: number, at: number): void {
    const { failure, at: settledAt } = world.send(agent, at);
    const failed = failures[agent] ?? 0;
    const retriesAgain = failure !== null && failed < retries;
    failures[agent] = retriesAgain ? failed + 1 : 0;
    world.schedule(agent, 0, settledAt + (retriesAgain ? Math.min(1_000 * 2 ** failed, 30_000) : interval));
  }

  return { start: send, due: (agent, _kind, at) => send(agent, at) };
};
