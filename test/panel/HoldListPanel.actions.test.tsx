import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { zhCN, zhCNActions } from "../../src/index.js";
import { agentId, listen, move } from "../support/renderPanel.js";
import { buttonIn, incoming, outgoing, renderActing, row, tell } from "../support/renderActing.js";

const retrieveIt = `Retrieve ${outgoing.name}`;
const slowPolls = { pollInterval: 30_000 };

describe("an action", () => {
  it("carries the ID of the call that was pressed, and asks once", async () => {
    const { press, sent } = await renderActing();
    await press(`Retrieve ${incoming.name}`);
    await move(12_000);
    expect(sent()).toEqual([`retrieve ${incoming.callId}`]);
  });

  it("is done when the list shows it: no longer on hold, and retrieved only where Talking told it", async () => {
    const { press, reports, session } = await renderActing();
    await press(retrieveIt);
    expect(row(outgoing)).toHaveTextContent("No longer on hold");
    expect(row(outgoing)).not.toHaveTextContent("Retrieved");
    tell(session, "AgentEvent_Talking", { callid: outgoing.callId });
    expect(row(outgoing)).toHaveTextContent("Retrieved");
    expect(reports).toEqual([
      [outgoing.callId, { kind: "started", action: "retrieve" }],
      [outgoing.callId, { kind: "confirmed", action: "retrieve", after: 0 }],
    ]);
  });

  it("is busy until then, on the same button in the same place, with the focus on it", async () => {
    const { press, button } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "latency", on: "retrieve", delay: 1_000 }),
    });
    const pressed = button(retrieveIt);
    await press(retrieveIt);
    expect(button(`Retrieving… ${outgoing.name}`)).toBe(pressed);
    expect(pressed).toHaveFocus();
    expect(pressed).toHaveAttribute("aria-disabled", "true");
    expect(pressed).not.toHaveAttribute("disabled");
    await move(1_250);
    expect(row(outgoing)).toHaveTextContent("No longer on hold");
    expect(pressed).toHaveFocus();
    expect(pressed).toHaveAccessibleDescription("No longer on hold");
  });

  it("is sent once for a double click, and not again by Enter held down", async () => {
    const { user, button, sent } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "silence", on: "retrieve" }),
    });
    await user.dblClick(button(retrieveIt));
    await user.keyboard("{Enter>5/}");
    await move(500);
    expect(sent()).toEqual([`retrieve ${outgoing.callId}`]);
  });

  it("makes those of other calls wait that move the voice path, and says why", async () => {
    const { press, button, sent, user } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "latency", on: "retrieve", delay: 1_000 }),
    });
    await press(retrieveIt);
    const other = button(`Retrieve ${incoming.name}`);
    expect(other).toHaveAttribute("aria-disabled", "true");
    expect(other).toHaveAccessibleDescription("Wait: another call is being retrieved");
    await press(`Retrieve ${incoming.name}`);
    expect(other).toHaveFocus();
    expect(sent()).toHaveLength(1);
    await user.click(button(`More actions for ${incoming.name}`));
    expect(screen.getByRole("menuitem", { name: /^Three-party/ })).toHaveTextContent("Wait: another call is being");
    expect(screen.getByRole("menuitem", { name: /^Hang up/ })).toHaveAttribute("aria-disabled", "false");
    await user.keyboard("{Escape}");
    await move(1_250);
    expect(other).toHaveAttribute("aria-disabled", "false");
    await press(`Retrieve ${incoming.name}`);
    expect(sent()).toEqual([`retrieve ${outgoing.callId}`, `retrieve ${incoming.callId}`]);
  });

  it("of another call goes on at the same time where it moves no voice path", async () => {
    const { press, choose, sent } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "latency", on: "any", delay: 1_000 }),
    });
    await move(1_250);
    await press(retrieveIt);
    await choose("Hang up", incoming);
    await press("Hang up");
    await move(4_000);
    expect([...sent()].sort()).toEqual([`drop ${incoming.callId}`, `retrieve ${outgoing.callId}`]);
    expect(row(incoming)).toHaveTextContent("Hung up");
  });
});

