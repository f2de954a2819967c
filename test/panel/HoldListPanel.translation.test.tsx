import { act, screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { en, enActions } from "../../src/index.js";
import type { Fault } from "../../src/simulator/simulator.js";
import { agentId, incoming, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { renderActing } from "../support/renderActing.js";
import { detailsButton, panel, row } from "../support/screen.js";

const { retrieve, threeParty } = enActions;

/** Replaces each text node by a copy in two `<font>` elements, as page translation does. */
function translate(): void {
  const walker = document.createTreeWalker(panel(), NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest("[translate=no]") !== null) continue;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.append(text.data);
    outer.append(inner);
    text.replaceWith(outer);
  }
}

beforeEach(() => {
  // Text that React adds is translated too.
  const observer = new MutationObserver(() => {
    observer.disconnect();
    if (screen.queryByRole("region") !== null) translate();
    observer.observe(document.body, { childList: true, subtree: true });
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
});

const faults: Fault[] = [
  { kind: "latency", delay: 1_000 },
  { kind: "retcode", retcode: "200-016" },
  { kind: "silence" },
];

it.each(faults)(
  "keeps the list under page translation through an action with the fault $kind, arrivals, departures, doubt and recovery",
  async (fault) => {
    const { choose, simulator, session, user } = await renderActing({
      before: (gateway) => void gateway.order({ ...fault, on: "threeParty" } as Fault),
    });
    await user.click(detailsButton("996-2"));
    await choose(threeParty.label);
    await passTime(15_000);
    simulator.holdCall(agentId, { callType: 0, caller: "10010", skill: "" });
    await passTime(5_000);
    simulator.endCall(agentId, incoming.callId);
    await passTime(2_000);
    act(() => session.getState().setHeldSince(outgoing.callId, Date.now() - 600_000));
    simulator.order({ kind: "disconnect", times: 3 });
    await passTime(60_000);
    expect(panel()).not.toHaveTextContent(en.panelFailed);
    expect(screen.getByRole("list")).toBeInTheDocument();
    expect(row({ name: "10010" })).toHaveTextContent(retrieve.label);
  },
);
