import { act, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { en } from "../../src/index.js";
import { agentId, holdThree, orderFault } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { renderPanel } from "../support/renderPanel.js";
import { button, detailsButton, expectShown, panel, rows } from "../support/screen.js";

type Row = { callid: string; callfeature?: number; caller?: string; called?: string; callskill?: string };

/** Prepares an answer that lists these calls. */
function answerRows(rows: Row[]) {
  const result = rows.map((row) => ({ callfeature: 0, caller: "1", called: "2", callskill: "", ...row }));
  return orderFault({ kind: "body", body: JSON.stringify({ message: "", retcode: "0", result }) });
}
const openDetails = () => button(/^Details/).click();

it("shows script and markup as plain text everywhere", async () => {
  const script = `<img src=x onerror="alert(1)"><script>alert(2)</script>`;
  const row = { callid: script, caller: script, called: `"><b id=x>`, callskill: `<svg onload=alert(3)>` };
  const { simulator } = await renderPanel({ before: answerRows([row]) });
  act(openDetails);
  expect(screen.getAllByText(script)).toHaveLength(3);
  expectShown(`"><b id=x>`);
  expect(screen.getAllByText("<svg onload=alert(3)>")[0]).toBeVisible();
  simulator.clearFaults();
  simulator.order({ kind: "retcode", retcode: "<b>9</b>", message: script });
  await passTime(10_000);
  expectShown(en.code("<b>9</b>", script));
  expect(document.querySelector("img, script, b, [onload], [onerror], #x")).toBeNull();
});

it("draws only the rows near the view of 10,000 calls, and tells the place of each", async () => {
  class Observer {
    observe = () => {};
    disconnect = () => {};
  }
  vi.stubGlobal("IntersectionObserver", Observer);
  const answer = Array.from({ length: 10_000 }, (_, index) => ({ callid: `1501127996-${index}` }));
  await renderPanel({ before: answerRows(answer) });
  expect(rows()).toHaveLength(40);
  expect(rows()[39]).toHaveAttribute("aria-posinset", "40");
  expect(rows()[39]).toHaveAttribute("aria-setsize", "10000");
  expect(screen.getByText(10_000)).toBeInTheDocument();
});

it("draws all rows where the browser has no IntersectionObserver", async () => {
  const answer = Array.from({ length: 100 }, (_, index) => ({ callid: `1501127996-${index}` }));
  await renderPanel({ before: answerRows(answer) });
  expect(rows()).toHaveLength(100);
  expect(rows()[0]).not.toHaveAttribute("aria-posinset");
});

it("shows no characters that control the writing direction", async () => {
  // The first one ends the isolation of a <bdi>, so that the second one would reverse the rest of the line.
  const turn = "\u2069\u202e";
  const row = { callid: `${turn}123456789`, caller: `${turn}8000`, called: `${turn}86`, callskill: `${turn}voice` };
  const { simulator } = await renderPanel({ before: answerRows([row]) });
  act(openDetails);
  expect(rows()[0]).toHaveTextContent(/123456789.*8000.*86/);
  const seen = () => [...panel().querySelectorAll("bdi, p, code")].map(({ textContent }) => textContent).join();
  expect(seen()).not.toMatch(/[\u2069\u202e]/);
  simulator.clearFaults();
  simulator.order({ kind: "retcode", retcode: `${turn}9`, message: `${turn}fault` });
  await passTime(10_000);
  expectShown(en.code("9", "fault"));
  expect(seen()).not.toMatch(/[\u2069\u202e]/);
});

it("cuts a very long code and message", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "retcode", retcode: "9".repeat(50_000), message: "m".repeat(100_000) });
  await passTime(10_000);
  expectShown(en.code("9".repeat(40), "m".repeat(300)));
  expect(panel().textContent?.length).toBeLessThan(1_000);
});

it("handles call IDs and numbers that are names of Object.prototype's properties", async () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const { user } = await renderPanel({
    before: answerRows(names.map((name) => ({ callid: name, caller: name, callskill: name }))),
  });
  expect(rows()).toHaveLength(4);
  await user.click(detailsButton("oto__"));
  expect(screen.getAllByText("__proto__")).toHaveLength(5);
  await passTime(1_000);
  expect(screen.getAllByRole("status").at(-1)).toHaveTextContent(en.announceFirstList(4));
});

it("ignores a __proto__ key in a row", async () => {
  const row = `{"callfeature":"-1","callid":"1","caller":1,"called":2,"__proto__":{"callskill":"x"}}`;
  const body = `{"message":"","retcode":"0","result":[${row}]}`;
  await renderPanel({ before: orderFault({ kind: "body", body }) });
  expect(rows()[0]).toHaveTextContent(/^1≥.*Type -11$/);
});

it.each([
  "",
  "null",
  "[]",
  "{}",
  `{"retcode":"0","result":"x"}`,
  `{"retcode":"0","result":[{"callid":`,
  "[[[[",
  "<html>",
])("keeps the list over the unreadable answer %j", async (body) => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "body", body, contentType: "text/plain" });
  await passTime(4_050);
  expectShown(en.malformed);
  expect(rows()).toHaveLength(3);
});

describe("the Guid", () => {
  it("never reaches the page or a storage, through faults, renewals and sign-ins", async () => {
    const guids: string[] = [];
    const { simulator, session, user } = await renderPanel({ before: holdThree, props: { onSignIn: vi.fn() } });
    const guid = () => session.getState().session?.guid ?? "none";
    const expectNoGuid = () => {
      const page = document.documentElement.outerHTML;
      for (const one of [...guids, guid()])
        for (const secret of [one, one.split(".")[0]]) expect(page).not.toContain(secret);
    };
    guids.push(guid());
    await user.click(detailsButton("996-2"));
    expectNoGuid();

    simulator.order({ kind: "setGuid", times: 1 });
    await passTime(2_010);
    guids.push(guid());
    expect(guids[1]).not.toBe(guids[0]);
    expectNoGuid();

    // A gateway that echoes the request.
    for (const message of guids) {
      simulator.order({ kind: "retcode", retcode: "999-999", message: `Guid ${message} is stale`, times: 2 });
      simulator.order({ kind: "body", body: JSON.stringify({ retcode: "999-999", message: guid() }), times: 1 });
    }
    for (let second = 0; second < 60; second++) {
      await passTime(1_000);
      expect(document.documentElement.outerHTML).not.toContain(guid());
    }
    simulator.clearFaults();
    simulator.order({ kind: "retcode", retcode: "100-006", message: `session ${guid()} refused` });
    await passTime(40_000);
    expectShown(en.code("100-006", "session … refused"));
    expectNoGuid();
    simulator.clearFaults();
    const renewed = simulator.renewGuid(agentId);
    guids.push(renewed);
    act(() => session.getState().renewGuid(renewed, session.getState().session?.signIn ?? 0));
    await passTime(260);
    expectShown(en.upToDate);
    expectNoGuid();
    expect(Object.values({ ...localStorage, ...sessionStorage }).join()).not.toContain(renewed);
  });
});
