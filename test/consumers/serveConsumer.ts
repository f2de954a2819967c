import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request as httpRequest,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { createSimulator, type Simulator, strictSettings } from "../../src/simulator/simulator.js";
import { serveSimulator } from "../../src/simulator/server/serveSimulator.js";

/** How an app is served. */
export type Serving = {
  /** Headers of every response except the gateway's. */
  headers?: OutgoingHttpHeaders | undefined;
  /** Node arguments that start the app's own server, which listens on $PORT. @default serves its dist folder */
  program?: string[] | undefined;
};

/** An app and a simulated gateway on one origin. */
export type Served = {
  /** Ends with a slash. */
  readonly url: string;
  readonly simulator: Simulator;
  /** What the app's own server wrote to stderr. */
  readonly errors: readonly string[];
  readonly stop: () => Promise<void>;
};

/** Serves a built app on the loopback interface, with a gateway as strict as a real one on the same origin. */
export async function serveConsumer(folder: string, { headers = {}, program }: Serving = {}): Promise<Served> {
  // Slow enough to detect two polls at a time.
  const simulator = createSimulator({ ...strictSettings, latency: 100 });
  const gateway = serveSimulator(simulator);
  const errors: string[] = [];
  const child = program === undefined ? null : await startProgram(folder, program, errors);
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/agentgateway/")) return gateway(request, response);
    // Browsers request it on their own.
    if (request.url === "/favicon.ico") return response.writeHead(204).end();
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
    if (child === null) void sendFile(join(folder, "dist"), request, response);
    else pass(child.port, request, response);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    simulator,
    errors,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (child !== null) await end(child.process);
    },
  };
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

async function sendFile(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(`http://localhost${request.url ?? "/"}`);
  const file = normalize(join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname));
  try {
    const content = await readFile(file);
    response.setHeader("Content-Type", types[extname(file)] ?? "text/plain").end(content);
  } catch {
    response.writeHead(404).end();
  }
}

function pass(port: number, request: IncomingMessage, response: ServerResponse): void {
  const { url: path, method, headers } = request;
  const passed = httpRequest({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on("error", () => response.destroy());
  request.pipe(passed);
}

async function startProgram(
  folder: string,
  program: string[],
  errors: string[],
): Promise<{ port: number; process: ChildProcess }> {
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: undefined, PORT: String(port), NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, program, { cwd: folder, env, stdio: ["ignore", "inherit", "pipe"] });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => void errors.push(text));
  for (let tries = 0; tries < 150 && child.exitCode === null; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    if (answer !== null) return { port, process: child };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await end(child);
  throw new Error(`${program.join(" ")} does not listen. ${errors.join("")}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
