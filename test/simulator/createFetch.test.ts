import { afterEach, expect, it, vi } from "vitest";
import { createSimulator } from "../../src/simulator/simulator.js";

// Runs in jsdom, whose AbortSignal differs from the one that Node's Request accepts.

const address = "/agentgateway/resource/calldata/101/holdlist";

function signedIn() {
  const simulator = createSimulator();
  return { simulator, fetch: simulator.fetch, headers: { Guid: simulator.signIn("101") } };
}

afterEach(() => void vi.useRealTimers());

it.each([
  ["a relative address", () => address],
  ["an address without a leading slash", () => address.slice(1)],
  ["a URL", () => new URL(address, "http://localhost:8080")],
])("takes %s", async (_, input) => {
  const { fetch, headers } = signedIn();
  expect(await (await fetch(input(), { headers })).json()).toMatchObject({ retcode: "0" });
});

it("takes a Request", async () => {
  const { fetch, headers } = signedIn();
  const response = await fetch(new Request(`http://localhost:8080${address}`, { headers }));
  expect(await response.json()).toMatchObject({ retcode: "0" });
});

it("rejects with the reason of a signal that is aborted before the request", async () => {
  const { simulator, fetch, headers } = signedIn();
  await expect(fetch(address, { headers, signal: AbortSignal.abort(new Error("early")) })).rejects.toThrow("early");
  expect(simulator.requests).toEqual([]);
});

it.each(["init", "Request"])("rejects when the signal of the %s is aborted during the request", async (place) => {
  const { simulator, fetch, headers } = signedIn();
  simulator.order({ kind: "silence" });
  const controller = new AbortController();
  const init = { headers, signal: controller.signal };
  const asked = place === "init" ? fetch(address, init) : fetch(new Request(`http://localhost${address}`, init));
  controller.abort();
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
});

it("answers a redirect as a browser does in each redirect mode", async () => {
  const { simulator, fetch, headers } = signedIn();
  simulator.order({ kind: "redirect", location: "/agentgateway/elsewhere", times: 3 });
  const manual = await fetch(address, { headers, redirect: "manual" });
  expect([manual.type, manual.status, manual.ok]).toEqual(["opaqueredirect", 0, false]);
  await expect(fetch(address, { headers, redirect: "error" })).rejects.toThrow(TypeError);
  expect(await (await fetch(address, { headers })).json()).toMatchObject({ retcode: "000-002" });
  expect(simulator.requests.at(-1)?.path).toBe("/agentgateway/elsewhere");
});

it("uses fake timers that were installed after it", async () => {
  const { simulator, fetch, headers } = signedIn();
  vi.useFakeTimers({ now: 0 });
  simulator.set({ latency: 5_000 });
  let answered = false;
  const asked = fetch(address, { headers }).then((response) => {
    answered = true;
    return response.headers.get("Date");
  });
  await vi.advanceTimersByTimeAsync(4_999);
  expect(answered).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await asked).toBe("Thu, 01 Jan 1970 00:00:05 GMT");
});

it("sets no timer without latency", async () => {
  const { fetch, headers } = signedIn();
  vi.useFakeTimers();
  expect(await (await fetch(address, { headers })).json()).toMatchObject({ retcode: "0" });
  expect(vi.getTimerCount()).toBe(0);
});