describe("before it is sent", () => {
  it("reads a list that is older than 2 s, and sends nothing for a call that is gone", async () => {
    const { simulator, press, sent, reads, reports } = await renderActing({ provider: slowPolls });
    await move(2_250);
    expect(reads()).toBe(1);
    simulator.endCall(agentId, outgoing.callId);
    await press(retrieveIt);
    expect(reads()).toBe(2);
    expect(sent()).toEqual([]);
    expect(row(outgoing)).toHaveTextContent("Already off hold. Nothing was sent.");
    expect(reports).toEqual([[outgoing.callId, { kind: "failed", action: "retrieve", code: "off-hold" }]]);
  });

  it("sends after such a list where the call is still on it", async () => {
    const { simulator, press } = await renderActing({ provider: slowPolls });
    await move(2_250);
    await press(retrieveIt);
    expect(simulator.requests.map(({ operation }) => operation)).toEqual([
      "holdList",
      "holdList",
      "retrieve",
      "holdList",
    ]);
  });

  it("reads no list that is fresh", async () => {
    const { simulator, press } = await renderActing({ provider: slowPolls });
    await move(2_000);
    await press(retrieveIt);
    expect(simulator.requests.map(({ operation }) => operation)).toEqual(["holdList", "retrieve", "holdList"]);
  });
});

describe("an action that was accepted", () => {
  it("is waited for, by a list at once and then every second, and told with the time that it took", async () => {
    const { press, reads, reports, session } = await renderActing({
      provider: slowPolls,
      before: (simulator) => void simulator.order({ kind: "doneLate", on: "retrieve", after: 5_500 }),
    });
    await press(retrieveIt);
    expect(reads()).toBe(2);
    await move(1_750);
    expect(row(outgoing)).not.toHaveTextContent("Accepted");
    await move(250);
    expect(row(outgoing)).toHaveTextContent("Accepted, waiting for the call to leave hold…");
    await move(3_000);
    expect(reads()).toBe(7);
    await move(1_250);
    expect(row(outgoing)).toHaveTextContent("No longer on hold after 6 s");
    expect(reads()).toBe(8);
    tell(session, "AgentEvent_Talking", { callid: outgoing.callId });
    expect(row(outgoing)).toHaveTextContent("Retrieved after 6 s");
    expect(reports.at(-1)?.[1]).toEqual({ kind: "confirmed", action: "retrieve", after: 6_000 });
    await move(4_000);
    expect(reads()).toBe(9); // for the event, and none for the action
  });

  it("and not done is said to be so after 10 s, with another try, which is another request", async () => {
    const { press, sent, reports } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "notDone", on: "retrieve", times: 1 }),
    });
    await press(retrieveIt);
    await move(9_750);
    expect(row(outgoing)).not.toHaveTextContent("still on hold");
    await move(250);
    expect(row(outgoing)).toHaveTextContent("Accepted, but still on hold.");
    expect(row(outgoing)).not.toHaveTextContent("No longer on hold");
    expect(reports.at(-1)?.[1]).toEqual({ kind: "failed", action: "retrieve", code: "not-confirmed" });
    await move(20_000);
    expect(sent()).toHaveLength(1);
    await press("Try again");
    expect(sent()).toHaveLength(2);
    expect(row(outgoing)).toHaveTextContent("No longer on hold");
    expect(row(outgoing)).not.toHaveTextContent("Accepted");
  });

  it("and not done can be dismissed, and the focus goes to its button", async () => {
    const { press, button } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "notDone", on: "retrieve" }),
    });
    await press(retrieveIt);
    await move(10_000);
    await press("Dismiss");
    expect(row(outgoing)).not.toHaveTextContent("Accepted");
    expect(button(retrieveIt)).toHaveFocus();
  });

  it("and gone after that has left as the events tell it, which need not be the action's doing", async () => {
    const { press, simulator } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "notDone", on: "retrieve" }),
    });
    await press(retrieveIt);
    await move(10_000);
    simulator.endCall(agentId, outgoing.callId, "retrieved");
    await move(2_000);
    expect(row(outgoing)).toHaveTextContent("No longer on hold");
    expect(row(outgoing)).not.toHaveTextContent(/after 1|Accepted/);
  });
});

