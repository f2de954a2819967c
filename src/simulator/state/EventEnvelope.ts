/** An event as the gateway sends it. */
export interface WireEvent {
  eventType: string;
  workNo: string;
  content: unknown;
  /** Milliseconds since 1970. Absent if the setting `eventGenTime` is false. */
  eventGenTime?: number;
}

/** The message of a gateway that pushes events, by callback or WebSocket, instead of answering polls. */
export interface EventEnvelope {
  /** The agent's ID. */
  workNo: string;
  eventList: WireEvent[];
}
