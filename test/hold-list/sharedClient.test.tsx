import { QueryClient } from "@tanstack/react-query";
import { act, render, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { createAgentSession, createGateway, HoldListPanel, HoldListProvider, retrieve } from "../../src/index.js";
import { createSimulator } from "../../src/simulator/simulator.js";
import { agentId, holdThree, move } from "../support/renderPanel.js";

it("tells each of two providers that share a client what the one poll brought", async () => {
  vi.useFakeTimers({ now: new Date(2026, 2, 5, 10, 42, 7) });
  sessionStorage.clear();
  const simulator = createSimulator();
  holdThree(simulator);
  const shared = {
    gateway: createGateway({ baseUrl: "https://gateway.invalid", fetch: simulator.fetch }),
    session: createAgentSession({ agentId, guid: simulator.signIn(agentId) }),
    queryClient: new QueryClient(),
  };
  render(
    ["Left", "Right"].map((name) => (
      <HoldListProvider key={name} {...shared}>
        <HoldListPanel aria-label={name} actions={[retrieve]} />
      </HoldListProvider>
    )),
  );
  await move(4_000);
  const polls = simulator.requests.length;
  expect(polls).toBeLessThanOrEqual(3);
  for (const name of ["Left", "Right"])
    expect(within(screen.getByRole("region", { name })).getAllByRole("timer")).toHaveLength(3);
  const [, right] = screen.getAllByRole("button", { name: "Retrieve 138 0013 8000, 996-2" });
  act(() => right?.click());
  await move(500);
  expect(simulator.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
});
