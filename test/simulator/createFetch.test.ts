import { afterEach, expect, it, vi } from "vitest";
import { createSimulator } from "../../src/simulator/simulator.js";

// This file runs in jsdom, whose AbortSignal is another than that of Node's Request.

const address = "/agentgateway/resource/calldata/101/holdlist";

function signedIn() {
  const simulator = createSimulator();
  const headers = { Guid: simulator.signIn("101") };
  return { simulator, fetch: simulator.fetch, headers };
}

afterEach(() => void vi.useRealTimers());

it("takes relative addresses, URLs and Requests", async () => {
  const { fetch, headers } = signedIn();
  const absolute = `http://localhost:8080${address}`;
  const answers = [
    fetch(address, { headers }),
    fetch(address.slice(1), { headers }),
    fetch(new URL(absolute), { headers }),
    fetch(new Request(absolute, { headers })),
  ];
  for (const answer of await Promise.all(answers)) expect(await answer.json()).toMatchObject({ retcode: "0" });
});

it("rejects with the reason of a signal, before and while it waits", async () => {
  const { simulator, fetch, headers } = signedIn();
  simulator.order({ kind: "silence" });
  const early = AbortSignal.abort(new Error("early"));
  await expect(fetch(address, { headers, signal: early })).rejects.toThrow("early");
  expect(simulator.requests).toEqual([]);

  const controller = new AbortController();
  const asked = fetch(address, { headers, signal: controller.signal });
  controller.abort();
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
});

it("honours the signal of a Request", async () => {
  const { simulator, fetch, headers } = signedIn();
  simulator.order({ kind: "silence" });
  const controller = new AbortController();
  const asked = fetch(new Request(`http://localhost${address}`, { headers, signal: controller.signal }));
  controller.abort();
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
});

it("answers a redirect as a browser does in each redirect mode", async () => {
  const { simulator, fetch, headers } = signedIn();
  const ordered = () => simulator.order({ kind: "redirect", location: "/agentgateway/elsewhere", times: 1 });
  ordered();
  const manual = await fetch(address, { headers, redirect: "manual" });
  expect([manual.type, manual.status, manual.ok]).toEqual(["opaqueredirect", 0, false]);
  ordered();
  await expect(fetch(address, { headers, redirect: "error" })).rejects.toThrow(TypeError);
  ordered();
  expect(await (await fetch(address, { headers })).json()).toMatchObject({ retcode: "000-002" });
  expect(simulator.requests.at(-1)?.path).toBe("/agentgateway/elsewhere");
});

it("keeps to fake timers that come after it", async () => {
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

it("answers without any timer when there is no latency", async () => {
  const { fetch, headers } = signedIn();
  vi.useFakeTimers();
  expect(await (await fetch(address, { headers })).json()).toMatchObject({ retcode: "0" });
  expect(vi.getTimerCount()).toBe(0);
});
