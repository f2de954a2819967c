import { fireEvent } from "@testing-library/react";
import { expect, it } from "vitest";
import { agentId, incoming } from "../../support/calls.js";
import { holdThree, noAttention, passTime, renderPanel } from "../../support/renderPanel.js";
import { rows } from "../../support/screen.js";

it("a press ends where a host stops pointerup on its way", async () => {
  const { simulator } = await renderPanel({
    before: holdThree,
    provider: noAttention,
    page: (panel) => <div onPointerUp={(event) => event.stopPropagation()}>{panel}</div>,
  });
  const [row] = rows();
  if (row === undefined) throw new Error("There is no row.");
  fireEvent.pointerDown(row);
  fireEvent.pointerUp(row);
  simulator.endCall(agentId, incoming.callId);
  await passTime(60_000);
  expect(rows()).toHaveLength(2);
});

it("a press ends in the document that the panel was moved to", async () => {
  const { simulator, container } = await renderPanel({ before: holdThree, provider: noAttention });
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const other = frame.contentDocument as Document;
  other.body.append(other.adoptNode(container));
  await passTime(10);
  const row = other.querySelector("li.hlp-row") as HTMLElement;
  fireEvent.pointerDown(row);
  fireEvent.pointerUp(row);
  simulator.endCall(agentId, incoming.callId);
  await passTime(60_000);
  const shown = other.querySelectorAll("li.hlp-row").length;
  frame.remove();
  expect(shown).toBe(2);
});
