import { type SimulatorSettings } from "./SimulatorSettings.js";

/** The settings of a new simulator. A test or story that only reads the list and never polls events keeps its session. */
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
  phoneState: null,
  shutdownOnSignOut: false,
  eventArray: false,
  password: "demo",
  maxAgentId: 999_999,
  node: "AgentGateway1",
};

/** The settings of a real gateway: the Guid expires, and an agent without event polls and handshakes is signed out. */
export const strictSettings = {
  authentication: "dynamic",
  signedInTimeout: 120_000,
} as const satisfies Partial<SimulatorSettings>;
