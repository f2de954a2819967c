import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { createStoryWorld, StoryDesktop, type StoryGateway, type StoryWorld } from "./StoryDesktop.js";
import { retrieve, zhCN } from "../index.js";
import type { Simulator } from "../simulator/simulator.js";
import { HoldListPanel } from "../panel/HoldListPanel.js";

const supervised = { agentId: "292", name: "Li Wei" };
const holdTwo = (simulator: Simulator) => {
  for (const [callId, caller] of [
    ["1501127996-2", "13800138000"],
    ["1501127920-0", "70941"],
  ] as const)
    simulator.holdCall("292", { callId, callType: 0, caller, called: "10086", skill: "voice" });
};
const refusedBy = (retcode: string): StoryGateway => ({
  supervised,
  before: (simulator) => void simulator.order({ kind: "retcode", retcode, on: "holdListEx" }),
});

const meta = {
  title: "Panel/Supervisor",
  component: HoldListPanel,
  loaders: [({ parameters }) => createStoryWorld((parameters as { gateway: StoryGateway }).gateway)],
  render: (args, { loaded, parameters }) => (
    <StoryDesktop
      world={loaded as StoryWorld}
      gateway={(parameters as { gateway: StoryGateway }).gateway}
      panel={args}
    />
  ),
  parameters: {
    gateway: { supervised, before: holdTwo } satisfies StoryGateway,
    docs: {
      description: {
        component:
          "The panel with another agent's list (`holdlistex`), set by `supervised` on the provider. It is read-only.",
      },
    },
  },
} satisfies Meta<typeof HoldListPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Another agent's calls. No action is offered, even if the host passes `actions`. */
export const AnotherAgentsCalls: Story = {
  args: { actions: [retrieve] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole("region", { name: "On hold: Li Wei" })).toBeVisible();
    await expect(await canvas.findByText("138 0013 8000")).toBeVisible();
    await expect(canvas.queryByRole("button", { name: /^Retrieve/ })).not.toBeInTheDocument();
  },
};

export const NothingOnHold: Story = {
  parameters: { gateway: { supervised, before: () => {} } satisfies StoryGateway }, // Storybook merges this with the parameters of `meta`
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("Li Wei has no calls on hold")).toBeVisible();
  },
};

export const NoPermission: Story = {
  name: "300-001: no permission",
  parameters: { gateway: refusedBy("300-001") },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText("No permission to see calls that Li Wei has on hold"),
    ).toBeVisible();
  },
};

/** The list of an agent on another cluster node cannot be read. The code for this is unknown; 100-007 is one possibility. */
export const AnotherNode: Story = {
  name: "100-007: perhaps on another node",
  parameters: { gateway: refusedBy("100-007") },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/may be on another node of the cluster/)).toBeVisible();
  },
};

/** One of the two agents is not signed in. The code does not say which. */
export const NotSignedIn: Story = {
  name: "100-006: one of the two is not signed in",
  parameters: { gateway: refusedBy("100-006") },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText(/You or Li Wei have been signed out/, {}, { timeout: 4_000 }),
    ).toBeVisible();
  },
};

export const Chinese: Story = {
  args: { labels: zhCN },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("Li Wei 保持中的通话")).toBeVisible();
  },
};
