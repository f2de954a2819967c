import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { zhCN } from "../index.js";
import "../themes/antd.css";
import "../themes/dense.css";
import { HoldListPanel } from "../panel/HoldListPanel.js";
import { Code100006SessionRefused, ListInDoubt } from "./Failures.stories.js";
import { CallDetails, HostContent } from "./HoldListPanel.stories.js";
import { Attention } from "./HoldTimes.stories.js";
import { darkDesktop, holdThree, inDoubt, panelMeta, waiting } from "./panelStories.js";
import type { StoryGateway } from "./StoryDesktop.js";

const meta = {
  ...panelMeta,
  title: "Panel/Appearance",
  component: HoldListPanel,
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
const dark = darkDesktop;

export const WideAttention: Story = { parameters: { gateway: waiting, style: { maxInlineSize: 900 } } };

export const DarkAttention: Story = { parameters: { gateway: waiting, style: darkDesktop } };

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

export const ChineseAttention: Story = {
  args: { labels: zhCN },
  parameters: { gateway: waiting, style: { inlineSize: 280 } },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("保持超时")).toBeVisible();
  },
};

/** The smallest supported width, 280 px. */
export const Narrow: Story = {
  parameters: { gateway: { before: holdThree } satisfies StoryGateway, style: { inlineSize: 280 } },
};

/** Text at 200 %: the layout wraps, and nothing is cut off. */
export const TwiceTheText: Story = {
  parameters: { gateway: waiting, style: { fontSize: 32 } },
  play: async ({ canvasElement }) => {
    const number = await within(canvasElement).findByText("138 0013 8000");
    await expect(number.getBoundingClientRect().height).toBeLessThan(60);
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
  },
};

/** From 46em (about 645 px) up, each call is one line with aligned columns. */
export const Wide: Story = {
  args: HostContent.args ?? {},
  parameters: { gateway: { before: holdThree } satisfies StoryGateway, style: { maxInlineSize: 900 } },
};

export const Dark: Story = {
  parameters: { gateway: { before: holdThree } satisfies StoryGateway, style: darkDesktop },
};

export const DarkInDoubt: Story = {
  parameters: { gateway: inDoubt({ kind: "disconnect" }), style: darkDesktop },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/Not updated since/, {}, { timeout: 10_000 })).toBeVisible();
  },
};

export const Chinese: Story = {
  args: { labels: zhCN },
  parameters: { gateway: { before: holdThree } satisfies StoryGateway },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("普通呼出")).toBeVisible();
  },
};

export const ChineseInDoubt: Story = {
  args: { labels: zhCN },
  parameters: { gateway: inDoubt({ kind: "http", status: 502 }) },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/起未更新/, {}, { timeout: 10_000 })).toBeVisible();
  },
};

export const RightToLeft: Story = {
  parameters: { gateway: { before: holdThree } satisfies StoryGateway },
  render: (args, context) => <div dir="rtl">{panelMeta.render(args, context)}</div>,
};
