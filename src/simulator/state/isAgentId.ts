import { type SimulatorSettings } from "./SimulatorSettings.js";

/** Whether a text is an agent ID: digits, 101 up to the highest of the settings. */
export function isAgentId(text: string, { maxAgentId }: SimulatorSettings): boolean {
  return /^[1-9]\d{2,5}$/.test(text) && Number(text) >= 101 && Number(text) <= maxAgentId;
}
