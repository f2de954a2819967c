import type { Meta, StoryObj } from "@storybook/react-vite";
import type { CSSProperties } from "react";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import sampleAnswer from "../../test/gateway/sampleAnswer.json?raw";
import { maskNumber, zhCN } from "../index.js";
import type { Simulator } from "../simulator/simulator.js";
import { HoldListPanel } from "../panel/HoldListPanel.js";
import { createStoryWorld, StoryDesktop, type StoryGateway, type StoryWorld } from "./StoryDesktop.js";

type StoryParameters = { gateway?: StoryGateway; style?: CSSProperties };

const meta = {
  title: "HoldListPanel",
  component: HoldListPanel,
  loaders: [({ parameters }) => createStoryWorld((parameters as StoryParameters).gateway)],
  render: (args, { loaded, parameters }) => {
    const { gateway = {}, style } = parameters as StoryParameters;
    return <StoryDesktop world={loaded as StoryWorld} gateway={gateway} panel={args} style={style ?? {}} />;
  },
  parameters: {
    docs: {
      description: {
        component:
          "Shows an agent their calls on hold and whether the list is up to date. Every story runs the real hook against a simulated gateway with the requests, answers and faults of the interface.",
      },
    },
  },
} satisfies Meta<typeof HoldListPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

function holdThree(simulator: Simulator, agentId: string): void {
  simulator.holdCall(agentId, {
    callId: "1501127996-2",
    callType: 7,
    caller: "10086",
    called: "13800138000",
    skill: "After-sales",
  });
  simulator.holdCall(agentId, {
    callId: "1501127920-0",
    callType: 0,
    caller: "70941",
    called: "10086",
    skill: "voice",
  });
  simulator.holdCall(agentId, { callId: "1501128311-5", callType: 51, caller: "40038", called: "291", skill: "" });
}

/** A list of three calls, and a fault in every later poll. */
const inDoubt = (fault: Parameters<Simulator["order"]>[0]): StoryGateway => ({
  before: holdThree,
  afterFirstAnswer: (simulator) => void simulator.order(fault),
});

const describedAs = (description: string) => ({ docs: { description: { story: description } } });

/** Three calls. An outgoing call shows the called number, any other call the caller's. */
export const SeveralCalls: Story = {
  parameters: { gateway: { before: holdThree } satisfies StoryGateway },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("138 0013 8000")).toBeVisible();
    await expect(canvas.getAllByRole("listitem")).toHaveLength(3);
  },
};

/** Nothing on hold, the most common state, takes one line. */
export const Empty: Story = {
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("No calls on hold")).toBeVisible();
  },
};

export const Code400003NoHeldCall: Story = {
  name: "400-003: no held call",
  parameters: {
    gateway: {
      before: (simulator) => void simulator.order({ kind: "retcode", retcode: "400-003" }),
    } satisfies StoryGateway,
    ...describedAs(
      "Retcode 400-003 means “no call information when getting the hold queue”. It is not a failure but one of the ways in which a gateway reports that nothing is on hold, so the panel shows the empty state.",
    ),
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("No calls on hold")).toBeVisible();
  },
};

export const SignedOut: Story = { parameters: { gateway: { signedOut: true } satisfies StoryGateway } };

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

/** The first answer is slow: a skeleton row appears after 300 ms, a text after 3 s. */
export const Loading: Story = {
  parameters: {
    gateway: {
      before: (simulator) => void simulator.order({ kind: "silence" }),
      timeout: 60_000,
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("Loading calls on hold…")).toBeInTheDocument();
  },
};

