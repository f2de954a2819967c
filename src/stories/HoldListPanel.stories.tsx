import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import sampleAnswer from "../../test/gateway/sampleAnswer.json?raw";
import { maskNumber, zhCN } from "../index.js";
import { HoldListPanel } from "../panel/HoldListPanel.js";
import { describedAs, holdThree, minute, panelMeta, waiting } from "./panelStories.js";
import { type StoryGateway } from "./StoryDesktop.js";

const meta = {
  ...panelMeta,
  title: "Panel/Calls",
  component: HoldListPanel,
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

const manyCalls: StoryGateway = {
  before: (simulator, agentId) => {
    const skills = ["After-sales", "voice", "Complaints and retention", ""];
    for (let index = 0; index < 42; index++)
      simulator.holdCall(agentId, {
        callId: `15011279${String(20 + index)}-${index % 10}`,
        callType: 0,
        caller: `1380013${String(1_000 + 37 * index)}`,
        called: "10086",
        skill: skills[index % skills.length] ?? "",
      });
  },
  heldFor: { "1501127920-0": 4.2 * minute, "1501127930-0": 1.6 * minute },
};

/** From 20 calls on, a field filters the list by a part of a number, skill or call ID. The header still counts all calls. */
export const Filter: Story = {
  parameters: { gateway: manyCalls },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = await canvas.findByRole("searchbox", { name: "Filter by number, skill or ID" });
    await userEvent.type(field, "0013 11");
    await expect(canvas.getAllByRole("listitem")).toHaveLength(3);
    await expect(canvas.getByText("3 of 42")).toBeVisible();
    await expect(canvas.getByText("1 too long")).toBeInTheDocument();
    await userEvent.keyboard("{Escape}");
    await expect(field).toHaveValue("");
    await userEvent.type(field, "complaints");
    await expect(canvas.getByText("10 of 42")).toBeVisible();
  },
};

export const ChineseFilter: Story = { args: { labels: zhCN }, parameters: { gateway: manyCalls } };

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
