/** Settings that can change while a simulator runs. */
export interface SimulatorSettings {
  /** Delay of every request in ms. @default 0 */
  latency: number;
  /**
   * `"static"`: the Guid of the sign-in never changes. `"dynamic"`, the default of real gateways: the Guid expires and is
   * renewed by event polls and handshakes, so an agent that sends neither loses its session.
   * @default "static"
   */
  authentication: "static" | "dynamic";
  /** Dynamic authentication: an event poll that ends with a Guid of this age (ms) or older renews it. @default 60_000 */
  guidRenewal: number;
  /** Dynamic authentication: a Guid of this age (ms) is refused with 100-006, renewed or not. @default 120_000 */
  guidValidity: number;
  /**
   * How long a replaced Guid is still accepted, in ms, but never beyond its validity. `null`: until its validity ends
   * (for ever with static authentication). No public source documents this.
   * @default null
   */
  guidOverlap: number | null;
  /** Signs out an agent that sends no event poll and no handshake for this time (ms); about 120 s in a real gateway. `null`: never. @default null */
  signedInTimeout: number | null;
  /** How long an event poll waits for an event, in ms. @default 10_000 */
  longPoll: number;
  /** Whether events carry `eventGenTime`, as newer gateways send it. @default true */
  eventGenTime: boolean;
  /** The content of Hold and Call_Release: the call ID, or an object with `callid` as newer gateways send it. @default "string" */
  eventContent: "string" | "object";
  /** The content of AgentOther_PhoneRelease: `{ phoneState }` as newer gateways send it, or `null`. @default null */
  phoneState: 2 | 3 | null;
  /** Whether the agent's own sign-out also sends AgentOther_ShutdownService. Sources differ. @default false */
  shutdownOnSignOut: boolean;
  /** Whether `agentevent/allagentevent` is served: all waiting events in an array, for the agent of the Guid. @default false */
  eventArray: boolean;
  /** The password of every agent. @default "demo" */
  password: string;
  /** The highest agent ID; older gateways allow 59999. The lowest is 101. @default 999_999 */
  maxAgentId: number;
  /** The name of the node, which ends every Guid. @default "AgentGateway1" */
  node: string;
}