/** The sample answer of the interface's documentation, unchanged. */
export const SampleAnswer: Story = {
  parameters: {
    gateway: {
      before: (simulator) => void simulator.order({ kind: "body", body: sampleAnswer }),
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("70943")).toBeVisible();
    await expect(canvas.getByText("70941")).toBeVisible();
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

const darkDesktop: CSSProperties = { colorScheme: "dark", background: "#0c0e12", padding: 12 };

const minute = 60_000;

/** Three calls with known hold times: one held long, one too long. Rows are sorted longest first. */
const waiting: StoryGateway = {
  before: holdThree,
  heldFor: { "1501127996-2": 4.2 * minute, "1501127920-0": 1.6 * minute, "1501128311-5": 9_000 },
};

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

export const DarkAttention: Story = { parameters: { gateway: waiting, style: darkDesktop } };

export const WideAttention: Story = { parameters: { gateway: waiting, style: { maxInlineSize: 900 } } };

export const ChineseAttention: Story = {
  args: { labels: zhCN },
  parameters: { gateway: waiting, style: { inlineSize: 280 } },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("保持超时")).toBeVisible();
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

/** A call that has just left hold stays in place for five seconds. The reason shows if an event reported it. */
export const JustLeft: Story = {
  parameters: {
    gateway: {
      before: holdThree,
      afterFirstAnswer: (simulator, agentId) => simulator.endCall(agentId, "1501127920-0"),
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("Off hold", {}, { timeout: 5_000 })).toBeVisible();
  },
};

/** Numbers are masked on screen and in announcements. The host allows revealing a number for 5 s. */
export const Masked: Story = {
  args: { mask: maskNumber, revealFor: 5_000 },
  parameters: { gateway: waiting },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("•••• 8000")).toBeVisible();
    await expect(canvasElement.innerHTML).not.toContain("13800138000");
    await userEvent.click(canvas.getByRole("button", { name: "Details, call ID ending 996-2" }));
    await userEvent.click(canvas.getByRole("button", { name: "Show number" }));
    await expect((await canvas.findAllByText("138 0013 8000"))[0]).toBeVisible();
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

/** The call ID distinguishes calls with the same number. The details show it in full, with a copy button. */
export const CallDetails: Story = {
  parameters: { gateway: { before: holdThree } satisfies StoryGateway },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const writeText = fn(() => Promise.resolve());
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
    await userEvent.click(await canvas.findByRole("button", { name: "Details, call ID ending 996-2" }));
    await userEvent.click(canvas.getByRole("button", { name: "Copy call ID ending 996-2" }));
    await expect(writeText).toHaveBeenCalledWith("1501127996-2");
    const [shown] = await canvas.findAllByText("Copied"); // also said to a screen reader
    await expect(shown).toBeVisible();
  },
};

const customers = new Map([
  ["1501127996-2", "Li Na"],
  ["1501127920-0", "Wang Wei"],
]);

/** Host content in each row. The host returns nothing for the third call. */
export const HostContent: Story = {
  args: { renderCall: (call) => customers.get(call.callId) },
  parameters: { gateway: { before: holdThree } satisfies StoryGateway },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("Li Na")).toBeVisible();
  },
};

export const ThirtyCalls: Story = {
  name: "30 calls",
  parameters: {
    gateway: {
      before: (simulator, agentId) => {
        for (let count = 0; count < 30; count++) simulator.holdCall(agentId);
      },
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getAllByRole("listitem")).toHaveLength(30));
    const [first, second] = canvas.getAllByRole("button", { name: /^Details/ });
    first?.focus();
    await userEvent.keyboard("{ArrowDown}");
    await expect(second).toHaveFocus();
  },
};

export const LongNumbersAndSkills: Story = {
  parameters: {
    gateway: {
      before: (simulator, agentId) => {
        simulator.holdCall(agentId, {
          callType: 0,
          caller: "00861380013800012345678901234567890",
          skill: "Premium after-sales support for customers of the northern and eastern provinces",
        });
        simulator.holdCall(agentId, { callType: 99, caller: "anonymous.caller@example.com", skill: "<b>voice</b>" });
        simulator.holdCall(agentId, { callType: 0, caller: "", skill: "" });
      },
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("<b>voice</b>")).toBeInTheDocument();
    await expect(within(canvasElement).getByText("Type 99")).toBeVisible();
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
  render: (args, context) => <div dir="rtl">{meta.render(args, context)}</div>,
};
