import { type SimulatorClock } from "./SimulatorClock.js";

/** An event as it waits to be polled. */
export interface SimulatedEvent {
  eventType: string;
  content: unknown;
  /** Milliseconds since 1970. */
  eventGenTime: number;
}

/** The events of one sign-in, and the polls that wait for them. */
export interface EventQueue {
  send: (event: SimulatedEvent) => void;
  /** The oldest event, which leaves the queue. */
  take: () => SimulatedEvent | undefined;
  isEmpty: () => boolean;
  /**
   * Resolves as soon as there is an event, after `ms`, or when woken.
   * @throws The signal's reason when it is aborted.
   */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Lets all polls answer now. */
  wake: () => void;
}

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
