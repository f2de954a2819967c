import { expect } from "vitest";
import type { Fault as SimulatedFault } from "../../src/simulator/simulator.js";
import { agentId, type Desk, type ListAnswer } from "./openDesk.js";

/** A fault, and what must be done for the list to be current again. */
export type Fault = {
  readonly name: string;
  readonly begin: (desk: Desk) => unknown;
  /** Ends what the gateway, the network or the machine does. */
  readonly end: (desk: Desk) => unknown;
  /** What a person or the host must do afterwards. */
  readonly needs: Need | null;
  /** Whether requests stay unanswered, so that the virtual clock need not wait for an answer. */
  readonly isSilent: boolean;
};

export const needs = {
  "a new Guid": (desk: Desk) => desk.renewGuid(),
  "another sign-in": (desk: Desk) => desk.signIn(),
  Retry: (desk: Desk) => desk.press("Retry"),
} satisfies Record<string, (desk: Desk) => Promise<void>>;

export type Need = keyof typeof needs;

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

function ordered(name: string, fault: SimulatedFault, needed: Need | null = null): Fault {
  return {
    name,
    begin: ({ simulator }) => simulator.order(fault),
    end: ({ simulator }) => simulator.clearFaults(),
    needs: needed,
    isSilent: fault.kind === "silence",
  };
}

const retcode = (code: string, meaning: string, needed: Need | null = null) =>
  ordered(`${code}, ${meaning}`, { kind: "retcode", retcode: code }, needed);

const http = (status: number, meaning: string, retryAfter?: string) =>
  ordered(`HTTP ${status}, ${meaning}`, { kind: "http", status, retryAfter });

const body = (name: string, text: string, contentType?: string) =>
  ordered(name, { kind: "body", body: text, contentType });

/** The list is answered by code of the test's own. */
function answered(name: string, answer: ListAnswer, { isSilent = false } = {}): Fault {
  return {
    name,
    begin: (desk) => desk.answerWith(answer),
    end: (desk) => desk.answerWith(null),
    needs: null,
    isSilent,
  };
}

/** Something happens to the page or the machine. */
function happens(
  name: string,
  begin: (desk: Desk) => unknown,
  end: (desk: Desk) => unknown = () => {},
  needed: Need | null = null,
): Fault {
  return { name, begin, end, needs: needed, isSilent: false };
}

const json = { "Content-Type": "application/json" };
const half = '{"message":"success","retcode":"0","result":[{"callid":"1-1"';
const megabyte = " ".repeat(1_000_000);

const sendTo = (change: Partial<URL>) => (desk: Desk) =>
  desk.page.evaluate((to) => window.faults.redirectTo(to), Object.assign(new URL(desk.page.url()), change).origin);
const sendHome = (desk: Desk) => desk.page.evaluate(() => window.faults.redirectTo(location.origin));

const setWall = (ms: number) => (desk: Desk) => desk.page.evaluate((ms) => window.faults.clock.setWall(ms), ms);
const sleep = (ms: number, stops: boolean) => (desk: Desk) =>
  desk.page.evaluate(([ms, stops]) => window.faults.clock.sleep(ms, stops), [ms, stops] as const);
const show = (isVisible: boolean) => (desk: Desk) =>
  desk.page.evaluate((visible) => window.faults.show(visible), isVisible);
const throttle = (grain: number) => (desk: Desk) => desk.page.evaluate((ms) => window.faults.clock.throttle(ms), grain);

/** Cuts the page off or connects it again, and waits until it has noticed. */
const setOffline = (isOffline: boolean) => async (desk: Desk) => {
  await desk.context.setOffline(isOffline);
  await expect.poll(() => desk.page.evaluate(() => navigator.onLine)).toBe(!isOffline);
};

async function reload(desk: Desk): Promise<void> {
  await desk.open();
  await desk.signIn();
}

