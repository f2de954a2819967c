import { type SimulatorClock } from "../state/SimulatorClock.js";
import { type GatewayAnswer } from "./GatewayAnswer.js";

/** Turns an answer into a Response with a `Date` header from the simulator's clock. */
export function toResponse({ status, headers, body }: GatewayAnswer, clock: SimulatorClock): Response {
  return new Response(body, { status, headers: { Date: new Date(clock.now()).toUTCString(), ...headers } });
}
