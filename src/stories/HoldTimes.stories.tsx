import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { HoldListPanel } from "../panel/HoldListPanel.js";
import { holdThree, minute, panelMeta, waiting } from "./panelStories.js";
import { type StoryGateway } from "./StoryDesktop.js";

const meta = {
  ...panelMeta,
  title: "Panel/Hold times",
  component: HoldListPanel,
  parameters: {
    docs: {
      description: {
        component:
          "How long each call has been on hold, how precise that is, and which calls have been on hold for too long.",
      },
    },
  },
} satisfies Meta<typeof HoldListPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Long after one minute, too long after three: shown by an edge, a colour, a text, and a count in the header. */
export const Attention: Story = {
  parameters: { gateway: waiting },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("Too long")).toBeVisible();
    await expect(canvas.getByText("Long hold")).toBeVisible();
    await expect(canvas.getByText("1 too long")).toBeVisible();
    const rows = canvas.getAllByRole("listitem");
    await expect(rows[0]).toHaveTextContent("138 0013 8000");
  },
};

/** In the last third of the wait for the next level, the edge grows. It does not move where the user wants less motion. */
export const NearlyLong: Story = {
  parameters: {
    gateway: {
      before: holdThree,
      heldFor: { "1501127996-2": 2.7 * minute, "1501127920-0": 52_000, "1501128311-5": 9_000 },
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText("Long hold");
    const rows = within(canvasElement).getAllByRole("listitem");
    const animations = rows.map((row) => row.querySelector(".hlp-progress")?.getAnimations()[0]?.effect);
    const timings = animations.map((effect) => effect?.getComputedTiming());
    await expect(timings.map((timing) => timing?.duration)).toEqual([40_000, 20_000, 20_000]);
    // The story's times are some seconds older by now.
    const [longest, middle, newest] = timings.map((timing) => timing?.progress);
    await expect(longest).toBeGreaterThan(0.5);
    await expect(middle).toBeGreaterThan(0.5);
    await expect(newest).toBeNull();
  },
};

/** “Mute” acknowledges a call until the next threshold. The header no longer counts it. */
export const Acknowledged: Story = {
  parameters: { gateway: waiting },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /^Mute reminders of .*138 0013 8000/ }));
    await expect(await canvas.findByText("Muted")).toBeVisible();
    await expect(canvas.queryByText("1 too long")).not.toBeInTheDocument();
  },
};

/** A snoozed call alerts again after one minute. */
export const Snoozed: Story = {
  parameters: { gateway: waiting },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Details, call ID ending 996-2" }));
    await userEvent.click(await canvas.findByRole("button", { name: /^Remind me of 138 0013 8000/ }));
    await expect(await canvas.findByText("Snoozed")).toBeVisible();
    await expect(canvas.queryByText("1 too long")).not.toBeInTheDocument();
  },
};

/** Calls that were on hold when the list was first read: the time is a lower bound. The details explain the prefix. */
export const AtLeast: Story = {
  parameters: { gateway: { before: holdThree } satisfies StoryGateway },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Details, call ID ending 996-2" }));
    await expect(canvas.getByText(/^Already on hold when first seen at/)).toBeVisible();
    await expect(canvas.getAllByText("≥")).toHaveLength(3);
  },
};

/** A call that appeared between two polls, some seconds apart: the time is approximate. */
export const Observed: Story = {
  parameters: {
    gateway: {
      afterFirstAnswer: (simulator, agentId) => {
        simulator.order({ kind: "latency", delay: 2_500, times: 1 });
        holdThree(simulator, agentId);
      },
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await expect((await within(canvasElement).findAllByText("~", {}, { timeout: 8_000 }))[0]).toBeVisible();
  },
};

/** The hold event was passed on, or the host set the time: no prefix. */
export const Exact: Story = {
  parameters: {
    gateway: { before: holdThree, heldFor: { "1501127996-2": 31_000 } } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/^0:[345]\d$/)).toBeVisible();
  },
};

/** Hold times of more than an hour and more than a day. */
export const LongTimes: Story = {
  parameters: {
    gateway: {
      before: holdThree,
      heldFor: { "1501127996-2": 62.75 * minute, "1501127920-0": 26 * 60 * minute },
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    const rows = within(await within(canvasElement).findByRole("list"));
    await expect(await rows.findByText(/^1:02:\d\d$/)).toBeVisible();
    await expect(rows.getByText(/^1 d 02:00:\d\d$/)).toBeVisible();
  },
};

/** Seconds tick without a React render. */
export const Ticking: Story = {
  parameters: { gateway: waiting },
  play: async ({ canvasElement }) => {
    const rows = within(await within(canvasElement).findByRole("list"));
    const shown = (await rows.findByText(/^4:\d\d$/)).textContent;
    await waitFor(() => expect(rows.queryByText(shown)).not.toBeInTheDocument(), { timeout: 3_000 });
  },
};

/** Sound and notifications. The browser may block them until the agent allows them. */
export const SoundAndNotifications: Story = {
  args: { sound: true, notifications: true },
  parameters: { gateway: waiting },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("Too long")).toBeVisible();
  },
};
