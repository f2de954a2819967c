import { describe, expect, it } from "vitest";
import type { GatewayFailure } from "../../../src/gateway/GatewayError.js";
import type { ActionState } from "../../../src/hold-list/actions/ActionState.js";
import { resolveActions } from "../../../src/panel/actions/actionLabels.js";
import { createHeldCallAction } from "../../../src/panel/actions/createHeldCallAction.js";
import { retrieve } from "../../../src/panel/actions/retrieve.js";
import { type RowOutcome, rowOutcome } from "../../../src/panel/actions/rowOutcome.js";
import { en } from "../../../src/panel/labels/en.js";
import { enActions } from "../../../src/panel/labels/enActions.js";
import { retcode } from "../../hold-list/actions/createRunnerHarness.js";

const run = () => Promise.resolve();
const note = createHeldCallAction({ id: "note", labels: { label: "Note", done: "Noted" }, run });
const plain = createHeldCallAction({ id: "plain", labels: { label: "Do" }, run });
const settings = resolveActions([retrieve, note, plain], en);
const refused = (failure: GatewayFailure | null) =>
  rowOutcome({ action: retrieve, phase: "refused", failure }, settings);

it.each<ActionState>([
  { action: retrieve, phase: "checking" },
  { action: retrieve, phase: "sent" },
  { action: retrieve, phase: "accepted", late: false },
  { action: retrieve, phase: "done", after: 100, late: false },
  { action: retrieve, phase: "done", after: 6_000, late: true },
])("is nothing where the row's buttons or its departure show enough: %o", (state) => {
  expect(rowOutcome(state, settings)).toBeNull();
});

it.each<[ActionState, string]>([
  [{ action: retrieve, phase: "accepted", late: true }, enActions.accepted],
  [{ action: note, phase: "done", after: 1, late: false }, "Noted"],
  [{ action: plain, phase: "done", after: 1, late: false }, enActions.done],
  [{ action: retrieve, phase: "gone", sent: false }, enActions.goneBefore],
  [{ action: retrieve, phase: "gone", sent: true }, enActions.alreadyOff],
])("is no failure and has no buttons for %o: %s", (state, text) => {
  expect(rowOutcome(state, settings)).toEqual({ text, isFailure: false, offers: [] });
});

it.each<[ActionState, string, RowOutcome["offers"]]>([
  [{ action: retrieve, phase: "still-held" }, enActions.stillOnHold, ["retry", "dismiss"]],
  [
    { action: retrieve, phase: "withheld", block: { kind: "in-doubt" } },
    "Nothing was sent. Wait until the list is up to date.",
    ["dismiss"],
  ],
  [{ action: retrieve, phase: "unknown", checked: false }, enActions.outcomeUnknown, ["check"]],
  [{ action: retrieve, phase: "unknown", checked: true }, enActions.lookedStillOnHold, ["retry", "dismiss"]],
])("is a failure for %o: %s, with %j", (state, text, offers) => {
  expect(rowOutcome(state, settings)).toEqual({ text, isFailure: true, offers });
});

describe("a refusal", () => {
  it.each([
    ["200-016", enActions.notDoneState],
    ["200-005", enActions.notDoneNoCurrentCall],
    ["200-010", enActions.notDoneNoCurrentCall],
    ["200-025", enActions.notDone],
    ["999-999", enActions.notDone],
    ["100-006", enActions.notDoneSession],
    ["000-003", enActions.notDoneSession],
    ["105-007", enActions.notDoneSession],
    ["100-008", enActions.notDoneSession],
  ])("with %s is shown in the agent's words with the code: %s", (code, text) => {
    expect(refused(retcode(code))).toEqual({ text, detail: `Code ${code}`, isFailure: true, offers: ["dismiss"] });
  });

  it.each<[string, RegExp]>([
    [" wrong state ", /^Code 200-016: wrong state$/],
    ["x".repeat(1_000), /^.{300,400}$/],
  ])("shows the gateway's own message beside ours, shortened", (gatewayMessage, detail) => {
    const outcome = refused({ kind: "retcode", retcode: "200-016", gatewayMessage });
    expect(outcome?.text).toBe(enActions.notDoneState);
    expect(outcome?.detail).toMatch(detail);
  });

  it.each<[GatewayFailure | null, string, string | undefined]>([
    [{ kind: "http", status: 404 }, enActions.notDone, "HTTP 404"],
    [{ kind: "not-sent", reason: "insecure" }, en.insecurePage, undefined],
    [null, enActions.notDoneError, undefined],
  ])("without a retcode shows %j as %s, with %s", (failure, text, detail) => {
    expect(refused(failure)).toEqual({ text, detail, isFailure: true, offers: ["dismiss"] });
  });
});
