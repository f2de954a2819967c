import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { serveSimulator } from "../../src/simulator/server/serveSimulator.js";
import { createSimulator, type Simulator } from "../../src/simulator/simulator.js";
import { serveFolder } from "../support/serveFolder.js";
import type { Command, Report } from "./Command.js";

/** The built page and a gateway on the page's virtual time. */
export type ShiftServer = {
  readonly address: string;
  readonly simulator: Simulator;
  /** Waits for a page that has just been opened. */
  readonly pageIsReady: () => Promise<Report>;
  /** Lets the page carry out a command. */
  readonly command: (command: Command) => Promise<Report>;
  /** How many hold-list requests have come, and how many renewals were sent. */
  readonly polls: () => number;
  readonly renewals: () => number;
  readonly close: () => Promise<void>;
};

/** @param start - the gateway's time before the first request, ms since 1970 */
export async function serveShift(folder: string, start: number): Promise<ShiftServer> {
  let now = start;
  let polls = 0;
  let renewals = 0;
  // The page waits for a command, or the test for its report.
  let waiting: ServerResponse | null = null;
  let onReport: (report: Report) => void = () => {};
  const simulator = createSimulator({
    authentication: "dynamic",
    clock: { now: () => now, sleep: () => Promise.resolve() },
  });
  const serveGateway = serveSimulator(simulator);
  const servePage = serveFolder(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.startsWith("/agentgateway/")) {
      const time = Number(request.headers["x-virtual-time"]);
      if (time > now) now = time;
      response.sendDate = false;
      response.setHeader("Date", new Date(now).toUTCString());
      if (pathname.endsWith("/holdlist")) polls++;
      if (pathname.endsWith("/handshake")) renewals++;
      return serveGateway(request, response);
    }
    if (pathname === "/command") {
      void text(request).then((body) => {
        waiting = response;
        onReport(JSON.parse(body) as Report);
      });
      return;
    }
    servePage(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    simulator,
    pageIsReady: () => new Promise((resolve) => (onReport = resolve)),
    command: (command) =>
      new Promise((resolve) => {
        onReport = resolve;
        waiting?.end(JSON.stringify(command));
        waiting = null;
      }),
    polls: () => polls,
    renewals: () => renewals,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