describe("a refusal", () => {
  it("with 200-015 is neither success nor failure: already off hold", async () => {
    const { press, simulator, reports } = await renderActing({ provider: slowPolls });
    simulator.endCall(agentId, outgoing.callId);
    await press(retrieveIt);
    expect(row(outgoing)).toHaveTextContent("Already off hold.");
    expect(row(outgoing)).not.toHaveTextContent(/Nothing was sent|Not |Retrieved|200-015/);
    expect(row(outgoing).querySelector("[data-outcome=bad]")).toBeNull();
    expect(reports.at(-1)?.[1]).toEqual({ kind: "failed", action: "retrieve", code: "200-015" });
  });

  it("with 200-016 says so at the row, with the code and the gateway's message, until it is dismissed", async () => {
    const { press, button, sent } = await renderActing({
      before: (simulator) =>
        void simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016", message: "wrong <b>state</b>" }),
    });
    await press(retrieveIt);
    await move(60_000);
    expect(row(outgoing)).toHaveTextContent(
      "Not retrieved: the call cannot be retrieved right now.Code 200-016: wrong <b>state</b>",
    );
    expect(sent()).toHaveLength(1);
    await press("Dismiss");
    expect(row(outgoing)).not.toHaveTextContent("200-016");
    expect(button(retrieveIt)).toHaveFocus();
    expect(button(retrieveIt)).toHaveAttribute("aria-disabled", "false");
  });

  it("goes when the call leaves", async () => {
    const { press, simulator } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016" }),
    });
    await press(retrieveIt);
    simulator.endCall(agentId, outgoing.callId);
    await move(2_250);
    expect(row(outgoing)).toHaveTextContent("No longer on hold");
    expect(row(outgoing)).not.toHaveTextContent("200-016");
  });

  it.each([
    ["999-999", "Not done: the phone system refused.Code 999-999"],
    ["100-006", "Not done: the phone system did not accept this sign-in.Code 100-006"],
    ["200-005", "Not done: you have no current call to join.Code 200-005"],
  ])("with %s says: %s", async (retcode, words) => {
    const { press, sent } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "retcode", on: "retrieve", retcode }),
    });
    await press(retrieveIt);
    expect(row(outgoing)).toHaveTextContent(words);
    await move(5_000);
    expect(sent()).toHaveLength(1);
  });

  it("stays through a change of the provider's settings", async () => {
    const { press, show, props } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016" }),
    });
    await press(retrieveIt);
    show({ ...props, labels: { heading: "Held" } });
    expect(row(outgoing)).toHaveTextContent("200-016");
  });
});

describe("an action without an answer", () => {
  const unknown = "Unknown whether it worked. Look at the list before trying again.";

  it("is unknown after 10 s, never sent again, and looked at without sending", async () => {
    const { press, sent, reports, button } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "silence", on: "retrieve" }),
    });
    await press(retrieveIt);
    await move(9_750);
    expect(button(`Retrieving… ${outgoing.name}`)).toBeInTheDocument();
    await move(250);
    expect(row(outgoing)).toHaveTextContent(unknown);
    expect(reports.at(-1)?.[1]).toEqual({ kind: "failed", action: "retrieve", code: "timeout" });
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    await press("Check now");
    expect(row(outgoing)).toHaveTextContent("Checked: the call is still on hold.");
    expect(button(retrieveIt)).toHaveFocus();
    await move(30_000);
    expect(sent()).toHaveLength(1);
    await press("Try again");
    expect(sent()).toHaveLength(2);
  });

  it("that was done all the same is seen by the list, and its failure goes", async () => {
    const { press, sent } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "answerLost", on: "retrieve" }),
    });
    await press(retrieveIt);
    await move(0);
    expect(row(outgoing)).toHaveTextContent("No longer on hold");
    expect(row(outgoing)).not.toHaveTextContent("Unknown");
    await move(10_000);
    expect(sent()).toHaveLength(1);
  });

  it.each([
    ["HTTP 502", { kind: "http", status: 502 }],
    ["a redirect", { kind: "redirect", location: "https://elsewhere.invalid/" }],
    ["HTML", { kind: "body", body: "<html>" }],
    ["a cut connection", { kind: "disconnect" }],
  ] as const)("but %s is unknown too, and never sent again", async (_, fault) => {
    const { press, sent } = await renderActing({
      before: (simulator) => void simulator.order({ ...fault, on: "retrieve" }),
    });
    await press(retrieveIt);
    expect(row(outgoing)).toHaveTextContent(unknown);
    await move(30_000);
    expect(sent()).toHaveLength(1);
  });
});

