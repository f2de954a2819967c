import { readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../src/panel/labels/en.js";
import { createSimulator } from "../../src/simulator/simulator.js";
import { serveSimulator } from "../../src/simulator/serveSimulator.js";
import { buildPage } from "./buildPage.js";
import { type Demo, openDemo, openIn } from "./openDemo.js";

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

describe("static demo on any web host", () => {
  const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
  let folder: string;
  let demo: Demo;
  beforeAll(async () => {
    folder = await buildPage();
    const server = createServer((request, response) => {
      const name = request.url?.match(/^\/some\/where\/([\w./-]*)$/)?.[1] || "index.html";
      readFile(join(folder, name))
        .then((file) => {
          response.setHeader("Content-Type", types[extname(name)] ?? "text/plain");
          response.end(file);
        })
        .catch(() => response.writeHead(404).end());
    });
    demo = await openIn(`${await listen(server)}/some/where/`, () => stop(server));
  });
  afterAll(async () => {
    await demo.close();
    await rm(folder, { recursive: true });
  });

  it("runs the simulator in the page, which sends no request", async () => {
    const desk = await demo.open();
    const asked: string[] = [];
    desk.page.on("request", (request) => asked.push(request.url()));
    await desk.signIn();
    await desk.press("Add a held call");
    await desk.rows.first().waitFor();
    await desk.press("HTTP 502");
    await desk.refreshUntil(en.http(502));
    await desk.press("Clear faults");
    await desk.press("Customer hangs up");
    await desk.refreshUntil(en.empty);
    await desk.press("Sign out");
    await desk.says(en.signedOut);
    expect(asked.filter((url) => !url.startsWith(`${demo.url}assets/`))).toEqual([]);
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });
});

describe("demo with a real gateway", () => {
  const gateway = createSimulator();
  const server = createServer(serveSimulator(gateway));
  let demo: Demo;
  let folder: string;
  beforeAll(async () => {
    process.env.CC_GATEWAY_URL = await listen(server);
    folder = await buildPage();
    demo = await openDemo(folder);
    delete process.env.CC_GATEWAY_URL;
  });
  afterAll(async () => {
    await demo.close();
    await stop(server);
    await rm(folder, { recursive: true });
  });

  it("shows the gateway's calls and the controls of the panel, without those of the simulator", async () => {
    gateway.holdCall("291", { callId: "1501127996-2" });
    const desk = await demo.open();
    await desk.page.getByLabel("Password").fill("demo");
    await desk.page.getByLabel("Phone number").fill("40038");
    await desk.signIn();
    await desk.rows.getByText("…996-2").waitFor();
    await desk.page.getByRole("switch", { name: "Mask numbers" }).check();
    await desk.panel.getByText(/^•••• /).waitFor();
    expect(await desk.page.getByRole("button", { name: "Add a held call" }).count()).toBe(0);
    expect(await desk.page.getByText("Requests").count()).toBe(0);
    expect(gateway.requests.map(({ operation }) => operation)).toContain("holdList");
    await desk.close();
  });
});
