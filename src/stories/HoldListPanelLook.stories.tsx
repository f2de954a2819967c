import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import "../themes/antd.css";
import "../themes/dense.css";
import { HoldListPanel } from "../panel/HoldListPanel.js";
import panelMeta, {
  Attention,
  CallDetails,
  Code100006SessionRefused,
  DarkAttention,
  ListInDoubt,
  WideAttention,
} from "./HoldListPanel.stories.js";

const meta = {
  title: "HoldListPanel/Look",
  component: HoldListPanel,
  loaders: panelMeta.loaders,
  render: panelMeta.render,
  parameters: {
    docs: {
      description: {
        component:
          "How to match the panel to the host's desktop: two densities, custom properties, and two example themes. src/panel/TOKENS.md lists all properties.",
      },
    },
  },
} satisfies Meta<typeof HoldListPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const compact = { density: "compact" } as const;
const antd = { className: "hold-list-antd" };
const dense = { className: "hold-list-dense", ...compact };
// axe runs when this play function ends.
const shown: NonNullable<Story["play"]> = async ({ canvasElement }) => {
  await expect(await within(canvasElement).findByText("Too long")).toBeVisible();
};
const dark = DarkAttention.parameters?.style as object;

/** More rows in less height. Controls stay at least 24 px wide and high. */
export const Compact: Story = {
  args: compact,
  parameters: Attention.parameters ?? {},
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("Too long")).toBeVisible();
    for (const button of canvas.getAllByRole("button")) {
      const { width, height } = button.getBoundingClientRect();
      await expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  },
};

export const CompactWide: Story = { args: compact, parameters: WideAttention.parameters ?? {}, play: shown };

export const CompactDetails: Story = {
  args: compact,
  parameters: CallDetails.parameters ?? {},
  play: async (context) => CallDetails.play?.(context),
};

/** A theme in the style of Ant Design. */
export const AntDesign: Story = { args: antd, parameters: Attention.parameters ?? {}, play: shown };

export const AntDesignDark: Story = { args: antd, parameters: { ...Attention.parameters, style: dark }, play: shown };

export const AntDesignInDoubt: Story = {
  args: antd,
  parameters: ListInDoubt.parameters ?? {},
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/Not updated since/, {}, { timeout: 10_000 })).toBeVisible();
  },
};

export const AntDesignDarkSessionRefused: Story = {
  args: { ...antd, ...Code100006SessionRefused.args },
  parameters: { ...Code100006SessionRefused.parameters, style: dark },
  play: async ({ canvasElement }) => {
    const signIn = await within(canvasElement).findByRole("button", { name: "Sign in" }, { timeout: 6_000 });
    await expect(signIn).toBeVisible();
  },
};

/** A theme with square corners and small, tight rows, for desktops with many windows. */
export const Dense: Story = { args: dense, parameters: Attention.parameters ?? {}, play: shown };

export const DenseDark: Story = { args: dense, parameters: { ...Attention.parameters, style: dark }, play: shown };

export const DenseWide: Story = { args: dense, parameters: WideAttention.parameters ?? {}, play: shown };

export const DenseSessionRefused: Story = {
  args: { ...dense, ...Code100006SessionRefused.args },
  parameters: Code100006SessionRefused.parameters ?? {},
  play: AntDesignDarkSessionRefused.play!,
};

/** Larger controls for touch: `--hlp-target: 44px`. */
export const Touch: Story = {
  args: { style: { "--hlp-target": "44px" } as object },
  parameters: Attention.parameters ?? {},
  play: async (context) => {
    await shown(context);
    for (const button of within(context.canvasElement).getAllByRole("button"))
      await expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  },
};
