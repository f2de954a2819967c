import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createViteServer, type ProxyOptions, type UserConfig } from "vite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAgentSession, createGateway, parseSetGuid } from "../../src/index.js";
import { serveSimulator } from "../../src/simulator/server/serveSimulator.js";
import { createSimulator, type Simulator } from "../../src/simulator/simulator.js";
import { root, snippetsOf } from "./snippets.js";

// Runs the manual's proxy configurations in front of a simulated gateway. Only the gateway's address is replaced.
const [nginxBlock = "", , corsBlock = ""] = snippetsOf("src/docs/ReverseProxy.mdx").map(({ code }) => code);
const gatewayInManual = "https://gateway.example:8043";

let simulator: Simulator;
let gatewayUrl: string;
let seen: string[];
let closing: (() => Promise<unknown> | void)[];

beforeEach(async () => {
  closing = [];
  seen = [];
  simulator = createSimulator();
  const serve = serveSimulator(simulator);
  gatewayUrl = await listen((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    serve(request, response);
  });
});
afterEach(async () => {
  for (const close of closing.reverse()) await close();
});

describe("Vite's proxy", () => {
  it("forwards requests to the gateway and returns the Guid", async () => {
    const { default: config } = (await import(
      /* @vite-ignore */ join(root, "test/docs/snippets/ReverseProxy-2.ts")
    )) as {
      default: UserConfig;
    };
    const proxy: Record<string, ProxyOptions> = {};
    for (const [path, options] of Object.entries(config.server?.proxy ?? {})) {
      if (typeof options === "string") throw new Error("The manual's proxy entry has another form.");
      expect(options.target).toBe(gatewayInManual);
      proxy[path] = { ...options, target: gatewayUrl };
    }
    const folder = temporaryFolder();
    const server = await createViteServer({
      configFile: false,
      root: folder,
      cacheDir: join(folder, "cache"),
      logLevel: "error",
      server: { host: "127.0.0.1", port: 0, hmr: false, watch: null, proxy },
    });
    closing.push(() => server.close());
    await server.listen();
    await expectForwarding(server.resolvedUrls?.local[0]?.replace(/\/$/, "") ?? "");
  });
});

// The manual's block names Debian's certificate bundle.
const hasNginx = spawnSync("nginx", ["-v"]).status === 0 && existsSync("/etc/ssl/certs/ca-certificates.crt");

describe.skipIf(!hasNginx)("nginx", () => {
  it("forwards requests to the gateway and returns the Guid", async () => {
    await expectForwarding(await startNginx(nginxBlock));
  });

  it("answers with an HTTP status while the gateway is down", async () => {
    const page = await startNginx(nginxBlock);
    const guid = simulator.signIn("291");
    await closing.shift()?.(); // the gateway
    const gateway = createGateway({ baseUrl: page });
    await expect(gateway.fetchHoldList({ agentId: "291", guid })).rejects.toMatchObject({
      failure: { kind: "http", status: 502 },
    });
  });

  it("answers the preflight of another origin and exposes Set-GUID to it", async () => {
    const proxy = await startNginx(corsBlock);
    const address = `${proxy}/agentgateway/resource/calldata/291/holdlist`;
    const preflight = await fetch(address, {
      method: "OPTIONS",
      headers: {
        Origin: "https://desktop.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "content-type,guid",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("Access-Control-Allow-Headers")).toBe("Guid, Content-Type");
    expect(seen).toEqual([]);
    const answer = await fetch(address, { headers: { Guid: simulator.signIn("291") } });
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("https://desktop.example");
    expect(answer.headers.get("Access-Control-Expose-Headers")).toContain("Set-GUID");
    expect(await answer.json()).toMatchObject({ retcode: "0" });
  });
});

/** Signs in, reads the list, retrieves and polls an event through the proxy. Expects each request exactly once. */
async function expectForwarding(page: string): Promise<void> {
  const at = `${page}/agentgateway/resource`;
  const body = JSON.stringify({ password: "demo", phonenum: "40038", autoanswer: "false" });
  const signedIn = await fetch(`${at}/onlineagent/291`, { method: "PUT", body });
  const guid = parseSetGuid(signedIn.headers.get("Set-GUID")) ?? "";
  const session = createAgentSession({ agentId: "291", guid });
  simulator.holdCall("291", { callId: "1501127996-2" });

  const gateway = createGateway({ baseUrl: page });
  const requester = { agentId: "291", guid: session.getState().session?.guid ?? "" };
  expect((await gateway.fetchHoldList(requester)).calls).toMatchObject([{ callId: "1501127996-2" }]);
  await gateway.send({ method: "POST", path: "voicecall/{agentid}/gethold?callid=1501127996-2" }, requester);
  expect((await gateway.fetchHoldList(requester)).calls).toEqual([]);

  const doubled = await fetch(`${page}/agentgateway/resource//calldata/291/holdlist`, { headers: { Guid: guid } });
  expect(await doubled.json()).toMatchObject({ retcode: expect.stringMatching(/^0$|^400-003$/) as string });
  simulator.renewGuidOnPoll("291");
  const events = await fetch(`${at}/agentevent/291`, { headers: { Guid: guid } });
  expect(parseSetGuid(events.headers.get("Set-GUID"))).toMatch(/\.AgentGateway1$/);
  expect(seen).toEqual([
    "PUT /agentgateway/resource/onlineagent/291",
    "GET /agentgateway/resource/calldata/291/holdlist",
    "POST /agentgateway/resource/voicecall/291/gethold?callid=1501127996-2",
    "GET /agentgateway/resource/calldata/291/holdlist",
    "GET /agentgateway/resource//calldata/291/holdlist",
    "GET /agentgateway/resource/agentevent/291",
  ]);
}

/** Starts nginx on loopback with a block of the manual in its server. */
async function startNginx(block: string): Promise<string> {
  const folder = temporaryFolder();
  const port = await freePort();
  expect(block).toContain(gatewayInManual);
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; pid nginx.pid; error_log stderr; events {}
     http {
       access_log off;
       ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
       server { listen 127.0.0.1:${port}; ${block.replaceAll(gatewayInManual, gatewayUrl)} }
     }`,
  );
  const nginx = spawn("nginx", ["-p", folder, "-c", "nginx.conf"], { stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  nginx.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  closing.push(() => end(nginx));
  for (let tries = 0; tries < 50 && nginx.exitCode === null; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    if (answer !== null) return `http://127.0.0.1:${port}`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nginx did not start. ${errors}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await ended;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "hold-list-docs-"));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  closing.push(() => close(server));
  return `http://127.0.0.1:${await portOf(server)}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server);
  await close(server);
  return port;
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
