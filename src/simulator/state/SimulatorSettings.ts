/** What can be changed while a simulator runs. */
export interface SimulatorSettings {
  /** Milliseconds that every request waits before it is served. @default 0 */
  latency: number;
  /**
   * `"static"`: the Guid of sign-in stays. `"dynamic"`, as most real gateways do it: the Guid is renewed on event
   * polling and expires, so an agent that does not poll events loses its session.
   * @default "static"
   */
  authentication: "static" | "dynamic";
  /** Dynamic authentication: an event poll that ends with a Guid of this age (ms) or older brings a new one. @default 60_000 */
  guidRenewal: number;
  /** Dynamic authentication: a Guid of this age (ms) is refused with 100-006, renewed or not. @default 120_000 */
  guidValidity: number;
  /**
   * For how many ms a replaced Guid is still good, at most to the end of its validity. `null`: to the end of its
   * validity (for ever under static authentication). No public source says what a real gateway does.
   * @default null
   */
  guidOverlap: number | null;
  /** Signs an agent out that has not polled events for this many ms; a real gateway does so after about 120 s. `null`: never. @default null */
  signedInTimeout: number | null;
  /** For how many ms an event poll waits for an event. @default 10_000 */
  longPoll: number;
  /** Whether events carry `eventGenTime`, as those of newer gateways do. @default true */
  eventGenTime: boolean;
  /** The content of Hold and Call_Release: the call ID itself, or the object with a `callid` of newer gateways. @default "string" */
  eventContent: "string" | "object";
  /** Whether `agentevent/allagentevent` is served: all waiting events in an array, the agent known by the Guid. @default false */
  eventArray: boolean;
  /** The password of every agent. @default "demo" */
  password: string;
  /** The highest agent ID; the lowest is 101. @default 59_999 */
  maxAgentId: number;
  /** The node that issues the Guids: what follows their dot. @default "AgentGateway1" */
  node: string;
}

/** The settings of a new simulator: kind to stories and tests that only ask for the list and never poll events. */
export const defaultSettings: SimulatorSettings = {
  latency: 0,
  authentication: "static",
  guidRenewal: 60_000,
  guidValidity: 120_000,
  guidOverlap: null,
  signedInTimeout: null,
  longPoll: 10_000,
  eventGenTime: true,
  eventContent: "string",
  eventArray: false,
  password: "demo",
  maxAgentId: 59_999,
  node: "AgentGateway1",
};

/** The settings that make a simulator as strict as a real gateway: the Guid expires, and who does not poll events is signed out. */
export const strictSettings = {
  authentication: "dynamic",
  signedInTimeout: 120_000,
} as const satisfies Partial<SimulatorSettings>;
