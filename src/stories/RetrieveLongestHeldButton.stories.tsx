import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { createStoryWorld, simulatedUrl, type StoryWorld } from "./StoryDesktop.js";
import { createAgentSession, createGateway, HoldListPanel, HoldListProvider, retrieve } from "../index.js";
import {
  RetrieveLongestHeldButton,
  type RetrieveLongestHeldButtonProps,
} from "../panel/actions/RetrieveLongestHeldButton.js";

/** A toolbar with the button, and a panel that shows the outcome. */
function Desktop({ world, button }: { world: StoryWorld; button: RetrieveLongestHeldButtonProps }) {
  const { simulator, agentId } = world;
  const [desktop] = useState(() => ({
    session: createAgentSession({ agentId, guid: simulator.signIn(agentId) }),
    gateway: createGateway({ baseUrl: simulatedUrl, fetch: simulator.fetch }),
  }));
  return (
    <HoldListProvider {...desktop} pollInterval={1_000}>
      <p>
        <RetrieveLongestHeldButton {...button} />
      </p>
      <div style={{ maxInlineSize: 344 }}>
        <HoldListPanel actions={[retrieve]} />
      </div>
    </HoldListProvider>
  );
}

const meta = {
  title: "Actions/Retrieve the longest",
  component: RetrieveLongestHeldButton,
  args: { action: retrieve },
  loaders: [
    () =>
      createStoryWorld({
        before: (simulator, agentId) => {
          for (const [callId, caller] of [
            ["1501127996-2", "13800138000"],
            ["1501127920-0", "70941"],
          ] as const)
            simulator.holdCall(agentId, { callId, callType: 0, caller, called: "10086", skill: "" });
        },
      }),
  ],
  render: (args, { loaded }) => <Desktop world={loaded as StoryWorld} button={args} />,
} satisfies Meta<typeof RetrieveLongestHeldButton>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The button's name includes the call that it will retrieve. */
export const InAToolbar: Story = {
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Retrieve longest held 138 0013 8000, 996-2" }));
    await expect(await canvas.findByText("Off hold")).toBeVisible();
    const { simulator } = loaded as StoryWorld;
    const sent = simulator.requests.filter(({ method }) => method === "POST");
    await expect(sent.map(({ callId }) => callId)).toEqual(["1501127996-2"]);
  },
};

export const NothingOnHold: Story = {
  loaders: [() => createStoryWorld()],
  play: async ({ canvasElement }) => {
    const button = await within(canvasElement).findByRole("button", { name: "Retrieve longest held" });
    await waitFor(() => expect(button).toHaveAccessibleDescription("No calls on hold"));
  },
};
