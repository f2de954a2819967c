import type { Meta } from "@storybook/react-vite";
import type { CSSProperties } from "react";
import { HoldListPanel } from "../panel/HoldListPanel.js";
import type { Simulator } from "../simulator/simulator.js";
import { createStoryWorld, StoryDesktop, type StoryGateway, type StoryWorld } from "./StoryDesktop.js";

type StoryParameters = { gateway?: StoryGateway; style?: CSSProperties };

/** How the stories of a panel are rendered: with the gateway and the style of their parameters. */
export const panelMeta = {
  component: HoldListPanel,
  loaders: [({ parameters }) => createStoryWorld((parameters as StoryParameters).gateway)],
  render: (args, { loaded, parameters }) => {
    const { gateway = {}, style } = parameters as StoryParameters;
    return <StoryDesktop world={loaded as StoryWorld} gateway={gateway} panel={args} style={style ?? {}} />;
  },
} satisfies Meta<typeof HoldListPanel>;

export function holdThree(simulator: Simulator, agentId: string): void {
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
export const inDoubt = (fault: Parameters<Simulator["order"]>[0]): StoryGateway => ({
  before: holdThree,
  afterFirstAnswer: (simulator) => void simulator.order(fault),
});

export const describedAs = (description: string) => ({ docs: { description: { story: description } } });

export const darkDesktop: CSSProperties = { colorScheme: "dark", background: "#0c0e12", padding: 12 };

export const minute = 60_000;

/** Three calls with known hold times: one held long, one too long. Rows are sorted longest first. */
export const waiting: StoryGateway = {
  before: holdThree,
  heldFor: { "1501127996-2": 4.2 * minute, "1501127920-0": 1.6 * minute, "1501128311-5": 9_000 },
};
