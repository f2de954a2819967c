import { describe, expect, it } from "vitest";
import type { GatewayFailure } from "../../../src/gateway/GatewayError.js";
import { actingLabels } from "../../../src/panel/actions/actionLabels.js";
import { createHeldCallAction } from "../../../src/panel/actions/createHeldCallAction.js";
import { retrieve } from "../../../src/panel/actions/retrieve.js";
import { rowOutcome } from "../../../src/panel/actions/rowOutcome.js";
import type { ActionState } from "../../../src/hold-list/actions/ActionState.js";
import { en } from "../../../src/panel/labels/en.js";

const labels = actingLabels(en);
const run = () => Promise.resolve();
const note = createHeldCallAction({ id: "note", labels: { label: "Note", done: "Noted" }, run });
const plain = createHeldCallAction({ id: "plain", labels: { label: "Do" }, run });
const list = [retrieve, note, plain];
const outcome = (state: ActionState) => rowOutcome(state, list, labels);
const refused = (failure: GatewayFailure | null) => outcome({ action: retrieve, phase: "refused", failure });
const code = (retcode: string, gatewayMessage = ""): GatewayFailure => ({ kind: "retcode", retcode, gatewayMessage });

describe("a row says nothing", () => {
  it.each<ActionState>([
    { action: retrieve, phase: "checking" },
    { action: retrieve, phase: "sent" },
    { action: retrieve, phase: "accepted", late: false },
    { action: retrieve, phase: "done", after: 100, late: false },
    { action: retrieve, phase: "done", after: 6_000, late: true },
  ])("where its buttons or its place say all: %o", (state) => {
    expect(outcome(state)).toBeNull();
  });
});

it("says that it takes longer than usual, which is no failure", () => {
  expect(outcome({ action: retrieve, phase: "accepted", late: true })).toEqual({
    text: "Accepted, waiting for the call to leave hold…",
    isBad: false,
    offers: [],
  });
});

it("says that an action that leaves its call on hold is done, in its words or in general", () => {
  expect(outcome({ action: note, phase: "done", after: 1, late: false })).toEqual({
    text: "Noted",
    isBad: false,
    offers: [],
  });
  expect(outcome({ action: plain, phase: "done", after: 1, late: false })?.text).toBe("Done");
});

it("says that it was accepted and not done, and offers another try", () => {
  expect(outcome({ action: retrieve, phase: "still-held" })).toEqual({
    text: "Accepted, but still on hold.",
    isBad: true,
    offers: ["again", "dismiss"],
  });
});

it("says of a call that was off hold already whether anything was sent, as neither success nor failure", () => {
  expect(outcome({ action: retrieve, phase: "gone", sent: false })).toEqual({
    text: "Already off hold. Nothing was sent.",
    isBad: false,
    offers: [],
  });
  expect(outcome({ action: retrieve, phase: "gone", sent: true })).toMatchObject({
    text: "Already off hold.",
    isBad: false,
  });
});

it("says that nothing was sent, and why", () => {
  expect(outcome({ action: retrieve, phase: "withheld", block: { kind: "doubt" } })).toEqual({
    text: "Nothing was sent. List not up to date.",
    isBad: true,
    offers: ["dismiss"],
  });
});

it("offers to read the list where the outcome is unknown, and another try only once it was read", () => {
  expect(outcome({ action: retrieve, phase: "unknown", looked: false })).toEqual({
    text: "Unknown whether it worked. Look at the list before trying again.",
    isBad: true,
    offers: ["look"],
  });
  expect(outcome({ action: retrieve, phase: "unknown", looked: true })).toEqual({
    text: "Checked: the call is still on hold.",
    isBad: true,
    offers: ["again", "dismiss"],
  });
});

describe("a refusal", () => {
  it.each([
    ["200-016", "Not retrieved: the call cannot be retrieved right now."],
    ["200-005", "Not done: you have no current call to join."],
    ["200-010", "Not done: you have no current call to join."],
    ["200-025", "Not done: the phone system refused."],
    ["999-999", "Not done: the phone system refused."],
    ["100-006", "Not done: the phone system did not accept this sign-in."],
    ["000-003", "Not done: the phone system did not accept this sign-in."],
    ["105-007", "Not done: the phone system did not accept this sign-in."],
    ["100-008", "Not done: the phone system did not accept this sign-in."],
  ])("with %s is told in the agent's words, with the code, to be dismissed", (retcode, text) => {
    expect(refused(code(retcode))).toEqual({ text, detail: `Code ${retcode}`, isBad: true, offers: ["dismiss"] });
  });

  it("shows the gateway's own message beside our words, shortened and never instead", () => {
    expect(refused(code("200-016", " wrong state "))).toMatchObject({
      text: "Not retrieved: the call cannot be retrieved right now.",
      detail: "Code 200-016: wrong state",
    });
    expect(refused(code("200-016", "x".repeat(1_000)))?.detail?.length).toBeLessThan(400);
  });

  it("without a code tells the status, or nothing more", () => {
    expect(refused({ kind: "http", status: 404 })).toMatchObject({
      text: "Not done: the phone system refused.",
      detail: "HTTP 404",
    });
    expect(refused({ kind: "not-sent", reason: "guid" })?.detail).toBeUndefined();
  });

  it("of the host's own action says no more than that it was not done", () => {
    expect(refused(null)).toEqual({ text: "Not done.", detail: undefined, isBad: true, offers: ["dismiss"] });
  });
});
