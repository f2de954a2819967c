import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { agentId, holdThree, move, renderPanel } from "../support/renderPanel.js";

afterEach(() => void Reflect.deleteProperty(navigator, "clipboard"));

function withClipboard(clipboard: object | undefined): void {
  Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
}

async function openDetails(user: UserEvent, suffix: string): Promise<HTMLElement> {
  const button = screen.getByRole("button", { name: `Details, call ID ending ${suffix}` });
  await user.click(button);
  const id = button.getAttribute("aria-controls") ?? "";
  const details = document.getElementById(id);
  if (details === null) throw new Error("the button controls nothing");
  return details;
}

it("shows the whole call ID, both numbers and the skill on demand", async () => {
  const { user } = await renderPanel({ before: holdThree });
  const button = screen.getByRole("button", { name: "Details, call ID ending 996-2" });
  expect(button).toHaveAttribute("aria-expanded", "false");
  expect(button).not.toHaveAttribute("aria-controls");
  expect(screen.queryByText("1501127996-2")).toBeNull();
  const details = await openDetails(user, "996-2");
  expect(button).toHaveAttribute("aria-expanded", "true");
  expect(
    within(details)
      .getAllByRole("term")
      .map((term) => term.textContent),
  ).toEqual(["Call ID", "Caller", "Called", "Skill", "On hold"]);
  expect(within(details).getByText("1501127996-2")).toBeVisible();
  expect(within(details).getByText("10086")).toBeVisible();
  expect(within(details).getByText("138 0013 8000")).toBeVisible();
  await user.click(button);
  expect(screen.queryByText("1501127996-2")).toBeNull();
});

it("stays open over polls, and opens no other call", async () => {
  const { user, simulator } = await renderPanel({ before: holdThree });
  await openDetails(user, "996-2");
  simulator.endCall(agentId, "1501127920-0");
  await move(2_010);
  expect(screen.getByText("1501127996-2")).toBeVisible();
  expect(screen.queryByText("1501128311-5")).toBeNull();
});

it("tells calls with the same number and the same suffix apart", async () => {
  const { user } = await renderPanel({
    before: (simulator) => {
      for (const callId of ["1501127996-2", "1501227996-2"])
        simulator.holdCall(agentId, { callId, callType: 7, caller: "10086", called: "70943", skill: "" });
    },
  });
  expect(screen.getAllByText("70943")).toHaveLength(2);
  expect(screen.getAllByRole("button", { name: /^Details/ }).map((button) => button.textContent)).toEqual([
    "…127996-2",
    "…227996-2",
  ]);
  const details = await openDetails(user, "227996-2");
  expect(within(details).getByText("1501227996-2")).toBeVisible();
});

it("shows a short call ID whole", async () => {
  await renderPanel({ before: (simulator) => void simulator.holdCall(agentId, { callId: "17" }) });
  expect(screen.getByRole("button", { name: "Details, call ID ending 17" })).toHaveTextContent(/^17$/);
});

it("copies the whole call ID and says so for 3 s", async () => {
  const { user } = await renderPanel({ before: holdThree });
  const writeText = vi.fn(() => Promise.resolve());
  withClipboard({ writeText });
  const details = await openDetails(user, "996-2");
  await user.click(within(details).getByRole("button", { name: "Copy call ID ending 996-2" }));
  await move(0);
  expect(writeText).toHaveBeenCalledExactlyOnceWith("1501127996-2");
  expect(within(details).getByRole("status")).toHaveTextContent("Copied");
  await move(3_000);
  expect(within(details).getByRole("status")).toBeEmptyDOMElement();
});

it.each([
  ["is absent", undefined],
  ["refuses", { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) }],
])("selects the call ID where the clipboard %s", async (_, clipboard) => {
  const { user } = await renderPanel({ before: holdThree });
  withClipboard(clipboard);
  const details = await openDetails(user, "996-2");
  await user.click(within(details).getByRole("button", { name: "Copy call ID ending 996-2" }));
  await move(0);
  expect(within(details).getByRole("status")).toHaveTextContent("Selected: press Ctrl+C");
  expect(getSelection()?.toString()).toBe("1501127996-2");
});

it("says in the details that a number is withheld", async () => {
  const { user } = await renderPanel({
    before: (simulator) => void simulator.holdCall(agentId, { callId: "1-1", caller: "", called: "" }),
  });
  expect(within(await openDetails(user, "1-1")).getAllByText("No number")).toHaveLength(2);
});

it("shows a skill whole in its title, and no skill where there is none", async () => {
  await renderPanel({ before: holdThree });
  expect(screen.getByTitle("After-sales")).toHaveTextContent("After-sales");
  expect(screen.getAllByRole("listitem")[2]?.querySelector("bdi[title]")).toBeNull();
});
