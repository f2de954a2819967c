import { ControlError } from "../controls/ControlError.js";
import { type SimulatorControls } from "../controls/SimulatorControls.js";
import { controlRoutes } from "./controlRoutes.js";

/** Serves a control over HTTP. `path` holds the parts of its path after `/simulator/`. */
export async function serveControl(
  controls: SimulatorControls,
  request: Request,
  path: readonly string[],
): Promise<Response> {
  try {
    const result = await control(controls, request, path);
    return result === undefined ? new Response(null, { status: 204 }) : json(200, result);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    return json(error.status, { error: error.message });
  }
}

async function control(controls: SimulatorControls, request: Request, path: readonly string[]): Promise<unknown> {
  const { pathname, searchParams: query } = new URL(request.url);
  for (const route of controlRoutes) {
    const names = route.path.split("/");
    const fits = names.length === path.length && names.every((name, i) => name.startsWith(":") || name === path[i]);
    if (!fits || route.method !== request.method) continue;
    const part = (name: string) => decodePart(path[names.indexOf(`:${name}`)] ?? "");
    return route.serve(controls, { part, query, body: parseBody(await request.text()) });
  }
  throw new ControlError(`There is no control ${request.method} ${pathname}: see src/simulator/CONTROLS.md.`, 404);
}

function parseBody(body: string): unknown {
  try {
    return body === "" ? {} : (JSON.parse(body) as unknown);
  } catch {
    throw new ControlError("body: expected JSON.", 400);
  }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ControlError(`path: cannot read ${part}.`, 400);
  }
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}
