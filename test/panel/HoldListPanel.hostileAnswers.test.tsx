import { act, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { Fault } from "../../src/simulator/simulator.js";
import { agentId, holdThree, move, renderPanel } from "../support/renderPanel.js";

type Row = { callid: string; callfeature?: number; caller?: string; called?: string; callskill?: string };

function listOf(rows: Row[]): Fault {
  const result = rows.map((row) => ({ callfeature: 0, caller: "1", called: "2", callskill: "", ...row }));
  return { kind: "body", body: JSON.stringify({ message: "", retcode: "0", result }) };
}

it("shows script and markup as text, wherever it stands", async () => {
  const script = `<img src=x onerror="alert(1)"><script>alert(2)</script>`;
  const row = { callid: script, caller: script, called: `"><b id=x>`, callskill: `<svg onload=alert(3)>` };
  const { user, simulator } = await renderPanel({ before: (simulator) => void simulator.order(listOf([row])) });
  await user.click(screen.getByRole("button", { name: /^Details/ }));
  expect(screen.getAllByText(script)).toHaveLength(3);
  expect(screen.getByText(`"><b id=x>`)).toBeVisible();
  expect(screen.getAllByText("<svg onload=alert(3)>")[0]).toBeVisible();
  simulator.clearFaults();
  simulator.order({ kind: "retcode", retcode: "<b>9</b>", message: script });
  await move(10_000);
  expect(screen.getByText(`Code <b>9</b>: ${script}`)).toBeVisible();
  expect(document.querySelector("img, script, b, [onload], [onerror], #x")).toBeNull();
});

it("draws a thousand of 10,000 calls and says how many more there are", async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => ({ callid: `1501127996-${index}` }));
  const { container } = await renderPanel({ before: (simulator) => void simulator.order(listOf(rows)) });
  expect(container.querySelectorAll("li")).toHaveLength(1_000);
  expect(screen.getByText("10000")).toBeInTheDocument();
  expect(screen.getByText("9000 more on hold, not shown here.")).toBeVisible();
}, 20_000);

it("draws a thousand calls without saying more", async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => ({ callid: `1501127996-${index}` }));
  const { container } = await renderPanel({ before: (simulator) => void simulator.order(listOf(rows)) });
  expect(container.querySelectorAll("li")).toHaveLength(1_000);
  expect(screen.queryByText(/not shown here/)).toBeNull();
}, 20_000);

it("keeps characters that turn the direction of writing inside their own text", async () => {
  const turn = "\u202e";
  const row = { callid: `${turn}123456789`, caller: `${turn}8000`, called: `${turn}86`, callskill: `${turn}voice` };
  const { user } = await renderPanel({ before: (simulator) => void simulator.order(listOf([row])) });
  await user.click(screen.getByRole("button", { name: /^Details/ }));
  const turned = [...screen.getByRole("listitem").querySelectorAll("*")].filter(
    (element) => element.children.length === 0 && element.textContent?.includes(turn),
  );
  expect(turned.map(({ textContent }) => textContent)).toEqual([
    `${turn}8000`,
    `${turn}voice`,
    `${turn}123456789`,
    `${turn}8000`,
    `${turn}86`,
    `${turn}voice`,
  ]);
  for (const element of turned) expect(element.closest("bdi")).not.toBeNull();
});

it("cuts an extremely long message and code", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "retcode", retcode: "9".repeat(50_000), message: "m".repeat(100_000) });
  await move(10_000);
  expect(screen.getByText(/^Code 9/)).toHaveTextContent(`Code ${"9".repeat(40)}: ${"m".repeat(300)}`);
  expect(screen.getByText(/^Code 9/).textContent).toHaveLength(347);
  expect(screen.getByRole("region").textContent?.length).toBeLessThan(1_000);
});

it("takes the names of an object's own properties for call IDs and numbers like any other", async () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const rows = names.map((name) => ({ callid: name, caller: name, callskill: name }));
  const { user } = await renderPanel({ before: (simulator) => void simulator.order(listOf(rows)) });
  expect(screen.getAllByRole("listitem")).toHaveLength(4);
  await user.click(screen.getByRole("button", { name: "Details, call ID ending oto__" }));
  expect(screen.getAllByText("__proto__")).toHaveLength(5);
  await move(1_000);
  expect(screen.getAllByRole("status").at(-1)).toHaveTextContent("4 calls on hold.");
});

it("names a call type that is no name of an object's own property", async () => {
  const body = `{"message":"","retcode":"0","result":[{"callfeature":"-1","callid":"1","caller":1,"called":2,"__proto__":{"callskill":"x"}}]}`;
  await renderPanel({ before: (simulator) => void simulator.order({ kind: "body", body }) });
  expect(screen.getByRole("listitem")).toHaveTextContent(/^1Type -11/);
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
])("keeps the list over an answer of %j", async (body) => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "body", body, contentType: "text/plain" });
  await move(4_050);
  expect(screen.getByText(/^The answer could not be read\./)).toBeVisible();
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
});

it("never has the Guid on the page, through faults, renewals and sign-ins", async () => {
  const guids: string[] = [];
  const { simulator, session, user } = await renderPanel({ before: holdThree, props: { onSignIn: vi.fn() } });
  const hold = (guid: string | undefined) => guids.push(guid ?? "none");
  const check = () => {
    const page = document.documentElement.outerHTML;
    for (const guid of guids) {
      expect(page).not.toContain(guid);
      expect(page).not.toContain(guid.split(".")[0]);
    }
  };
  const current = () => session.getState().session;
  hold(current()?.guid);
  await user.click(screen.getByRole("button", { name: "Details, call ID ending 996-2" }));
  check();

  simulator.order({ kind: "setGuid", times: 1 });
  await move(2_010);
  hold(current()?.guid);
  expect(guids[1]).not.toBe(guids[0]);
  check();

  // A gateway that echoes the request.
  for (const message of guids) {
    simulator.order({ kind: "retcode", retcode: "999-999", message: `Guid ${message} is stale`, times: 2 });
    simulator.order({ kind: "body", body: JSON.stringify({ retcode: "999-999", message: current()?.guid }), times: 1 });
  }
  for (let second = 0; second < 60; second++) {
    await move(1_000);
    const page = document.documentElement.outerHTML;
    expect(page).not.toContain(current()?.guid);
  }
  simulator.clearFaults();
  simulator.order({ kind: "retcode", retcode: "100-006", message: `session ${current()?.guid} refused` });
  await move(40_000);
  expect(screen.getByText(/^Code 100-006: session … refused$/)).toBeVisible();
  check();
  simulator.clearFaults();
  const guid = simulator.renewGuid(agentId);
  hold(guid);
  act(() => session.getState().renewGuid(guid, current()?.signIn ?? 0));
  await move(260);
  expect(screen.getByText("Up to date")).toBeVisible();
  check();
  expect(Object.values({ ...localStorage, ...sessionStorage }).join()).not.toContain(guid);
});
