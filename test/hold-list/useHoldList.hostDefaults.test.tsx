import {
  focusManager,
  IsRestoringProvider,
  onlineManager,
  QueryClient,
  QueryClientProvider,
} from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { HoldListProvider } from "../../src/HoldListProvider.js";
import { useHoldList } from "../../src/hold-list/useHoldList.js";
import { openGateway, pass, renderHoldList } from "../support/renderHoldList.js";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

afterEach(() => {
  focusManager.setFocused(undefined);
  onlineManager.setOnline(true);
});

it("polls at its own pace where the host has told react-query that the page is unfocused and offline", async () => {
  focusManager.setFocused(false);
  onlineManager.setOnline(false);
  const world = openGateway();
  const { ready } = renderHoldList(world);
  await pass(10_250);
  expect(ready().calls).toHaveLength(1);
  expect(world.asked).toHaveLength(6);
});

it("neither uses nor fills the QueryClient of the host's tree", async () => {
  const world = openGateway();
  const queries = { enabled: false, retry: 5, refetchInterval: 10, throwOnError: true, gcTime: Infinity };
  const client = new QueryClient({ defaultOptions: { queries } });
  const statuses: string[] = [];
  function Reader() {
    statuses.push(useHoldList().status);
    return null;
  }
  render(
    <QueryClientProvider client={client}>
      <HoldListProvider gateway={world.gateway} session={world.session}>
        <Reader />
      </HoldListProvider>
    </QueryClientProvider>,
  );
  await pass(1_000);
  expect(statuses.at(-1)).toBe("ready");
  expect(world.asked).toHaveLength(1);
  expect(client.getQueryCache().getAll()).toEqual([]);
});

it("starts once the host has restored its own cache", async () => {
  const world = openGateway();
  const statuses: string[] = [];
  function Reader() {
    statuses.push(useHoldList().status);
    return null;
  }
  const tree = (restoring: boolean) => (
    <IsRestoringProvider value={restoring}>
      <HoldListProvider gateway={world.gateway} session={world.session}>
        <Reader />
      </HoldListProvider>
    </IsRestoringProvider>
  );
  const { rerender } = render(tree(true));
  await pass(1_000);
  expect(statuses.at(-1)).toBe("loading");
  rerender(tree(false));
  await pass(1_000);
  expect(statuses.at(-1)).toBe("ready");
});