describe("what is heard", () => {
  const after = async (ms: number, said: string[]) => {
    await move(ms);
    return said.splice(0);
  };

  it("is that it was sent and that it is done, and its departure not once more", async () => {
    const { press, session } = await renderActing({
      talking: false,
      before: (simulator) => void simulator.order({ kind: "latency", on: "retrieve", delay: 1_500 }),
    });
    await move(5_000);
    const said = listen();
    await press(retrieveIt);
    expect(await after(1_500, said)).toEqual(["status: Retrieving call ending 8 0 0 0."]);
    tell(session, "AgentEvent_Talking", { callid: outgoing.callId });
    expect(await after(10_000, said)).toEqual(["status: Retrieved."]);
  });

  it("is no departure beside what is done at once", async () => {
    const { press } = await renderActing();
    await move(5_000);
    const said = listen();
    await press(retrieveIt);
    const heard = (await after(10_000, said)).join(" ");
    expect(heard).toContain("No longer on hold.");
    expect(heard).not.toMatch(/8 0 0 0 no longer|2 left/);
  });

  it("interrupts with what was not done, and whose call it is", async () => {
    const { press } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016" }),
    });
    await move(5_000);
    const said = listen();
    await press(retrieveIt);
    const heard = await after(5_000, said);
    expect(heard).toEqual(["alert: Call ending 8 0 0 0: Not retrieved: the call cannot be retrieved right now."]);
  });

  it("is what came of looking at the list", async () => {
    const { press } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "disconnect", on: "retrieve" }),
    });
    await press(retrieveIt);
    await move(5_000);
    const said = listen();
    await press("Check now");
    expect(await after(5_000, said)).toEqual(["alert: Call ending 8 0 0 0: Checked: the call is still on hold."]);
  });

  it("is no word of what was dismissed before it was said", async () => {
    const { press } = await renderActing({
      before: (simulator) => void simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016" }),
    });
    await move(5_000);
    const said = listen();
    await press(retrieveIt);
    await press("Dismiss");
    expect(await after(10_000, said)).toEqual([]);
  });

  it("is the departure of a call whose action nobody can know", async () => {
    const { press } = await renderActing({
      talking: false,
      before: (simulator) => void simulator.order({ kind: "answerLost", on: "retrieve", by: "silence" }),
    });
    await move(5_000);
    const said = listen();
    await press(retrieveIt);
    const heard = (await after(20_000, said)).join(" ");
    expect(heard).toContain("Call ending 8 0 0 0 no longer on hold. 2 left.");
  });
});

it("speaks Chinese, in names, outcomes and announcements", async () => {
  const { press, button } = await renderActing({
    props: { labels: { ...zhCN, ...zhCNActions } },
    before: (simulator) => void simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016", times: 1 }),
  });
  await move(5_000);
  const said = listen();
  await press("取消保持 138 0013 8000，996-2");
  expect(row(outgoing)).toHaveTextContent("取消保持失败：当前状态不允许。代码 200-016");
  await move(2_000);
  expect(said).toEqual(["alert: 尾号 8 0 0 0：取消保持失败：当前状态不允许。"]);
  await press("关闭");
  expect(button("更多操作： 138 0013 8000，996-2")).toBeInTheDocument();
  expect(row(outgoing).textContent?.replace("After-sales", "")).not.toMatch(/[a-z]/i);
});

it("names its buttons by the masked number and nothing more of it", async () => {
  const { container } = await renderActing({ props: { mask: (number: string) => `••${number.slice(-4)}` } });
  expect(buttonIn({ name: "••8000" }, "Retrieve")).toHaveAccessibleName("Retrieve number ending 8 0 0 0, 996-2");
  expect(container.innerHTML).not.toMatch(/1380013|138 0013/);
});
