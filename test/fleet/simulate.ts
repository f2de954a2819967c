import type { GatewayFailure } from "../../src/gateway/GatewayError.js";
import { createRandom } from "../storm/createRandom.js";
import type { CreateClient, Outcome } from "./Client.js";
import { createQueue } from "./createQueue.js";
import type { Day, Fault } from "./Day.js";

/** What a fleet did to its gateway in a day. */
export type Load = {
  /** Requests in each tenth of a second since nine o'clock. */
  readonly tenths: Uint32Array;
  /** For each fault, ms from its end until every agent had an answer that was asked for after the end; Infinity if one never had. */
  readonly freshAfter: readonly number[];
};

type Simulation = { agents: number; day: Day; seed: number; createClient: CreateClient };

const leastLatency = 20;
const mostLatency = 80;
const refusalTime = 5;
const kinds = 8;
const network: GatewayFailure = { kind: "network" };
const switching: GatewayFailure = { kind: "retcode", retcode: "000-004", gatewayMessage: "" };
const restored: GatewayFailure = { kind: "retcode", retcode: "105-003", gatewayMessage: "" };

/** Runs a day of a fleet on virtual time. The same seed gives the same day. The gateway answers any number of requests. */
export function simulate({ agents, day, seed, createClient }: Simulation): Load {
  const { next: random } = createRandom(seed, 0);
  const queue = createQueue();
  const tenths = new Uint32Array(Math.ceil(day.end / 100) + 1);
  // The last fault after which each agent has been told that it was moved, and has had a good answer.
  const restoredAfter = new Int8Array(agents).fill(-1);
  const goodAfter = new Int8Array(agents).fill(-1);
  const recovered = day.faults.map(() => ({ agents: 0, at: 0 }));
  let past = -1; // the last fault that is over
  let current: Fault | undefined;

  function outcome(agent: number, at: number, timeout: number): Outcome {
    const answeredAt = at + leastLatency + random() * (mostLatency - leastLatency);
    switch (current?.kind) {
      case "refused":
        return { failure: network, at: at + refusalTime };
      case "unanswered":
        return current.to - at > timeout
          ? { failure: { kind: "timeout", after: timeout }, at: at + timeout }
          : { failure: network, at: current.to };
      case "switching":
        return { failure: switching, at: answeredAt };
      case undefined:
        break;
    }
    if (day.faults[past]?.kind === "switching" && restoredAfter[agent] !== past) {
      restoredAfter[agent] = past;
      return { failure: restored, at: answeredAt };
    }
    const recovery = recovered[past];
    if (recovery !== undefined && goodAfter[agent] !== past) {
      goodAfter[agent] = past;
      recovery.agents++;
      recovery.at = Math.max(recovery.at, answeredAt);
    }
    return { failure: null, at: answeredAt };
  }

  const client = createClient({
    agents,
    random,
    isFaulty: (time) => day.faults.some(({ from, to }) => time >= from && time < to),
    schedule: (agent, kind, time) => queue.add(time, agent * kinds + kind),
    send(agent, at, timeout = Infinity) {
      const tenth = Math.floor(at / 100);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
      return outcome(agent, at, timeout);
    },
  });

  // Items below zero, but for -1, are not of the agents: the beginning and the end of each fault.
  day.faults.forEach(({ from, to }, index) => {
    queue.add(from, -2 - 2 * index);
    queue.add(to, -3 - 2 * index);
  });
  const startKind = kinds - 1;
  for (let agent = 0; agent < agents; agent++) queue.add(random() * day.signInTime, agent * kinds + startKind);

  for (;;) {
    const item = queue.next();
    const now = queue.time();
    if (item === -1 || now >= day.end) break;
    if (item < 0) {
      const index = Math.floor((-2 - item) / 2);
      const isStart = (-2 - item) % 2 === 0;
      current = isStart ? day.faults[index] : undefined;
      if (!isStart) past = index;
      if (current !== undefined)
        for (let agent = 0; agent < agents; agent++) client.onFault?.(agent, current.from, current.to);
      continue;
    }
    const agent = Math.floor(item / kinds);
    const kind = item % kinds;
    if (kind === startKind) client.start(agent, now);
    else client.due(agent, kind, now);
  }
  return {
    tenths,
    freshAfter: day.faults.map(({ to }, index) => {
      const recovery = recovered[index];
      return recovery?.agents === agents ? recovery.at - to : Infinity;
    }),
  };
}
