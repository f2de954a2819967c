import { type Simulator } from "../createSimulator.js";
import { controlPath } from "./controlPath.js";
import { serveControl } from "./serveControl.js";

/** Answers a request to the gateway under `/agentgateway/` or to the controls under `/simulator/`. */
export async function handleRequest(simulator: Simulator, request: Request): Promise<Response> {
  const control = controlPath(new URL(request.url).pathname);
  return control === null ? simulator.handle(request) : serveControl(simulator, request, control);
}
