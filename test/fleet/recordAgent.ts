import type { CreateClient, Outcome } from "./Client.js";
import type { Day } from "./Day.js";
import { simulate } from "./simulate.js";

/** One agent's simulated day. Times are virtual milliseconds since its sign-in. */
export type AgentRecord = {
  readonly requests: readonly { readonly at: number; readonly outcome: Outcome }[];
  /** The random number drawn for each outcome. */
  readonly jitters: readonly number[];
  /** What was due and when, polls included. */
  readonly due: readonly { readonly kind: number; readonly at: number; readonly isFaulty: boolean }[];
};

export function recordAgent(day: Day, seed: number, createClient: CreateClient): AgentRecord {
  const requests: { at: number; outcome: Outcome }[] = [];
  const jitters: number[] = [];
  const due: { kind: number; at: number; isFaulty: boolean }[] = [];
  let start = 0;
  simulate({
    agents: 1,
    day,
    seed,
    createClient: (world) => {
      // A client that draws for an outcome does so first after the request.
      let isSent = false;
      const client = createClient({
        ...world,
        send: (agent, at, timeout) => {
          const { failure, at: settledAt } = world.send(agent, at, timeout);
          requests.push({ at: at - start, outcome: { failure, at: settledAt - start } });
          isSent = true;
          return { failure, at: settledAt };
        },
        random: () => {
          const drawn = world.random();
          if (isSent) jitters.push(drawn);
          isSent = false;
          return drawn;
        },
      });
      return {
        ...client,
        start: (agent, at) => {
          start = at;
          client.start(agent, at);
        },
        due: (agent, kind, at) => {
          due.push({ kind, at: at - start, isFaulty: world.isFaulty(at) });
          client.due(agent, kind, at);
        },
      };
    },
  });
  return { requests, jitters, due };
}
