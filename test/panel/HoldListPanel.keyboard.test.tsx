import { act, createEvent, fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { agentId, holdThree, move, renderPanel } from "../support/renderPanel.js";

const details = (suffix: string) => screen.getByRole("button", { name: `Details, call ID ending ${suffix}` });
const heading = () => screen.getByRole("heading", { name: "On hold" });
const refresh = () => screen.getByRole("button", { name: "Refresh calls on hold" });

it("reaches everything by Tab: refresh, the strip's buttons, then each row", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree, props: { onSignIn: vi.fn() } });
  simulator.order({ kind: "retcode", retcode: "100-006" });
  await move(3_050);
  await user.click(details("996-2"));
  const stops = [
    refresh(),
    screen.getByRole("button", { name: "Sign in" }),
    screen.getByRole("button", { name: "Retry" }),
    details("996-2"),
    screen.getByRole("button", { name: "Copy call ID ending 996-2" }),
    details("920-0"),
    details("311-5"),
  ];
  act(() => details("996-2").blur());
  for (const stop of stops) {
    await user.tab();
    expect(stop).toHaveFocus();
  }
  await user.tab();
  expect(document.body).toHaveFocus();
});

it("moves between rows with arrow up and down, Home and End, and stops at the ends", async () => {
  const { user } = await renderPanel({ before: holdThree });
  act(() => details("996-2").focus());
  const steps = [
    ["{ArrowUp}", "996-2"],
    ["{ArrowDown}", "920-0"],
    ["{ArrowDown}", "311-5"],
    ["{ArrowDown}", "311-5"],
    ["{ArrowUp}", "920-0"],
    ["{Home}", "996-2"],
    ["{End}", "311-5"],
    ["{Home}", "996-2"],
  ] as const;
  for (const [key, suffix] of steps) {
    await user.keyboard(key);
    expect(details(suffix)).toHaveFocus();
  }
});

it("goes to the same control of the next row that has it", async () => {
  const { user } = await renderPanel({ before: holdThree });
  await user.click(details("996-2"));
  await user.click(details("311-5"));
  act(() => screen.getByRole("button", { name: "Copy call ID ending 996-2" }).focus());
  await user.keyboard("{ArrowDown}");
  expect(screen.getByRole("button", { name: "Copy call ID ending 311-5" })).toHaveFocus();
});

it("leaves other keys, and keys with a modifier, to the browser", async () => {
  const { user } = await renderPanel({ before: holdThree });
  act(() => details("996-2").focus());
  await user.keyboard(
    "{Control>}{ArrowDown}{/Control}{Alt>}{ArrowDown}{/Alt}{Shift>}{End}{/Shift}{ArrowRight}jr{PageDown}",
  );
  expect(details("996-2")).toHaveFocus();
  expect(details("996-2")).toHaveAttribute("aria-expanded", "false");
  for (const key of ["PageDown", "ArrowRight", "a"]) expect(fireEvent.keyDown(details("996-2"), { key })).toBe(true);
  expect(fireEvent.keyDown(details("996-2"), { key: "ArrowDown" })).toBe(false);
});

it("leaves the arrow keys of the host's own controls in a row alone", async () => {
  const renderCall = () => <input aria-label="Note" defaultValue="two words" />;
  await renderPanel({ before: holdThree, props: { renderCall } });
  const [note] = screen.getAllByRole("textbox", { name: "Note" });
  if (note === undefined) throw new Error("no note");
  act(() => note.focus());
  expect(fireEvent.keyDown(note, { key: "Home" })).toBe(true);
  expect(note).toHaveFocus();
});

it("acts on Enter and Space", async () => {
  const { user } = await renderPanel({ before: holdThree });
  act(() => details("996-2").focus());
  await user.keyboard("{Enter}");
  expect(details("996-2")).toHaveAttribute("aria-expanded", "true");
  await user.keyboard(" ");
  expect(details("996-2")).toHaveAttribute("aria-expanded", "false");
});

it("takes Enter held down for one press", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  act(() => details("996-2").focus());
  await user.keyboard("{Enter>4/}");
  expect(details("996-2")).toHaveAttribute("aria-expanded", "true");
  const held = createEvent.keyDown(refresh(), { key: "Enter", repeat: true });
  fireEvent(refresh(), held);
  expect(held.defaultPrevented).toBe(true);
  simulator.order({ kind: "retcode", retcode: "300-001" });
  await move(2_010);
  const retry = screen.getByRole("button", { name: "Retry" });
  expect(fireEvent.keyDown(retry, { key: "Enter", repeat: true })).toBe(false);
  expect(fireEvent.keyDown(retry, { key: "Enter" })).toBe(true);
});

it("gives the focus to the heading when the strip leaves with the focused button", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "disconnect" });
  await move(4_050);
  simulator.clearFaults();
  await user.click(screen.getByRole("button", { name: "Try now" }));
  expect(screen.getByRole("button", { name: "Try now" })).toHaveFocus();
  await move(10);
  expect(screen.queryByRole("button", { name: "Try now" })).toBeNull();
  expect(heading()).toHaveFocus();
});

it("gives the focus to the heading when the first list comes after Try now", async () => {
  const { simulator, user } = await renderPanel({
    before: (simulator) => void simulator.order({ kind: "disconnect" }),
  });
  simulator.clearFaults();
  await user.click(screen.getByRole("button", { name: "Try now" }));
  await move(10);
  expect(screen.getByText("No calls on hold")).toBeVisible();
  expect(heading()).toHaveFocus();
});

it("gives the focus to the heading when the session is good again and Sign in leaves", async () => {
  const { simulator, session, user } = await renderPanel({ before: holdThree, props: { onSignIn: vi.fn() } });
  simulator.order({ kind: "retcode", retcode: "100-006" });
  await move(3_050);
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  simulator.clearFaults();
  const guid = simulator.renewGuid(agentId);
  act(() => session.getState().renewGuid(guid, session.getState().session?.signIn ?? 0));
  await move(10);
  expect(screen.queryByRole("button", { name: "Sign in" })).toBeNull();
  expect(heading()).toHaveFocus();
});

it("gives the focus to the heading at sign-out, from a row and from Refresh", async () => {
  const { session, simulator } = await renderPanel({ before: holdThree });
  act(() => details("920-0").focus());
  act(() => session.getState().signOut());
  expect(heading()).toHaveFocus();
  act(() => session.getState().signIn({ agentId, guid: simulator.signIn(agentId) }));
  await move(10);
  act(() => refresh().focus());
  act(() => session.getState().signOut());
  expect(heading()).toHaveFocus();
});

it("leaves the focus where it is when it is not the panel's", async () => {
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
  await move(6_000);
  simulator.clearFaults();
  await move(30_000);
  act(() => session.getState().signOut());
  expect(screen.getByRole("textbox")).toHaveFocus();
});
