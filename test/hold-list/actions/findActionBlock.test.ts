import { describe, expect, it } from "vitest";
import type { ActionBlock } from "../../../src/hold-list/actions/ActionBlock.js";
import type { ActionState } from "../../../src/hold-list/actions/ActionState.js";
import type { CurrentCall } from "../../../src/hold-list/actions/currentCall.js";
import { type ActionConditions, findActionBlock } from "../../../src/hold-list/actions/findActionBlock.js";
import type { ListCondition } from "../../../src/hold-list/listCondition.js";
import { hangUp, join, note, retrieve } from "./createRunnerHarness.js";

const all = [retrieve, join, hangUp, note];
const usual: ActionConditions = {
  own: undefined,
  voice: undefined,
  isListed: true,
  condition: "current",
  currentCall: "unknown",
};
/** What blocks each of retrieve, join, hangUp and note. */
const blocks = (conditions: Partial<ActionConditions>) =>
  all.map((action) => findActionBlock(action, { ...usual, ...conditions }));
const each = (block: ActionBlock | null) => all.map(() => block);

describe("the list's condition", () => {
  it.each<[ListCondition, boolean, boolean]>([
    ["current", false, false],
    ["loading", false, false],
    ["signed-out", false, false],
    ["in-doubt", false, true],
    ["switching", true, true],
    ["refused", true, true],
    ["no-permission", true, true],
    ["cannot-send", true, true],
  ])("%s blocks ordinary actions: %s, and final ones: %s", (condition, ordinary, final) => {
    const ordinaryBlock = ordinary ? { kind: condition } : null;
    const finalBlock = final ? { kind: condition } : null;
    expect(blocks({ condition })).toEqual([ordinaryBlock, ordinaryBlock, finalBlock, ordinaryBlock]);
  });
});

it("blocks every action on a call that has left, before any other reason", () => {
  const own: ActionState = { action: note, phase: "sent" };
  expect(blocks({ isListed: false, condition: "refused", own })).toEqual(each({ kind: "left" }));
});

it("does not count a call as left while the list is unknown", () => {
  expect(blocks({ isListed: null })).toEqual(each(null));
});

it.each<ActionState>([
  { action: note, phase: "checking" },
  { action: note, phase: "sent" },
  { action: note, phase: "accepted", late: false },
])("blocks every action on a call while an action on it is running: $phase", (own) => {
  expect(blocks({ own, voice: retrieve, condition: "refused" })).toEqual(each({ kind: "busy", action: note }));
});

it.each<ActionState>([
  { action: note, phase: "done", after: 1, late: false },
  { action: note, phase: "still-held" },
  { action: note, phase: "gone", sent: true },
  { action: note, phase: "refused", failure: null },
  { action: note, phase: "withheld", block: { kind: "in-doubt" } },
  { action: note, phase: "unknown", checked: false },
])("does not block after an action that has ended: $phase", (own) => {
  expect(blocks({ own })).toEqual(each(null));
});

it.each<ListCondition>(["current", "refused"])(
  "blocks only actions that move the voice path while another one does, in condition %s",
  (condition) => {
    const voice = { kind: "voice", action: join };
    const other = condition === "current" ? null : { kind: condition };
    expect(blocks({ voice: join, condition })).toEqual([voice, voice, other, other]);
  },
);

it.each<[CurrentCall, ActionBlock | null]>([
  ["none", { kind: "no-current-call" }],
  ["unknown", null],
  [{ callId: "1" }, null],
])("blocks an action that needs a current call only if there is surely none: %j", (currentCall, block) => {
  expect(blocks({ currentCall })).toEqual([null, block, null, null]);
});
