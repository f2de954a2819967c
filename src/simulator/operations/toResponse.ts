import { type GatewayAnswer } from "./GatewayAnswer.js";
import { type SimulatorClock } from "../state/SimulatorClock.js";

/** The answer as a Response, dated by the simulator's clock. */
export function toResponse({ status, headers, body }: GatewayAnswer, clock: SimulatorClock): Response {
  return new Response(body, { status, headers: { Date: new Date(clock.now()).toUTCString(), ...headers } });
}
