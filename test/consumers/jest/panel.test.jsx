import { render, screen } from "@testing-library/react";
import { createAgentSession, createGateway, HoldListPanel, HoldListProvider } from "hold-list-panel";
import { createSimulator } from "hold-list-panel/simulator";
import "hold-list-panel/styles.css";

it("shows the simulated gateway's calls", async () => {
  const simulator = createSimulator();
  simulator.holdCall("291", { callType: 0, caller: "13800138000" });
  const session = createAgentSession({ agentId: "291", guid: simulator.signIn("291") });
  const gateway = createGateway({ baseUrl: "https://gateway.invalid", fetch: simulator.fetch });
  render(
    <HoldListProvider gateway={gateway} session={session}>
      <HoldListPanel />
    </HoldListProvider>,
  );
  expect(await screen.findByText("138 0013 8000")).toBeTruthy();
});
