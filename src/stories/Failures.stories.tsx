import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, within } from "storybook/test";
import sampleAnswer from "../../test/gateway/sampleAnswer.json?raw";
import { HoldListPanel } from "../panel/HoldListPanel.js";
import { holdThree, inDoubt, panelMeta } from "./panelStories.js";
import { type StoryGateway, type StoryWorld } from "./StoryDesktop.js";

const meta = {
  ...panelMeta,
  title: "Panel/Failures",
  component: HoldListPanel,
  parameters: {
    docs: {
      description: {
        component:
          "What the panel shows when the gateway fails or refuses. The last list stays, with the reason and the time of the last good answer.",
      },
    },
  },
} satisfies Meta<typeof HoldListPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** After two failed polls the list is marked with the reason and the time of the last good answer. */
export const ListInDoubt: Story = {
  parameters: { gateway: inDoubt({ kind: "disconnect" }) },
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/Not updated since/, {}, { timeout: 10_000 })).toBeVisible();
    await expect(canvas.getAllByRole("listitem")).toHaveLength(3);
    const { simulator } = loaded as StoryWorld;
    simulator.clearFaults();
    await userEvent.click(canvas.getByRole("button", { name: "Try now" }));
    await expect(await canvas.findByText("Up to date again")).toBeVisible();
    simulator.order({ kind: "disconnect" });
  },
};

/** Nothing was on hold at the last good answer, but calls may be on hold now. */
export const EmptyInDoubt: Story = {
  parameters: {
    gateway: { afterFirstAnswer: (simulator) => void simulator.order({ kind: "disconnect" }) } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText(/No calls were on hold at/, {}, { timeout: 10_000 }),
    ).toBeVisible();
  },
};

/** After a refused session the panel asks once more. Then it stops polling until there is a new Guid. */
export const Code100006SessionRefused: Story = {
  name: "100-006: session refused, list kept",
  args: { onSignIn: fn() },
  parameters: { gateway: inDoubt({ kind: "retcode", retcode: "100-006", message: "the agent is not logged in" }) },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const signIn = await canvas.findByRole("button", { name: "Sign in" }, { timeout: 6_000 });
    await expect(canvas.getByText("Sign in again")).toBeVisible();
    await expect(canvas.getByText("138 0013 8000")).toBeVisible();
    await userEvent.click(signIn);
    await expect(args.onSignIn).toHaveBeenCalledOnce();
  },
};

export const Code100006WithoutList: Story = {
  name: "100-006: session refused, no list",
  parameters: {
    gateway: {
      before: (simulator) => void simulator.order({ kind: "retcode", retcode: "100-006" }),
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("Sign in again", {}, { timeout: 4_000 })).toBeVisible();
  },
};

export const Code100008SignedOut: Story = {
  name: "100-008: signed out by the gateway",
  parameters: {
    gateway: {
      before: (simulator) => void simulator.order({ kind: "retcode", retcode: "100-008" }),
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("Sign in to see your calls on hold.")).toBeVisible();
  },
};

export const Code300001NoPermission: Story = {
  name: "300-001: no permission",
  parameters: {
    gateway: {
      before: (simulator) =>
        void simulator.order({
          kind: "retcode",
          retcode: "300-001",
          message: "no permission to query agent information",
        }),
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("No permission to see calls on hold")).toBeVisible();
    const { simulator } = loaded as StoryWorld;
    simulator.clearFaults();
    await userEvent.click(canvas.getByRole("button", { name: "Retry" }));
    await expect(await canvas.findByText("No calls on hold")).toBeVisible();
  },
};

/** The agent is being switched to another gateway: the list stays, and the panel says why it is not up to date. */
export const Code000004SwitchingOver: Story = {
  name: "000-004: switching over",
  parameters: { gateway: inDoubt({ kind: "retcode", retcode: "000-004" }) },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/is switching servers/, {}, { timeout: 10_000 })).toBeVisible();
  },
};

export const UnknownRetcode: Story = {
  parameters: {
    gateway: {
      before: (simulator) => void simulator.order({ kind: "retcode", retcode: "999-999", message: "系统异常" }),
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("Code 999-999: 系统异常")).toBeVisible();
  },
};

/** The first poll fails. “Try now” polls at once. */
export const Http502: Story = {
  name: "HTTP 502",
  parameters: {
    gateway: { before: (simulator) => void simulator.order({ kind: "http", status: 502 }) } satisfies StoryGateway,
  },
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("Cannot show calls on hold")).toBeVisible();
    await expect(canvas.getByText(/HTTP 502/)).toBeVisible();
    const { simulator, agentId } = loaded as StoryWorld;
    simulator.clearFaults();
    holdThree(simulator, agentId);
    await userEvent.click(canvas.getByRole("button", { name: "Try now" }));
    await expect(await canvas.findByText("138 0013 8000")).toBeVisible();
  },
};

/** The gateway does not answer. The default timeout is 10 s; this story uses 1 s. */
export const Timeout: Story = {
  parameters: {
    gateway: {
      before: (simulator) => void simulator.order({ kind: "silence" }),
      timeout: 1_000,
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText(/did not answer within 1 s/, {}, { timeout: 4_000 }),
    ).toBeVisible();
  },
};

/** An HTML page instead of JSON, such as a proxy's login page. */
export const MalformedAnswer: Story = {
  parameters: {
    gateway: {
      before: (simulator) =>
        void simulator.order({ kind: "body", body: "<!doctype html><title>Log in</title>", contentType: "text/html" }),
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/sent something unreadable/)).toBeVisible();
  },
};

/** One row of the answer cannot be parsed: the other rows show, and the panel says that one is missing. */
export const UnreadableRow: Story = {
  parameters: {
    gateway: {
      before: (simulator) => {
        const { result } = JSON.parse(sampleAnswer) as { result: object[] };
        const body = JSON.stringify({ message: "", retcode: "0", result: [...result, { callfeature: 0 }] });
        simulator.order({ kind: "body", body });
      },
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/1 more call could not be read/)).toBeVisible();
  },
};
