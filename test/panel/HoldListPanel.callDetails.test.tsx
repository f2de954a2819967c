import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { en } from "../../src/index.js";
import { agentId, colleague, holdThree, incoming } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { renderPanel } from "../support/renderPanel.js";
import { detailsButton, expectAbsent, expectShown, row } from "../support/screen.js";

afterEach(() => void Reflect.deleteProperty(navigator, "clipboard"));

async function openDetails(user: UserEvent, suffix: string): Promise<HTMLElement> {
  await user.click(detailsButton(suffix));
  const details = document.getElementById(detailsButton(suffix).getAttribute("aria-controls") ?? "");
  if (details === null) throw new Error("The button controls no element.");
  return details;
}

async function copyCallId(clipboard: object | undefined) {
  const { user } = await renderPanel({ before: holdThree });
  Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
  const details = within(await openDetails(user, "996-2"));
  await user.click(details.getByRole("button", { name: en.copyCallId("996-2") }));
  await passTime(0);
  return details.getByRole("status");
}

it("shows the whole call ID, both numbers and the skill on demand", async () => {
  const { user } = await renderPanel({ before: holdThree });
  const button = detailsButton("996-2");
  expect(button).toHaveAttribute("aria-expanded", "false");
  expect(button).not.toHaveAttribute("aria-controls");
  expectAbsent("1501127996-2");
  const details = within(await openDetails(user, "996-2"));
  expect(button).toHaveAttribute("aria-expanded", "true");
  const terms = details.getAllByRole("term").map(({ textContent }) => textContent);
  expect(terms).toEqual([en.callId, en.caller, en.called, en.skill, en.onHold]);
  for (const text of ["1501127996-2", "10086", "138 0013 8000"]) expect(details.getByText(text)).toBeVisible();
  await user.click(button);
  expectAbsent("1501127996-2");
});

it("keeps the details open over polls, and opens no other call's", async () => {
  const { user, simulator } = await renderPanel({ before: holdThree });
  await openDetails(user, "996-2");
  simulator.endCall(agentId, incoming.callId);
  await passTime(2_010);
  expectShown("1501127996-2");
  expectAbsent(colleague.callId);
});

it("lengthens the suffixes of calls that have the same number and the same suffix", async () => {
  const { user } = await renderPanel({
    before: (simulator) => {
      for (const callId of ["1501127996-2", "1501227996-2"])
        simulator.holdCall(agentId, { callId, callType: 7, caller: "10086", called: "70943", skill: "" });
    },
  });
  expect(screen.getAllByText("70943")).toHaveLength(2);
  const suffixes = screen.getAllByRole("button", { name: /^Details/ }).map(({ textContent }) => textContent);
  expect(suffixes).toEqual(["…127996-2", "…227996-2"]);
  expect(within(await openDetails(user, "227996-2")).getByText("1501227996-2")).toBeVisible();
});

it("shows a short call ID whole", async () => {
  await renderPanel({ before: (simulator) => void simulator.holdCall(agentId, { callId: "17" }) });
  expect(detailsButton("17")).toHaveTextContent(/^17$/);
});

it("copies the whole call ID and confirms it for 3 s", async () => {
  const writeText = vi.fn(() => Promise.resolve());
  const status = await copyCallId({ writeText });
  expect(writeText).toHaveBeenCalledExactlyOnceWith("1501127996-2");
  expect(status).toHaveTextContent(en.copied);
  await passTime(3_000);
  expect(status).toBeEmptyDOMElement();
});

it.each([
  ["is missing", undefined],
  ["rejects", { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) }],
])("selects the call ID when the clipboard %s", async (_, clipboard) => {
  expect(await copyCallId(clipboard)).toHaveTextContent(en.copyByHand);
  expect(getSelection()?.toString()).toBe("1501127996-2");
});

it("names withheld numbers in the details", async () => {
  const { user } = await renderPanel({
    before: (simulator) => void simulator.holdCall(agentId, { callId: "1-1", caller: "", called: "" }),
  });
  expect(within(await openDetails(user, "1-1")).getAllByText(en.noNumber)).toHaveLength(2);
});

it("shows the whole skill in its title, and no skill when the gateway sent none", async () => {
  await renderPanel({ before: holdThree });
  expect(screen.getByTitle("After-sales")).toHaveTextContent("After-sales");
  expect(row(colleague).querySelector("bdi[title]")).toBeNull();
});
