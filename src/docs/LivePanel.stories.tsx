import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { connectAndLeave, en, enActions, hangUp, retrieve, threeParty, zhCN, zhCNActions } from "../index.js";
import { createStoryWorld, StoryDesktop, type StoryGateway, type StoryWorld } from "../stories/StoryDesktop.js";

const gateway: StoryGateway = {
  before: (simulator, agentId) => {
    const incoming = { callType: 0, called: "+18005550199" };
    simulator.holdCall(agentId, { ...incoming, callId: "1501127996-2", caller: "+12025550144", skill: "Billing" });
    simulator.holdCall(agentId, { ...incoming, callId: "1501127920-0", caller: "+13125550118", skill: "Orders" });
    simulator.holdCall(agentId, { ...incoming, callId: "1501128311-5", caller: "+14155550171", skill: "Billing" });
  },
  heldFor: { "1501127996-2": 185_000, "1501127920-0": 62_000, "1501128311-5": 9_000 },
};

const labels = { en: { ...en, ...enActions }, zhCN: { ...zhCN, ...zhCNActions } };

type LivePanelProps = {
  /** Language of the panel. */
  language: "en" | "zhCN";
  /** Whether calls can be retrieved, joined and hung up. */
  actions: boolean;
  /** Width in px. */
  width: number;
  /** Created by the story's loader. */
  world?: StoryWorld;
};

function LivePanel({ language, actions, width, world }: LivePanelProps): ReactNode {
  if (world === undefined) return null;
  return (
    <StoryDesktop
      world={world}
      gateway={gateway}
      style={{ maxInlineSize: width }}
      panel={{
        labels: labels[language],
        actions: actions ? [retrieve, threeParty, connectAndLeave, hangUp] : undefined,
      }}
    />
  );
}

const meta = {
  title: "Live panel",
  component: LivePanel,
  tags: ["!autodocs"],
  loaders: [() => ({ world: createStoryWorld(gateway) })],
  render: (args, { loaded }) => <LivePanel {...args} world={(loaded as { world: StoryWorld }).world} />,
  args: { language: "en", actions: true, width: 344 },
  argTypes: {
    language: { control: "inline-radio", options: ["en", "zhCN"] },
    width: { control: { type: "range", min: 280, max: 900, step: 4 } },
    world: { table: { disable: true } },
  },
} satisfies Meta<typeof LivePanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Three calls on hold: one too long, one long, one new. */
export const ThreeCalls: Story = {};
