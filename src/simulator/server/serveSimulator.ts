import { type IncomingMessage, type ServerResponse } from "node:http";
import { controlPath } from "./controlPath.js";
import { type Simulator } from "../createSimulator.js";
import { Disconnected } from "../operations/Disconnected.js";
import { isLocalRequest } from "./isLocalRequest.js";

/**
 * A request listener that serves a simulator over HTTP: `http.createServer(serveSimulator(simulator))`. A request that the
 * simulator cuts off finds its socket destroyed. Controls are served to this machine only.
 */
export function serveSimulator(simulator: Simulator): (request: IncomingMessage, response: ServerResponse) => void {
  return (asked, response) => {
    serve(simulator, asked, response).catch((error: unknown) => {
      if (error instanceof Disconnected || response.headersSent || response.destroyed) response.destroy();
      else response.writeHead(500, { "Content-Type": "text/plain" }).end(String(error));
    });
  };
}

async function serve(simulator: Simulator, asked: IncomingMessage, response: ServerResponse): Promise<void> {
  const left = new AbortController();
  response.once("close", () => left.abort());

  const { host, origin } = asked.headers;
  const url = new URL(`http://localhost${asked.url ?? "/"}`);
  if (controlPath(url.pathname) !== null && !isLocalRequest(host, origin)) {
    response.writeHead(403, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ error: "Controls are served to pages and programs of this machine only." }));
    return;
  }

  const answer = await simulator.handle(await toRequest(url, asked, left.signal));
  response.writeHead(answer.status, [...answer.headers].flat());
  response.flushHeaders();
  for await (const chunk of answer.body ?? []) response.write(chunk);
  response.end();
}

async function toRequest(url: URL, asked: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const { method = "GET" } = asked;
  const headers = Object.entries(asked.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const chunks: Uint8Array[] = [];
  for await (const chunk of asked) chunks.push(chunk as Uint8Array);
  const body = method === "GET" || method === "HEAD" ? null : Buffer.concat(chunks);
  return new Request(url, { method, headers, body, signal });
}
