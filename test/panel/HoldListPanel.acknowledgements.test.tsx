import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { en } from "../../src/index.js";
import { agentId, holdIncoming, holdOutgoing, holdThree, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { renderPanel } from "../support/renderPanel.js";
import {
  button,
  buttonIn,
  detailsButton,
  expectAbsent,
  expectShown,
  list,
  recordAnnouncements,
  row,
} from "../support/screen.js";

const provider = { attention: { long: 10_000, tooLong: 30_000 } };
const acknowledge = () => buttonIn(outgoing, en.acknowledge);
const marked = () => document.querySelectorAll("[data-acknowledgement]");

it("offers to acknowledge a call from the first threshold on", async () => {
  await renderPanel({ before: holdThree, provider });
  expect(screen.queryByText(en.acknowledge)).toBeNull();
  await passTime(10_000);
  expect(screen.getAllByText(en.acknowledge)).toHaveLength(3);
});

it("keeps one call acknowledged until it crosses the next threshold", async () => {
  const { user } = await renderPanel({ before: holdThree, provider });
  await passTime(10_000);
  const pressed = acknowledge();
  await user.click(pressed);
  expect(pressed).toHaveTextContent(en.acknowledged);
  expect(pressed).toHaveAttribute("aria-pressed", "true");
  expect(pressed).toHaveFocus();
  expect(row(outgoing)).toHaveAttribute("data-acknowledgement", "acknowledged");
  expect(marked()).toHaveLength(1);
  await passTime(20_000);
  expect(marked()).toHaveLength(0);
  expectShown(en.tooLongCount(3));
});

it("does not count an acknowledged call as too long", async () => {
  const { user } = await renderPanel({ before: holdThree, provider });
  await passTime(30_000);
  expectShown(en.tooLongCount(3));
  await user.click(acknowledge());
  expectShown(en.tooLongCount(2));
});

it("reminds of a snoozed call after 1 minute, and announces it", async () => {
  const { user } = await renderPanel({ before: holdOutgoing, provider });
  await passTime(31_000);
  await user.click(detailsButton("996-2"));
  await user.click(button(en.snoozeCall("138 0013 8000", "996-2")));
  expectAbsent(en.tooLongCount(1));
  await user.click(detailsButton("996-2"));
  await passTime(4_000);
  const announced = recordAnnouncements();
  await passTime(54_000);
  expectAbsent(en.tooLongCount(1));
  expect(announced).toEqual([]);
  await passTime(5_000);
  expectShown(en.tooLongCount(1));
  expect(announced).toEqual([`status: ${en.announceTooLong("8 0 0 0", 60)}`]);
});

it("forgets the acknowledgement of a call that has left", async () => {
  const { user, simulator } = await renderPanel({
    before: (simulator) => {
      holdOutgoing(simulator);
      holdIncoming(simulator);
    },
    provider,
  });
  await passTime(10_000);
  await user.click(acknowledge());
  await user.unhover(list());
  simulator.endCall(agentId, outgoing.callId);
  await passTime(10_000);
  holdOutgoing(simulator);
  await passTime(15_000);
  expect(row(outgoing)).toHaveAttribute("data-attention", "long");
  expect(row(outgoing)).not.toHaveAttribute("data-acknowledgement");
  expect(within(row(outgoing)).getByText(en.acknowledge)).toBeVisible();
});
