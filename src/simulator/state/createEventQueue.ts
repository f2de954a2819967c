import { type EventQueue, type SimulatedEvent } from "./EventQueue.js";
import { type SimulatorClock } from "./SimulatorClock.js";

/** An empty queue whose polls wait by this clock. */
export function createEventQueue(clock: SimulatorClock): EventQueue {
  const events: SimulatedEvent[] = [];
  const waiting: AbortController[] = [];

  return {
    send: (event) => {
      events.push(event);
      waiting.shift()?.abort();
    },
    take: () => events.shift(),
    isEmpty: () => events.length === 0,
    wait: async (ms, signal) => {
      if (events.length > 0 || ms === 0) return;
      const sleep = new AbortController();
      const abort = () => sleep.abort();
      signal.addEventListener("abort", abort, { once: true });
      waiting.push(sleep);
      try {
        await clock.sleep(ms, sleep.signal);
      } catch (error) {
        if (!sleep.signal.aborted) throw error;
        signal.throwIfAborted();
      } finally {
        signal.removeEventListener("abort", abort);
        if (waiting.includes(sleep)) waiting.splice(waiting.indexOf(sleep), 1);
      }
    },
    wake: () => {
      for (const sleep of waiting.splice(0)) sleep.abort();
    },
  };
}
