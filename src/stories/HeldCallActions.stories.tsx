import type { Meta, StoryObj } from "@storybook/react-vite";
import type { CSSProperties } from "react";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { createStoryWorld, StoryDesktop, type StoryGateway, type StoryWorld } from "./StoryDesktop.js";
import { connectAndLeave, createHeldCallAction, hangUp, retrieve, threeParty, zhCN, zhCNActions } from "../index.js";
import type { Simulator } from "../simulator/simulator.js";
import { HoldListPanel } from "../panel/HoldListPanel.js";
import { enActions } from "../panel/labels/enActions.js";

type StoryParameters = { gateway?: StoryGateway; style?: CSSProperties };

const actions = [retrieve, threeParty, connectAndLeave, hangUp];
const outgoing = "138 0013 8000, 996-2";

function holdThree(simulator: Simulator, agentId: string): void {
  const call = (callId: string, callType: number, caller: string, called: string, skill: string) =>
    simulator.holdCall(agentId, { callId, callType, caller, called, skill });
  call("1501127996-2", 7, "10086", "13800138000", "After-sales");
  call("1501127920-0", 0, "70941", "10086", "voice");
  call("1501128311-5", 51, "40038", "291", "");
}

const waiting: StoryGateway = {
  before: holdThree,
  heldFor: { "1501127996-2": 41_000, "1501127920-0": 37_000, "1501128311-5": 9_000 },
};

/** Three calls on hold, a current call, and a fault. */
const withFault = (fault: Parameters<Simulator["order"]>[0]): StoryGateway => ({
  ...waiting,
  before: (simulator, agentId) => {
    holdThree(simulator, agentId);
    simulator.takeCall(agentId, { callType: 0, caller: "70999", called: "10086" });
    simulator.order(fault);
  },
});

const meta = {
  title: "Actions/In the rows",
  component: HoldListPanel,
  args: { actions, onAction: fn() },
  loaders: [({ parameters }) => createStoryWorld((parameters as StoryParameters).gateway ?? waiting)],
  render: (args, { loaded, parameters }) => {
    const { gateway = waiting, style } = parameters as StoryParameters;
    return <StoryDesktop world={loaded as StoryWorld} gateway={gateway} panel={args} style={style ?? {}} />;
  },
  parameters: {
    docs: {
      description: {
        component:
          "The panel is read-only until the host passes `actions`. In each row, the first applicable action is a button and the others are in a menu. An action counts as done only when the gateway's list confirms it.",
      },
    },
  },
} satisfies Meta<typeof HoldListPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const press = async (canvasElement: HTMLElement, name: string) =>
  userEvent.click(await within(canvasElement).findByRole("button", { name }));
const choose = async (canvasElement: HTMLElement, item: string) => {
  await press(canvasElement, `More actions for ${outgoing}`);
  await userEvent.click(await within(canvasElement).findByRole("menuitem", { name: new RegExp(`^${item}`) }));
};
const sent = (loaded: unknown) =>
  (loaded as StoryWorld).simulator.requests.filter(({ method }) => method === "POST").map(({ callId }) => callId);

export const Offered: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole("button", { name: `Retrieve ${outgoing}` })).toBeVisible();
    await expect(canvas.getAllByRole("button", { name: /^More actions for/ })).toHaveLength(3);
  },
};

/** The list confirms it at once. The row says “Retrieved” only after a Talking event; this story passes on no events. */
export const Done: Story = {
  play: async ({ canvasElement, args, loaded }) => {
    await press(canvasElement, `Retrieve ${outgoing}`);
    await expect(await within(canvasElement).findByText("Off hold")).toBeVisible();
    await expect(sent(loaded)).toEqual(["1501127996-2"]);
    await waitFor(() =>
      expect(args.onAction).toHaveBeenCalledWith(expect.anything(), {
        kind: "confirmed",
        action: "retrieve",
        after: expect.any(Number) as number,
      }),
    );
  },
};

/** While the request is pending, the button says so, and the buttons of other calls give the reason why they are disabled. */
export const Busy: Story = {
  parameters: { gateway: withFault({ kind: "silence", on: "retrieve" }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvasElement, `Retrieve ${outgoing}`);
    const busy = await canvas.findByRole("button", { name: `Retrieving… ${outgoing}` });
    await expect(busy).toHaveFocus();
    await expect(canvas.getByRole("button", { name: "Retrieve 70941, 920-0" })).toHaveAccessibleDescription(
      "Retrieving another call",
    );
  },
};

