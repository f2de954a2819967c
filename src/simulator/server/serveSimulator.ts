import { type IncomingMessage, type ServerResponse } from "node:http";
import { type Simulator } from "../createSimulator.js";
import { Disconnected } from "../operations/Disconnected.js";
import { controlPath } from "./controlPath.js";
import { handleRequest } from "./handleRequest.js";
import { isLocalRequest } from "./isLocalRequest.js";

/**
 * A request listener that serves a simulator over HTTP: `http.createServer(serveSimulator(simulator))`. When a fault cuts the
 * connection, the socket is destroyed. Controls are served to this machine only.
 */
export function serveSimulator(simulator: Simulator): (request: IncomingMessage, response: ServerResponse) => void {
  return (incoming, response) => {
    serve(simulator, incoming, response).catch((error: unknown) => {
      if (error instanceof Disconnected || response.headersSent || response.destroyed) response.destroy();
      else response.writeHead(500, { "Content-Type": "text/plain" }).end(String(error));
    });
  };
}

async function serve(simulator: Simulator, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const closed = new AbortController();
  response.once("close", () => closed.abort());

  const { host, origin } = incoming.headers;
  const url = new URL(`http://localhost${incoming.url ?? "/"}`);
  if (controlPath(url.pathname) !== null && !isLocalRequest(host, origin)) {
    response.writeHead(403, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ error: "Controls are served to pages and programs of this machine only." }));
    return;
  }

  const answer = await handleRequest(simulator, await toRequest(url, incoming, closed.signal));
  response.writeHead(answer.status, [...answer.headers].flat());
  response.flushHeaders();
  for await (const chunk of answer.body ?? []) response.write(chunk);
  response.end();
}

async function toRequest(url: URL, incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const { method = "GET" } = incoming;
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const body = method === "GET" || method === "HEAD" ? null : Buffer.concat(chunks);
  return new Request(url, { method, headers, body, signal });
}
