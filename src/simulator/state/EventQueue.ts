/** An event that waits to be polled. */
export interface SimulatedEvent {
  eventType: string;
  content: unknown;
  /** Milliseconds since 1970. */
  eventGenTime: number;
}

/** The events of one session, and the polls that wait for them. */
export interface EventQueue {
  send: (event: SimulatedEvent) => void;
  /** Removes and returns the oldest event. */
  take: () => SimulatedEvent | undefined;
  isEmpty: () => boolean;
  /**
   * Resolves when an event is available, after `ms`, or on {@link wake}.
   * @throws The signal's reason when it is aborted.
   */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Ends the wait of all polls. */
  wake: () => void;
}