export const faults: Readonly<Record<string, readonly Fault[]>> = {
  "The gateway refuses": [
    retcode("100-006", "not signed in", "a new Guid"),
    retcode("000-003", "no permission for the interface", "a new Guid"),
    retcode("105-005", "the session was not restored", "another sign-in"),
    retcode("105-006", "the session was not restored", "another sign-in"),
    retcode("105-007", "the session was not restored", "another sign-in"),
    retcode("100-008", "signed out by the system", "another sign-in"),
    retcode("300-001", "no permission to query", "Retry"),
    retcode("000-004", "switching over"),
    retcode("105-001", "nothing to restore yet"),
    retcode("105-002", "restoring"),
    retcode("105-004", "the restoring was not queued"),
    retcode("105-003", "restored, again and again"),
    retcode("000-007", "asked too often"),
    retcode("100-007", "a fault in the gateway"),
    retcode("000-001", "wrong method"),
    retcode("000-002", "wrong address"),
    retcode("000-006", "wrong parameter"),
    retcode("999-999", "a code that nothing explains"),
    ordered("100-006 once, as for an old Guid", { kind: "retcode", retcode: "100-006", times: 1 }),
  ],
  "A proxy answers": [
    http(204, "no content"),
    http(300, "several choices"),
    ordered("HTTP 301, moved", { kind: "redirect", location: "/sign-on", status: 301 }),
    ordered("HTTP 302, to a sign-on page", { kind: "redirect", location: "/sign-on" }),
    ordered("HTTP 303, to another address", { kind: "redirect", location: "https://sign-on.invalid/", status: 303 }),
    http(304, "not modified"),
    ordered("HTTP 307, to a sign-on page", { kind: "redirect", location: "/sign-on", status: 307 }),
    ordered("HTTP 308, moved", { kind: "redirect", location: "/sign-on", status: 308 }),
    http(400, "bad request"),
    http(401, "sign-on expired"),
    http(403, "forbidden"),
    http(404, "not found"),
    http(407, "proxy sign-on, which a browser reports as a broken connection"),
    http(408, "request timeout"),
    http(429, "too many requests"),
    http(429, "too many requests, with Retry-After: 20", "20"),
    http(429, "with a Retry-After that makes no sense", "soon"),
    http(500, "internal error"),
    http(502, "bad gateway"),
    http(503, "unavailable"),
    http(503, "unavailable, with Retry-After: 90", "90"),
    http(504, "gateway timeout"),
    http(511, "captive portal"),
    ordered("HTTP 500 with the body of a refusal", {
      kind: "http",
      status: 500,
      body: '{"message":"","retcode":"100-007"}',
    }),
  ],
  "The answer is not a list": [
    body("An HTML page with HTTP 200, as of a captive portal", "<!doctype html><title>Welcome</title>", "text/html"),
    body("An empty body", ""),
    body("Half of the JSON", half),
    body("JSON without a retcode", "{}"),
    body("JSON null", "null"),
    body("A list of another type", '{"message":"","retcode":"0","result":"none"}'),
    body("A retcode of markup", '{"message":"<b>x</b>","retcode":"<img src=x onerror=alert(1)>"}'),
    answered("Bytes that are not UTF-8", (response) => {
      response.writeHead(200, json).end(Buffer.from([0xff, 0xfe, 0x00, 0xd8]));
    }),
    answered("A compressed body that is broken", (response) => {
      response.writeHead(200, { ...json, "Content-Encoding": "gzip" }).end("not gzip");
    }),
    answered("50 MB, cut off after 10 MB", (response) => {
      response.writeHead(200, json);
      response.write('{"message":"","retcode":"0","result":[]}'); // a good list, were it read to its end
      for (let count = 0; count < 50; count++) response.write(megabyte);
      response.end();
    }),
    answered("A good list of the wrong content type", (response, asIfServed) => {
      const writeHead = response.writeHead.bind(response);
      response.writeHead = (status: number) => writeHead(status, { "Content-Type": "text/plain" });
      asIfServed();
    }),
  ],
  "The connection fails": [
    happens(
      "Connection refused",
      (desk) => desk.listen(false),
      (desk) => desk.listen(true),
    ),
    happens(
      "The host name is unknown",
      (desk) => desk.page.route("**/agentgateway/**", (route) => route.abort("namenotresolved")),
      (desk) => desk.page.unroute("**/agentgateway/**"),
    ),
    happens("The TLS handshake fails", sendTo({ protocol: "https:" }), sendHome),
    happens("An address of another origin without CORS", sendTo({ hostname: "localhost" }), sendHome),
    ordered("Cut before the answer", { kind: "disconnect" }),
    answered("Cut within the headers", (response) => void response.socket?.end("HTTP/1.1 200 OK\r\nContent-")),
    answered("Cut within the body", (response) => {
      response.writeHead(200, { ...json, "Content-Length": "500" });
      response.write(half, () => response.destroy());
    }),
    ordered("No answer", { kind: "silence" }),
    ordered("Headers, and no end of the body", { kind: "silence", after: "headers" }),
    happens("Offline", setOffline(true), setOffline(false)),
  ],
  "The gateway changes": [
    happens(
      "It restarts: connections refused, then no session",
      async (desk) => {
        await desk.listen(false);
        await desk.pass(20 * second);
        desk.simulator.signOut(agentId);
        await desk.listen(true);
      },
      () => {},
      "another sign-in",
    ),
    happens(
      "It restarts behind a proxy: HTTP 503, then HTTP 502, then the sessions are back",
      async (desk) => {
        const fault = desk.simulator.order({ kind: "http", status: 503 });
        await desk.pass(20 * second);
        desk.simulator.clearFaults(fault.id);
        desk.simulator.order({ kind: "http", status: 502 });
      },
      (desk) => desk.simulator.clearFaults(),
    ),
    happens(
      "The agent moves to another node, with a new Guid",
      async (desk) => {
        const fault = desk.simulator.order({ kind: "retcode", retcode: "000-004" });
        await desk.pass(20 * second);
        desk.simulator.clearFaults(fault.id);
        desk.simulator.order({ kind: "retcode", retcode: "105-002" });
      },
      async (desk) => {
        desk.simulator.clearFaults();
        desk.simulator.set({ node: "AgentGateway2" });
        desk.simulator.order({ kind: "retcode", retcode: "105-003", times: 1 });
        await desk.renewGuid();
      },
    ),
    happens(
      "The Guid expires and is not renewed",
      (desk) => {
        desk.simulator.set({ authentication: "dynamic", guidValidity: 1 });
      },
      (desk) => desk.simulator.set({ authentication: "static" }),
      "a new Guid",
    ),
    happens("The Guid is renewed and the old one refused", (desk) => {
      desk.simulator.set({ guidOverlap: 0 });
      return desk.renewGuid();
    }),
    happens(
      "Another place signs the agent in",
      (desk) => desk.simulator.signIn(agentId),
      () => {},
      "another sign-in",
    ),
  ],
  "The machine or the browser": [
    happens("The wall clock is set forward by an hour", setWall(hour)),
    happens("The wall clock is set back by an hour", setWall(-hour)),
    happens("Ten minutes of sleep, the monotonic clock standing still", sleep(10 * minute, true)),
    happens("Ten minutes of sleep, the monotonic clock running on", sleep(10 * minute, false)),
    happens("A hidden tab", show(false), show(true)),
    happens(
      "A hidden tab whose timers run once a minute",
      async (desk) => {
        await show(false)(desk);
        await throttle(minute)(desk);
      },
      async (desk) => {
        await throttle(1)(desk);
        await show(true)(desk);
      },
    ),
    happens("A tab frozen for ten minutes", async (desk) => {
      await show(false)(desk);
      await desk.page.evaluate(() => document.dispatchEvent(new Event("freeze")));
      await sleep(10 * minute, false)(desk);
      await desk.page.evaluate(() => document.dispatchEvent(new Event("resume")));
      await show(true)(desk);
    }),
    happens("A reload, and a sign-in by the host", reload),
    happens("A reload while the storage is full", async (desk) => {
      await desk.page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("", "QuotaExceededError");
        };
      });
      await reload(desk);
      await desk.pass(3 * second);
      await reload(desk);
    }),
    happens("A reload while the storage is forbidden", async (desk) => {
      await desk.page.addInitScript(() => {
        const forbid = () => {
          throw new DOMException("", "SecurityError");
        };
        for (const name of ["sessionStorage", "localStorage"]) Object.defineProperty(window, name, { get: forbid });
      });
      await reload(desk);
    }),
    happens("A page without Web Locks, BroadcastChannel, notifications and audio", async (desk) => {
      await desk.page.addInitScript(() => {
        for (const name of ["BroadcastChannel", "Notification", "AudioContext"]) Reflect.deleteProperty(window, name);
        Object.defineProperty(navigator, "locks", { value: undefined });
      });
      await reload(desk);
    }),
  ],
};
