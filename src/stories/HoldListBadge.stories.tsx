import type { Meta, StoryObj } from "@storybook/react-vite";
import { useEffect, useState } from "react";
import { expect, userEvent, waitFor, within } from "storybook/test";
import {
  createAgentSession,
  createGateway,
  HoldListBadge,
  type HoldListPanelProps,
  HoldListProvider,
  retrieve,
} from "../index.js";
import type { Simulator } from "../simulator/simulator.js";
import { createStoryWorld, simulatedUrl, type StoryWorld } from "./StoryDesktop.js";

/** A toolbar with the badge. The first call has been on hold for `heldFor` ms. */
function Toolbar({ world, badge, heldFor }: { world: StoryWorld; badge: HoldListPanelProps; heldFor: number }) {
  const { simulator, agentId } = world;
  const [desktop] = useState(() => ({
    session: createAgentSession({ agentId, guid: simulator.signIn(agentId) }),
    gateway: createGateway({ baseUrl: simulatedUrl, fetch: simulator.fetch }),
  }));
  useEffect(() => desktop.session.getState().setHeldSince("1501127996-2", Date.now() - heldFor), [desktop, heldFor]);
  return (
    <HoldListProvider {...desktop} pollInterval={1_000} shareBetweenTabs={false}>
      <HoldListBadge {...badge} />
    </HoldListProvider>
  );
}

function holdTwo(simulator: Simulator, agentId: string): void {
  for (const [callId, caller] of [
    ["1501127996-2", "13800138000"],
    ["1501127920-0", "70941"],
  ] as const)
    simulator.holdCall(agentId, { callId, callType: 0, caller, called: "10086", skill: "" });
}

const meta = {
  title: "Panel/Badge",
  component: HoldListBadge,
  args: { actions: [retrieve] },
  parameters: { heldFor: 42_000 },
  loaders: [() => createStoryWorld({ before: holdTwo })],
  render: (args, { loaded, parameters }) => (
    <Toolbar world={loaded as StoryWorld} badge={args} heldFor={parameters.heldFor as number} />
  ),
} satisfies Meta<typeof HoldListBadge>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Number of calls and longest hold time. A press opens the panel. */
export const Current: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const chip = await canvas.findByRole("button", { name: /^On hold: 2 calls/ });
    await expect(chip.getBoundingClientRect().height).toBe(28);
    await expect(chip.firstElementChild?.getBoundingClientRect().height).toBe(24);
    await userEvent.click(chip);
    const panel = await canvas.findByRole("dialog", { name: "On hold" });
    await expect(within(panel).getAllByRole("listitem")).toHaveLength(2);
    await expect(panel.matches(":popover-open")).toBe(true);
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(panel).not.toBeVisible());
    await expect(chip).toHaveFocus();
  },
};

export const TooLong: Story = {
  parameters: { heldFor: 252_000 },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole("button", { name: /1 too long/ })).toBeVisible();
  },
};

export const InDoubt: Story = {
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole("button", { name: /^On hold: 2 calls/ });
    (loaded as StoryWorld).simulator.order({ kind: "disconnect" });
    await expect(await canvas.findByRole("button", { name: /Last updated at/ }, { timeout: 20_000 })).toBeVisible();
  },
};