/** Accepted at once, confirmed by the list 4 s later. */
export const ConfirmedLate: Story = {
  parameters: { gateway: withFault({ kind: "doneLate", on: "retrieve", after: 4_000 }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvasElement, `Retrieve ${outgoing}`);
    await expect(
      await canvas.findByText("Accepted. Waiting for the call to come off hold…", {}, { timeout: 5_000 }),
    ).toBeVisible();
    await expect(await canvas.findByText(/^Off hold after [456] s$/, {}, { timeout: 6_000 })).toBeVisible();
  },
};

/** Accepted but never confirmed: after 10 s (3 s here) the row says so and offers to try again. */
export const AcceptedButNotConfirmed: Story = {
  args: { actions: [{ ...retrieve, confirmWithin: 3_000 }, threeParty, connectAndLeave, hangUp] },
  parameters: { gateway: withFault({ kind: "notDone", on: "retrieve", times: 1 }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvasElement, `Retrieve ${outgoing}`);
    await expect(await canvas.findByText("Accepted, but still on hold.", {}, { timeout: 6_000 })).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Try again" })).toBeVisible();
  },
};

/** The gateway refuses: the row shows the reason and the code until it is dismissed. */
export const Refused: Story = {
  parameters: { gateway: withFault({ kind: "retcode", retcode: "200-016", on: "retrieve", message: "wrong state" }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvasElement, `Retrieve ${outgoing}`);
    await expect(await canvas.findByText("Code 200-016: wrong state")).toBeVisible();
    await press(canvasElement, "Dismiss");
    await expect(canvas.queryByText(/200-016/)).not.toBeInTheDocument();
    await expect(canvas.getByRole("button", { name: `Retrieve ${outgoing}` })).toHaveFocus();
    await press(canvasElement, `Retrieve ${outgoing}`);
    await expect(await canvas.findByText(enActions.notDoneState)).toBeVisible();
  },
};

/** No answer before the timeout: the outcome is unknown. “Check now” reads the list and sends no action. */
export const TimedOut: Story = {
  parameters: { gateway: { ...withFault({ kind: "silence", on: "retrieve" }), timeout: 1_000 } satisfies StoryGateway },
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    await press(canvasElement, `Retrieve ${outgoing}`);
    await expect(await canvas.findByText(enActions.outcomeUnknown, {}, { timeout: 4_000 })).toBeVisible();
    await press(canvasElement, "Check now");
    await expect(await canvas.findByText("Checked: the call is still on hold.")).toBeVisible();
    await expect(sent(loaded)).toHaveLength(1);
  },
};

/** The customer hangs up while the list is older than 2 s: the list is read first, and no action is sent. */
export const AlreadyOffHold: Story = {
  parameters: { gateway: { ...waiting, pollInterval: 30_000 } satisfies StoryGateway },
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    const { simulator, agentId } = loaded as StoryWorld;
    await canvas.findByText("138 0013 8000");
    // The list must be older than 2 s, so that the press reads it first.
    await canvas.findAllByText(/^0:4[4-9]$/, {}, { timeout: 5_000 });
    simulator.endCall(agentId, "1501127996-2");
    await press(canvasElement, `Retrieve ${outgoing}`);
    await expect(await canvas.findByText("Already off hold. Nothing was sent.")).toBeVisible();
    await expect(sent(loaded)).toEqual([]);
  },
};

/** Hanging up asks for confirmation in the row. Escape is the safe answer and returns the focus. */
export const ConfirmAndCancel: Story = {
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    await choose(canvasElement, "Hang up");
    const question = "Hang up 138 0013 8000? The call on hold will be cut off.";
    await expect(await canvas.findByRole("group", { name: question })).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Keep on hold" })).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect(canvas.queryByText(question)).not.toBeInTheDocument();
    await expect(canvas.getByRole("button", { name: `More actions for ${outgoing}` })).toHaveFocus();
    await expect(sent(loaded)).toEqual([]);
  },
};

/** The open confirmation. */
export const Confirm: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, "Connect them and leave");
    await expect(await within(canvasElement).findByText(/^Connect 138 0013 8000 to your current call/)).toBeVisible();
  },
};

