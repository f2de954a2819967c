import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type InlineConfig, preview } from "vite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serveSimulator } from "../../src/simulator/server/serveSimulator.js";
import { createSimulator } from "../../src/simulator/simulator.js";
import { viteSimulator, type ViteSimulatorOptions } from "../../src/simulator/server/viteSimulator.js";
import { serve } from "./serve.js";

let root: string;
const closers: (() => Promise<void>)[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "vite-simulator-"));
  await writeFile(join(root, "index.html"), "<title>The demo page</title>");
});

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
  await rm(root, { recursive: true });
});

function config(options?: ViteSimulatorOptions): InlineConfig {
  const plugins = [viteSimulator(options)];
  const at = { host: "127.0.0.1", port: 0, strictPort: false };
  return {
    configFile: false,
    root,
    plugins,
    logLevel: "silent",
    server: { ...at, ws: false, watch: null },
    preview: at,
    build: { outDir: "." },
    optimizeDeps: { noDiscovery: true },
  };
}

type Start = (options?: ViteSimulatorOptions) => Promise<string>;

const startDev: Start = async (options) => {
  const server = await createServer(config(options));
  closers.push(() => server.close());
  await server.listen();
  return (server.resolvedUrls?.local[0] ?? "").replace(/\/$/, "");
};

const startPreview: Start = async (options) => {
  const server = await preview(config(options));
  closers.push(() => server.close());
  return (server.resolvedUrls?.local[0] ?? "").replace(/\/$/, "");
};

const servers: [string, Start][] = [
  ["dev", startDev],
  ["preview", startPreview],
];

async function signIn(url: string): Promise<Response> {
  return fetch(`${url}/agentgateway//resource/onlineagent/101`, { method: "PUT", body: '{"password":"demo"}' });
}

it.each(servers)("serves a simulator with strict settings, and the page, from the %s server", async (_, start) => {
  const url = await start();
  expect((await signIn(url)).headers.get("Set-GUID")).toMatch(/^JSESSIONID=/);
  expect(await (await fetch(`${url}/simulator/settings`)).json()).toMatchObject({
    authentication: "dynamic",
    signedInTimeout: 120_000,
  });
  expect(await (await fetch(`${url}/`)).text()).toContain("The demo page");
});

it.each(servers)(
  "proxies requests from the %s server to the given real gateway, and serves no controls",
  async (_, start) => {
    const real = createSimulator({ node: "RealGateway9" });
    const gateway = await serve(serveSimulator(real));
    closers.push(gateway.close);
    const url = await start({ gatewayUrl: gateway.url });

    const guid = (await signIn(url)).headers.get("Set-GUID")?.replace("JSESSIONID=", "") ?? "";
    expect(guid).toMatch(/\.RealGateway9$/);
    const list = await fetch(`${url}/agentgateway/resource//calldata/101/holdlist`, { headers: { Guid: guid } });
    expect(await list.json()).toMatchObject({ retcode: "0" });
    expect(real.requests.at(-1)?.path).toBe("/agentgateway/resource//calldata/101/holdlist");

    const control = await fetch(`${url}/simulator/settings`);
    expect([control.status, control.headers.get("Content-Type")]).toEqual([404, "application/json"]);
  },
);
