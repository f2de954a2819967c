import { type SimulatorSettings } from "../state/SimulatorSettings.js";
import { flag, number, object, oneOf, orNull, type Reader, text, whole } from "./readers.js";

const milliseconds = number(0);

const readers: { [K in keyof SimulatorSettings]: Reader<SimulatorSettings[K]> } = {
  latency: milliseconds,
  authentication: oneOf("static", "dynamic"),
  guidRenewal: milliseconds,
  guidValidity: milliseconds,
  guidOverlap: orNull(milliseconds),
  signedInTimeout: orNull(milliseconds),
  longPoll: milliseconds,
  eventGenTime: flag,
  eventContent: oneOf("string", "object"),
  phoneState: orNull(oneOf(2, 3)),
  shutdownOnSignOut: flag,
  eventArray: flag,
  password: text,
  maxAgentId: whole(101, 999_999),
  node: text,
};

/** Validates settings to change. */
export const readSettings: Reader<Partial<SimulatorSettings>> = object({}, readers);
