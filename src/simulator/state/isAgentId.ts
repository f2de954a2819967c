import { type SimulatorSettings } from "./SimulatorSettings.js";

/** Whether a text is an agent ID: digits, from 101 to `maxAgentId`. */
export function isAgentId(text: string, { maxAgentId }: SimulatorSettings): boolean {
  return /^[1-9]\d{2,5}$/.test(text) && Number(text) >= 101 && Number(text) <= maxAgentId;
}
