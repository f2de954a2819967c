import fc from "fast-check";
import { expect, it } from "vitest";
import { findActionBlock, type ActionConditions } from "../../../src/hold-list/actions/findActionBlock.js";
import type { ActionState } from "../../../src/hold-list/actions/ActionState.js";
import type { CurrentCall } from "../../../src/hold-list/actions/currentCall.js";
import type { CallAction } from "../../../src/hold-list/actions/CallAction.js";

const run = () => Promise.resolve();
const retrieve: CallAction = { id: "retrieve", movesVoice: true, endsHold: true, run };
const join: CallAction = { id: "join", movesVoice: true, needsCurrentCall: true, endsHold: true, run };
const hangUp: CallAction = { id: "hang-up", isFinal: true, endsHold: true, run };
const note: CallAction = { id: "note", run };

const calm: ActionConditions = {
  own: undefined,
  voice: undefined,
  isHeld: true,
  standing: "good",
  currentCall: "unknown",
};
const block = (action: CallAction, outlook: Partial<ActionConditions>) =>
  findActionBlock(action, { ...calm, ...outlook });

it("blocks nothing where nothing stands in the way", () => {
  for (const action of [retrieve, join, hangUp, note]) expect(findActionBlock(action, calm)).toBeNull();
});

it("blocks all on a call that has left, before any other reason", () => {
  for (const action of [retrieve, join, hangUp, note])
    expect(block(action, { isHeld: false, standing: "refused", own: { action: note, phase: "sent" } })).toEqual({
      kind: "left",
    });
});

it.each(["checking", "sent", "accepted"] as const)("blocks all on a call whose action is %s", (phase) => {
  const own = { action: note, phase, late: false } as ActionState;
  for (const action of [retrieve, join, hangUp, note])
    expect(block(action, { own, voice: retrieve })).toEqual({ kind: "busy", action: note });
});

it.each<ActionState>([
  { action: note, phase: "done", after: 1, late: false },
  { action: note, phase: "still-held" },
  { action: note, phase: "gone", sent: true },
  { action: note, phase: "refused", failure: null },
  { action: note, phase: "withheld", block: { kind: "doubt" } },
  { action: note, phase: "unknown", looked: false },
])("blocks nothing by an action that has ended: $phase", (own) => {
  expect(block(hangUp, { own })).toBeNull();
});

it("blocks what moves the voice path, and only that, while an action on another call does", () => {
  expect(block(retrieve, { voice: join })).toEqual({ kind: "voice", action: join });
  expect(block(join, { voice: join, standing: "refused" })).toEqual({ kind: "voice", action: join });
  expect(block(hangUp, { voice: join })).toBeNull();
  expect(block(note, { voice: join })).toBeNull();
});

it("blocks in doubt what nothing brings back, and not what its call ID protects", () => {
  expect(block(hangUp, { standing: "doubt" })).toEqual({ kind: "doubt" });
  for (const action of [retrieve, join, note]) expect(block(action, { standing: "doubt" })).toBeNull();
});

it.each(["switching", "refused", "no-permission"] as const)("blocks all while the session is %s", (standing) => {
  for (const action of [retrieve, join, hangUp, note]) expect(block(action, { standing })).toEqual({ kind: standing });
});

it("blocks what needs a current call only where there is none for sure", () => {
  expect(block(join, { currentCall: "none" })).toEqual({ kind: "no-current-call" });
  expect(block(join, { currentCall: "unknown" })).toBeNull();
  expect(block(join, { currentCall: { callId: "1" } })).toBeNull();
  expect(block(retrieve, { currentCall: "none" })).toBeNull();
});

it("blocks all that a hopeless state blocks, whatever else is so", () => {
  const outlooks = fc.record<ActionConditions>({
    own: fc.constantFrom(undefined, { action: note, phase: "sent" } as const),
    voice: fc.constantFrom(undefined, retrieve),
    isHeld: fc.boolean(),
    standing: fc.constantFrom("good", "doubt", "switching", "refused", "no-permission"),
    currentCall: fc.constantFrom<CurrentCall[]>("unknown", "none", { callId: "1" }),
  });
  const hopeless = fc.constantFrom<((outlook: ActionConditions) => ActionConditions)[]>(
    (outlook) => ({ ...outlook, isHeld: false }),
    (outlook) => ({ ...outlook, standing: "refused" }),
    (outlook) => ({ ...outlook, own: { action: hangUp, phase: "checking" } }),
  );
  fc.assert(
    fc.property(fc.constantFrom(retrieve, join, hangUp, note), outlooks, hopeless, (action, outlook, worse) => {
      expect(findActionBlock(action, worse(outlook))).not.toBeNull();
    }),
  );
});
