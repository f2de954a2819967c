import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { zhCN, zhCNActions } from "../../src/index.js";
import type { Fault } from "../../src/simulator/simulator.js";
import { move } from "../support/renderPanel.js";
import { buttonIn, outgoing, renderActing, tell } from "../support/renderActing.js";

type Acting = Awaited<ReturnType<typeof renderActing>>;

/** Why each action of a call is blocked; null where it is not. */
async function reasons({ user }: Pick<Acting, "user">, labels = { retrieve: "Retrieve", more: "More actions" }) {
  const main = buttonIn(outgoing, labels.retrieve);
  await user.click(buttonIn(outgoing, labels.more));
  const items = within(screen.getByRole("menu")).getAllByRole("menuitem");
  const reasonOf = (item: HTMLElement) =>
    item.getAttribute("aria-disabled") === "true" ? item.querySelector(".hlp-menu-reason")?.textContent : null;
  const found = [main.getAttribute("aria-disabled") === "true" ? main.title : null, ...items.map(reasonOf)];
  for (const control of [main, ...items]) expect(control).not.toHaveAttribute("disabled");
  await user.keyboard("{Escape}");
  return found;
}

const all = (reason: string | null) => [reason, reason, reason, reason];
const order = (fault: Fault) => (panel: Acting) => void panel.simulator.order(fault);

describe("a blocked action", () => {
  it("is none while the list is good, nor after one failed poll", async () => {
    const panel = await renderActing();
    expect(await reasons(panel)).toEqual(all(null));
    order({ kind: "disconnect", times: 1 })(panel);
    await move(2_250);
    expect(panel.simulator.requests.at(-1)?.outcome).toBe("disconnected");
    expect(await reasons(panel)).toEqual(all(null));
  });

  it("is connecting and hanging up from the second failed poll on, and retrieving is not", async () => {
    const panel = await renderActing();
    order({ kind: "disconnect" })(panel);
    await move(9_000);
    const doubt = "List not up to date";
    expect(await reasons(panel)).toEqual([null, null, doubt, doubt]);
    await panel.press(`Retrieve ${outgoing.name}`);
    expect(panel.sent()).toEqual([`retrieve ${outgoing.callId}`]);
  });

  it("is every one while the gateway is switching over, from the first answer that says so", async () => {
    const panel = await renderActing();
    order({ kind: "retcode", retcode: "000-004" })(panel);
    await move(2_250);
    expect(await reasons(panel)).toEqual(all("The phone system is switching servers"));
    panel.simulator.clearFaults();
    await move(10_000);
    expect(await reasons(panel)).toEqual(all(null));
  });

  it("is every one once the session is refused, and one refusal is not enough", async () => {
    const panel = await renderActing();
    order({ kind: "retcode", retcode: "100-006" })(panel);
    await move(2_250);
    expect(await reasons(panel)).toEqual(all(null));
    await move(2_000);
    expect(await reasons(panel)).toEqual(all("Sign in again first"));
    await panel.press(`Retrieve ${outgoing.name}`);
    expect(panel.sent()).toEqual([]);
  });

  it("is every one without the permission to see calls", async () => {
    const panel = await renderActing();
    order({ kind: "retcode", retcode: "300-001" })(panel);
    await move(2_250);
    expect(await reasons(panel)).toEqual(all("No permission to see calls on hold"));
  });

  it("keeps the focus while it is blocked and when it is free again", async () => {
    const panel = await renderActing();
    const retrieve = panel.button(`Retrieve ${outgoing.name}`);
    act(() => retrieve.focus());
    order({ kind: "retcode", retcode: "000-004", times: 1 })(panel);
    await move(2_250);
    expect(retrieve).toHaveAttribute("aria-disabled", "true");
    expect(retrieve).toHaveAccessibleDescription("The phone system is switching servers");
    expect(retrieve).toHaveFocus();
    await panel.user.keyboard("{Enter}");
    await move(5_000);
    expect(retrieve).toHaveAttribute("aria-disabled", "false");
    expect(retrieve).toHaveFocus();
    expect(panel.sent()).toEqual([]);
  });

  it("says why in Chinese", async () => {
    const panel = await renderActing({ props: { labels: { ...zhCN, ...zhCNActions }, hasCurrentCall: false } });
    const labels = { retrieve: "取消保持", more: "更多操作" };
    const none = "当前没有正在进行的通话";
    expect(await reasons(panel, labels)).toEqual([null, none, none, null]);
  });
});

describe("joining needs a current call", () => {
  const none = "You have no current call to join";

  it("is shown where nobody knows of one, and its refusal is told", async () => {
    const panel = await renderActing({ talking: false });
    expect(await reasons(panel)).toEqual(all(null));
    await panel.choose("Three-party");
    expect(panel.sent()).toEqual([`threeParty ${outgoing.callId}`]);
    expect(screen.getByText(/^Not done: you have no current call to join/)).toHaveTextContent("Code 200-010");
  });

  it("is blocked where the host says that there is none, whatever the events say", async () => {
    const panel = await renderActing({ props: { hasCurrentCall: false } });
    tell(panel.session, "AgentEvent_Talking", { callid: "9-9" });
    expect(await reasons(panel)).toEqual([null, none, none, null]);
  });

  it("is not where the host says that there is one", async () => {
    const panel = await renderActing({ props: { hasCurrentCall: true } });
    tell(panel.session, "AgentEvent_Talking", { callid: "9-9" });
    tell(panel.session, "AgentEvent_Hold", "9-9");
    expect(await reasons(panel)).toEqual(all(null));
  });

  it("follows the events: none after the current call is on hold or over, until the agent talks again", async () => {
    const panel = await renderActing();
    const { session } = panel;
    tell(session, "AgentEvent_Talking", { callid: "9-9" });
    expect(await reasons(panel)).toEqual(all(null));
    tell(session, "AgentEvent_Hold", "9-9");
    expect(await reasons(panel)).toEqual([null, none, none, null]);
    tell(session, "AgentEvent_Talking", { callid: "9-9" });
    expect(await reasons(panel)).toEqual(all(null));
    tell(session, "AgentEvent_Call_Release", "9-9");
    expect(await reasons(panel)).toEqual([null, none, none, null]);
  });

  it("forgets what the events said once they flow no more", async () => {
    const panel = await renderActing();
    tell(panel.session, "AgentEvent_Talking", { callid: "9-9" });
    tell(panel.session, "AgentEvent_Hold", "9-9");
    await move(19_000);
    expect(await reasons(panel)).toEqual([null, none, none, null]);
    await move(2_000);
    expect(await reasons(panel)).toEqual(all(null));
  });

  it("forgets it at another sign-in", async () => {
    const panel = await renderActing();
    tell(panel.session, "AgentEvent_Talking", { callid: "9-9" });
    tell(panel.session, "AgentEvent_Hold", "9-9");
    const guid = panel.simulator.signIn("291");
    act(() => panel.session.getState().signIn({ agentId: "291", guid }));
    await move(500);
    expect(await reasons(panel)).toEqual(all(null));
  });

  it("keeps what the events said, and what a row says, when the provider's settings change", async () => {
    const panel = await renderActing({
      before: (simulator) => void simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016" }),
    });
    await panel.press(`Retrieve ${outgoing.name}`);
    tell(panel.session, "AgentEvent_Talking", { callid: "9-9" });
    tell(panel.session, "AgentEvent_Hold", "9-9");
    panel.provide({ pollInterval: 3_000 });
    await move(0);
    expect(screen.getByText(/^Not retrieved/)).toBeInTheDocument();
    expect(await reasons(panel)).toEqual([null, none, none, null]);
  });
});
