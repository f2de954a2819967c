import { describe, expect, it, vi } from "vitest";
import type { ActionBlock } from "../../../src/hold-list/actions/ActionBlock.js";
import type { HeldCallActionDefinition } from "../../../src/panel/actions/HeldCallActionDefinition.js";
import { blockLabel, labelsOf, resolveActions } from "../../../src/panel/actions/actionLabels.js";
import { connectAndLeave } from "../../../src/panel/actions/connectAndLeave.js";
import { hangUp } from "../../../src/panel/actions/hangUp.js";
import { retrieve } from "../../../src/panel/actions/retrieve.js";
import { threeParty } from "../../../src/panel/actions/threeParty.js";
import { en } from "../../../src/panel/labels/en.js";
import { enActions } from "../../../src/panel/labels/enActions.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";
import { zhCNActions } from "../../../src/panel/labels/zhCNActions.js";

const run = () => Promise.resolve();
const note: HeldCallActionDefinition = { id: "note", labels: { label: "Take a note" }, run };
const english = resolveActions([retrieve, threeParty, connectAndLeave, hangUp, note], en);
const labelsFor = (action: HeldCallActionDefinition, labels: Parameters<typeof resolveActions>[1] = en) =>
  resolveActions([action], labels).list[0]?.labels;

describe("the panel's labels", () => {
  it("are English about acting where the host gave none", () => {
    const { labels } = resolveActions([], zhCN);
    expect(labels).toMatchObject({ heading: zhCN.heading, tryAgain: enActions.tryAgain });
  });

  it("are the host's where it gave some", () => {
    const { labels } = resolveActions([], { ...zhCN, ...zhCNActions, tryAgain: "再试" });
    expect(labels).toMatchObject({ tryAgain: "再试", dismiss: zhCNActions.dismiss });
  });
});

describe("the labels of an action", () => {
  it("are derived from its label where it has no others", () => {
    const labels = labelsFor(note);
    expect(labels).toMatchObject({ label: "Take a note", busy: "Take a note…", othersWait: enActions.othersWait });
    expect(labels?.announceStart("8 0 0 0")).toBe("Take a note…");
    expect([labels?.done, labels?.confirm]).toEqual([undefined, undefined]);
  });

  it("are its own where it has them", () => {
    const announceStart = (ending: string) => `Logging ${ending}`;
    const own = { label: "Log", busy: "Logging…", done: "Logged", othersWait: "Wait: logging", announceStart };
    const confirm = { question: () => "Log?", no: "No" };
    const labels = labelsFor({ id: "log", labels: { ...own, confirm }, run });
    expect(labels).toMatchObject({ label: "Log", busy: "Logging…", done: "Logged", othersWait: "Wait: logging" });
    expect(labels?.announceStart("1")).toBe("Logging 1");
    expect([labels?.confirm?.question("10086"), labels?.confirm?.no]).toEqual(["Log?", "No"]);
  });

  it("follow the panel's labels where they are a function", () => {
    expect(labelsFor(retrieve, { ...zhCN, ...zhCNActions })).toMatchObject({ label: zhCNActions.retrieve.label });
    expect(labelsFor(retrieve, { ...en, retrieve: { label: "Pick up" } })).toMatchObject({
      label: "Pick up",
      busy: "Pick up…",
    });
  });

  it("are found by the ID of a running action, and are undefined for an action that the panel does not have", () => {
    expect(labelsOf({ id: "hang-up", run }, english.list)?.label).toBe(enActions.hangUp.label);
    expect(labelsOf({ id: "park", run }, english.list)).toBeUndefined();
  });
});

describe("the reason of a block", () => {
  it.each<[ActionBlock, string | undefined]>([
    [{ kind: "left" }, en.leftBecause.unknown],
    [{ kind: "busy", action: hangUp }, "Wait: hanging up…"],
    [{ kind: "busy", action: note }, "Wait: take a note…"],
    [{ kind: "voice", action: retrieve }, enActions.retrieve.othersWait],
    [{ kind: "voice", action: threeParty }, enActions.threeParty.othersWait],
    [{ kind: "voice", action: connectAndLeave }, enActions.connectAndLeave.othersWait],
    [{ kind: "in-doubt" }, enActions.listInDoubt],
    [{ kind: "switching" }, enActions.switchingServers],
    [{ kind: "refused" }, enActions.signInFirst],
    [{ kind: "cannot-send" }, enActions.cannotSend],
    [{ kind: "no-permission" }, enActions.notPermitted],
    [{ kind: "no-current-call" }, enActions.noCurrentCall],
  ])("for %o is %s", (block, label) => {
    expect(blockLabel(block, english)).toBe(label);
  });

  it.each(["voice", "busy"] as const)("is general for an action of another panel: %s", (kind) => {
    expect(blockLabel({ kind, action: retrieve }, resolveActions([note], en))).toBe(enActions.othersWait);
  });
});

describe("labels of the host that throw", () => {
  const fail = (): never => {
    throw new Error("host");
  };

  it("are replaced by the action's ID and reported", () => {
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    expect(labelsFor({ ...note, labels: fail })).toMatchObject({ label: "note", busy: "note…" });
    expect(report).toHaveBeenCalledWith(new Error("host"));
  });

  it("are replaced by the label where only the question throws", () => {
    vi.stubGlobal("reportError", vi.fn());
    const labels = labelsFor({ ...note, labels: { label: "Park", confirm: { question: fail, no: "Not now" } } });
    expect(labels?.confirm?.question("10086")).toBe("Park");
  });
});
