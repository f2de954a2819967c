import { createFetch } from "../createFetch.js";
import { type Simulator } from "../createSimulator.js";
import { handleRequest } from "./handleRequest.js";

/** The simulator's `fetch` with the controls under `/simulator/`, for a page that runs the simulator itself. */
export function createControlledFetch(simulator: Simulator): Simulator["fetch"] {
  return createFetch((request, signal) => handleRequest(simulator, new Request(request, { signal })));
}