export const HangUpConfirmed: Story = {
  play: async ({ canvasElement, loaded }) => {
    await choose(canvasElement, "Hang up");
    await press(canvasElement, "Hang up");
    await expect(await within(canvasElement).findByText("Hung up")).toBeVisible();
    await expect(sent(loaded)).toEqual(["1501127996-2"]);
  },
};

/** The menu of a call while the host reports that there is no current call. */
export const Menu: Story = {
  args: { hasCurrentCall: false },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvasElement, `More actions for ${outgoing}`);
    const [first, second, third] = await canvas.findAllByRole("menuitem");
    await expect(first).toHaveFocus();
    await expect(first).toHaveTextContent("Join to my call");
    await expect(first).toHaveAttribute("aria-disabled", "true");
    await expect(second).toHaveTextContent("You have no current call to join");
    await userEvent.keyboard("h");
    await expect(third).toHaveFocus();
  },
};

/** After the second failed poll, irreversible actions are disabled. Retrieving stays enabled, because the request names the call. */
export const InDoubt: Story = {
  parameters: {
    gateway: {
      ...waiting,
      afterFirstAnswer: (simulator) => void simulator.order({ kind: "disconnect" }),
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(/Not updated since/, {}, { timeout: 10_000 });
    await expect(canvas.getByRole("button", { name: `Retrieve ${outgoing}` })).toHaveAttribute(
      "aria-disabled",
      "false",
    );
    await press(canvasElement, `More actions for ${outgoing}`);
    await expect(await canvas.findByRole("menuitem", { name: /^Hang up/ })).toHaveTextContent(
      "Wait until the list is up to date",
    );
  },
};

/** A refused session disables all actions and gives the reason. */
export const SessionRefused: Story = {
  args: { onSignIn: fn() },
  parameters: {
    gateway: {
      ...waiting,
      afterFirstAnswer: (simulator) => void simulator.order({ kind: "retcode", retcode: "100-006" }),
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText("Sign in again", {}, { timeout: 6_000 });
    await expect(canvas.getByRole("button", { name: `Retrieve ${outgoing}` })).toHaveAccessibleDescription(
      "Sign in again first",
    );
  },
};

/** Two calls with the same number: each button's name includes the call ID. */
export const SameNumberTwice: Story = {
  parameters: {
    gateway: {
      before: (simulator, agentId) => {
        for (const callId of ["1501127996-2", "1501127920-0"])
          simulator.holdCall(agentId, { callId, callType: 0, caller: "10086", called: "70943", skill: "voice" });
      },
    } satisfies StoryGateway,
  },
  play: async ({ canvasElement, loaded }) => {
    await press(canvasElement, "Retrieve 10086, 920-0");
    await waitFor(() => expect(sent(loaded)).toEqual(["1501127920-0"]));
  },
};

const note = createHeldCallAction({
  id: "note",
  labels: { label: "Take a note", done: "Noted" },
  isFor: (call) => call.skill !== "",
  run: () => Promise.resolve(),
});

/** A custom action for calls with a skill. It counts as done when its promise resolves. */
export const HostAction: Story = {
  args: { actions: [note] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await press(canvasElement, `Take a note ${outgoing}`);
    await expect(await canvas.findByText("Noted")).toBeVisible();
    await expect(canvas.getAllByRole("button", { name: /^Take a note/ })).toHaveLength(2);
  },
};

const darkDesktop: CSSProperties = { colorScheme: "dark", background: "#0c0e12", padding: 12 };
const late: StoryGateway = {
  before: holdThree,
  heldFor: { "1501127996-2": 252_000, "1501127920-0": 97_000, "1501128311-5": 9_000 },
};

export const LongWaits: Story = { parameters: { gateway: late } };
export const DarkLongWaits: Story = { parameters: { gateway: late, style: darkDesktop } };
export const Narrow: Story = { parameters: { gateway: late, style: { inlineSize: 280 } }, play: Confirm.play ?? fn() };
export const Wide: Story = { parameters: { gateway: late, style: { maxInlineSize: 900 } } };
export const Chinese: Story = {
  args: { labels: { ...zhCN, ...zhCNActions } },
  parameters: { gateway: late, style: { inlineSize: 280 } },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole("button", { name: "取消保持 138 0013 8000，996-2" }),
    ).toBeVisible();
  },
};
