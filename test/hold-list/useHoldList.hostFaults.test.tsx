import { act, render } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createGateway } from "../../src/gateway/createGateway.js";
import { HoldListProvider } from "../../src/HoldListProvider.js";
import { useHoldList } from "../../src/hold-list/useHoldList.js";
import { openGateway, pass, renderHoldList } from "../support/renderHoldList.js";
import type { Gateway } from "../../src/gateway/Gateway.js";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

it("says that the gateway cannot be reached where fetch throws at once", async () => {
  const world = openGateway();
  const gateway = createGateway({
    baseUrl: "https://gateway.invalid",
    fetch: () => {
      throw new Error("blocked");
    },
  });
  const { last } = renderHoldList({ ...world, gateway });
  await pass(1_000);
  expect(last()).toMatchObject({ status: "error", doubt: { failure: { kind: "network" }, failures: 1 } });
});

it.each<[string, () => Promise<never>]>([
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a host's own gateway might do
  ["rejects with a string", () => Promise.reject("no")],
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- likewise
  ["rejects with nothing", () => Promise.reject()],
  ["rejects with an AbortError of its own", () => Promise.reject(new DOMException("own timeout", "AbortError"))],
  [
    "throws at once",
    () => {
      throw new TypeError("no");
    },
  ],
])("backs off from a gateway of the host's own that %s", async (_, fetchHoldList) => {
  const world = openGateway();
  const asked = vi.fn(fetchHoldList);
  const gateway: Gateway = { baseUrl: "https://own.invalid", fetchHoldList: asked, send: vi.fn() };
  const { last } = renderHoldList({ ...world, gateway });
  await pass(1_000);
  expect(last()).toMatchObject({ status: "error", doubt: { failure: { kind: "network" }, failures: 1 } });
  await pass(9_000);
  expect(asked).toHaveBeenCalledTimes(3);
});

describe("a listener of the host's that throws", () => {
  const thrown = new Error("the host's own");
  const throwing = () => {
    throw thrown;
  };

  it("at a new Guid does not cost the list that came with it, and is thrown for the page to see", async () => {
    const world = openGateway();
    const unsubscribe = world.session.subscribe(throwing);
    world.simulator.order({ kind: "setGuid", times: 1 });
    const { ready } = renderHoldList(world);
    await expect(pass(250)).rejects.toBe(thrown);
    unsubscribe();
    await pass(250);
    expect(ready()).toMatchObject({ calls: [{ callId: "1-1" }], doubt: null });
    await pass(4_000);
    expect(world.asked.at(-1)?.guid).toBe(world.session.getState().session?.guid);
  });

  it("at a sign-out does not keep the list on screen", async () => {
    const world = openGateway();
    world.session.subscribe(throwing);
    const { last } = renderHoldList(world);
    await pass(250);
    expect(last()).toMatchObject({ status: "ready" });
    act(() => world.session.getState().signOut());
    expect(last()).toEqual({ status: "signed-out", condition: "signed-out" });
    await expect(pass(250)).rejects.toBe(thrown);
  });
});
