import { act, createEvent, fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { en } from "../../src/index.js";
import { agentId, holdThree, orderFault } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { renderPanel } from "../support/renderPanel.js";
import {
  button,
  detailsButton,
  expectShown,
  focusVisibly,
  heading,
  queryButton,
  refreshButton,
} from "../support/screen.js";

const refused = { kind: "retcode", retcode: "100-006" } as const;
const copyButton = (suffix: string) => button(en.copyCallId(suffix));

it("reaches the refresh button, the notice's buttons and each row by Tab", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree, props: { onSignIn: vi.fn() } });
  simulator.order(refused);
  await passTime(3_050);
  await user.click(detailsButton("996-2"));
  const stops = [
    refreshButton(),
    button(en.signIn),
    button(en.retry),
    detailsButton("996-2"),
    copyButton("996-2"),
    detailsButton("920-0"),
    detailsButton("311-5"),
    document.body,
  ];
  act(() => detailsButton("996-2").blur());
  for (const stop of stops) {
    await user.tab();
    expect(stop).toHaveFocus();
  }
});

it("moves between rows with ArrowUp, ArrowDown, Home and End, and stops at both ends", async () => {
  const { user } = await renderPanel({ before: holdThree });
  act(() => detailsButton("996-2").focus());
  for (const [key, suffix] of [
    ["ArrowUp", "996-2"],
    ["ArrowDown", "920-0"],
    ["ArrowDown", "311-5"],
    ["ArrowDown", "311-5"],
    ["ArrowUp", "920-0"],
    ["Home", "996-2"],
    ["End", "311-5"],
    ["Home", "996-2"],
  ] as const) {
    await user.keyboard(`{${key}}`);
    expect(detailsButton(suffix)).toHaveFocus();
  }
});

it("moves to the same control of the next row that has it", async () => {
  const { user } = await renderPanel({ before: holdThree });
  await user.click(detailsButton("996-2"));
  await user.click(detailsButton("311-5"));
  act(() => copyButton("996-2").focus());
  await user.keyboard("{ArrowDown}");
  expect(copyButton("311-5")).toHaveFocus();
});

it("ignores other keys, and keys with a modifier", async () => {
  const { user } = await renderPanel({ before: holdThree });
  act(() => detailsButton("996-2").focus());
  await user.keyboard(
    "{Control>}{ArrowDown}{/Control}{Alt>}{ArrowDown}{/Alt}{Shift>}{End}{/Shift}{ArrowRight}jr{PageDown}",
  );
  expect(detailsButton("996-2")).toHaveFocus();
  expect(detailsButton("996-2")).toHaveAttribute("aria-expanded", "false");
  const isLeftToBrowser = (key: string) => fireEvent.keyDown(detailsButton("996-2"), { key });
  expect(["PageDown", "ArrowRight", "a", "ArrowDown"].map(isLeftToBrowser)).toEqual([true, true, true, false]);
});

it("ignores the arrow keys in the host's own controls", async () => {
  const renderCall = () => <input aria-label="Note" defaultValue="two words" />;
  await renderPanel({ before: holdThree, props: { renderCall } });
  const note = screen.getAllByRole("textbox", { name: "Note" })[0] ?? document.body;
  act(() => note.focus());
  expect(fireEvent.keyDown(note, { key: "Home" })).toBe(true);
  expect(note).toHaveFocus();
});

it("presses the focused button on Enter and Space, once while the key is held down", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  act(() => detailsButton("996-2").focus());
  await user.keyboard("{Enter}");
  expect(detailsButton("996-2")).toHaveAttribute("aria-expanded", "true");
  await user.keyboard(" ");
  expect(detailsButton("996-2")).toHaveAttribute("aria-expanded", "false");
  await user.keyboard("{Enter>4/}");
  expect(detailsButton("996-2")).toHaveAttribute("aria-expanded", "true");

  const held = createEvent.keyDown(refreshButton(), { key: "Enter", repeat: true });
  fireEvent(refreshButton(), held);
  expect(held.defaultPrevented).toBe(true);
  simulator.order({ kind: "retcode", retcode: "300-001" });
  await passTime(2_010);
  expect(fireEvent.keyDown(button(en.retry), { key: "Enter", repeat: true })).toBe(false);
  expect(fireEvent.keyDown(button(en.retry), { key: "Enter" })).toBe(true);
});

it("moves the focus to the heading when the notice disappears with the focused button", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "disconnect" });
  await passTime(4_050);
  simulator.clearFaults();
  await user.click(button(en.tryNow));
  expect(button(en.tryNow)).toHaveFocus();
  await passTime(10);
  expect(queryButton(en.tryNow)).toBeNull();
  expect(heading()).toHaveFocus();
});

it("moves the focus to the heading when Try now loads the first list", async () => {
  const { simulator, user } = await renderPanel({ before: orderFault({ kind: "disconnect" }) });
  simulator.clearFaults();
  await user.click(button(en.tryNow));
  await passTime(10);
  expectShown(en.empty);
  expect(heading()).toHaveFocus();
});

it("moves the focus to the heading when a renewed session removes Sign in", async () => {
  const { simulator, session, user } = await renderPanel({ before: holdThree, props: { onSignIn: vi.fn() } });
  simulator.order(refused);
  await passTime(3_050);
  await user.click(button(en.signIn));
  simulator.clearFaults();
  const guid = simulator.renewGuid(agentId);
  act(() => session.getState().renewGuid(guid, session.getState().session?.signIn ?? 0));
  await passTime(10);
  expect(queryButton(en.signIn)).toBeNull();
  expect(heading()).toHaveFocus();
});

it.each([
  ["a row", () => detailsButton("920-0")],
  ["the refresh button", refreshButton],
])("moves the focus to the heading when a sign-out removes %s", async (_, focused) => {
  const { session } = await renderPanel({ before: holdThree });
  act(() => focusVisibly(focused()));
  act(() => session.getState().signOut());
  expect(heading()).toHaveFocus();
});

it("never takes the focus from the host's page", async () => {
  const { session, simulator } = await renderPanel({
    before: holdThree,
    page: (panel) => (
      <>
        <input aria-label="Host's" />
        {panel}
      </>
    ),
  });
  act(() => screen.getByRole("textbox").focus());
  simulator.order({ kind: "disconnect" });
  await passTime(6_000);
  simulator.clearFaults();
  await passTime(30_000);
  act(() => session.getState().signOut());
  expect(screen.getByRole("textbox")).toHaveFocus();
});
