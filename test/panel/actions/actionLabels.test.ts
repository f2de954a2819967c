import { describe, expect, it, vi } from "vitest";
import { actingLabels, actionLabels, blockLabel, labelsOf } from "../../../src/panel/actions/actionLabels.js";
import { connectAndLeave } from "../../../src/panel/actions/connectAndLeave.js";
import { createHeldCallAction } from "../../../src/panel/actions/createHeldCallAction.js";
import { hangUp } from "../../../src/panel/actions/hangUp.js";
import { retrieve } from "../../../src/panel/actions/retrieve.js";
import { threeParty } from "../../../src/panel/actions/threeParty.js";
import { zhCNActions } from "../../../src/panel/labels/zhCNActions.js";
import { en } from "../../../src/panel/labels/en.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";
import type { ActionBlock } from "../../../src/hold-list/actions/ActionBlock.js";

const english = actingLabels(en);
const run = () => Promise.resolve();
const note = createHeldCallAction({ id: "note", labels: { label: "Take a note" }, run });
const all = [retrieve, threeParty, connectAndLeave, hangUp, note];

describe("the panel's words", () => {
  it("are English about acting where the host gave none", () => {
    expect(actingLabels(zhCN)).toMatchObject({ heading: zhCN.heading, tryAgain: "Try again" });
  });

  it("are the host's where it gave some", () => {
    const labels = { ...zhCN, ...zhCNActions, tryAgain: "再试" };
    expect(actingLabels(labels)).toMatchObject({ tryAgain: "再试", dismiss: "关闭" });
    const retrieveTerm = { ...en, retrieve: { label: "Pick up" } };
    expect(actionLabels(retrieve, actingLabels(retrieveTerm))).toMatchObject({ label: "Pick up", busy: "Pick up…" });
  });
});

describe("an action's words", () => {
  it("are made of its label where it has no others", () => {
    const words = actionLabels(note, english);
    expect(words).toMatchObject({
      label: "Take a note",
      busy: "Take a note…",
      othersWait: "Wait: another action is under way",
    });
    expect(words.announceStart("8 0 0 0")).toBe("Take a note…");
    expect(words.done).toBeUndefined();
    expect(words.confirm).toBeUndefined();
  });

  it("are its own where it has them", () => {
    const own = {
      label: "Log",
      busy: "Logging…",
      done: "Logged",
      othersWait: "Wait: logging",
      announceStart: (ending: string) => `Logging ${ending}`,
    };
    const confirm = { question: () => "Log?", no: "No" };
    const { confirm: asked, ...words } = actionLabels(
      createHeldCallAction({ id: "log", labels: { ...own, confirm }, run }),
      english,
    );
    expect(words).toEqual(own);
    expect([asked?.question("10086"), asked?.no]).toEqual(["Log?", "No"]);
  });

  it("follow the panel's language where they are a function", () => {
    const words = actionLabels(retrieve, actingLabels({ ...zhCN, ...zhCNActions }));
    expect([words.label, words.announceStart("8 0 0 0")]).toEqual(["取消保持", "正在取消保持，尾号 8 0 0 0。"]);
  });

  it("are found by the ID that the runner names, and are none for an action that the panel has not", () => {
    expect(labelsOf({ id: "hang-up", run }, all, english)?.label).toBe("Hang up");
    expect(labelsOf({ id: "hang-up", run }, [retrieve], english)).toBeUndefined();
  });
});

describe("the reason of a block", () => {
  it.each<[ActionBlock, string]>([
    [{ kind: "left" }, "No longer on hold"],
    [{ kind: "busy", action: hangUp }, "Wait: hanging up…"],
    [{ kind: "busy", action: note }, "Wait: take a note…"],
    [{ kind: "voice", action: retrieve }, "Wait: another call is being retrieved"],
    [{ kind: "voice", action: threeParty }, "Wait: another call is being joined"],
    [{ kind: "voice", action: connectAndLeave }, "Wait: another call is being connected"],
    [{ kind: "doubt" }, "List not up to date"],
    [{ kind: "switching" }, "The phone system is switching servers"],
    [{ kind: "refused" }, "Sign in again first"],
    [{ kind: "no-permission" }, "No permission to see calls on hold"],
    [{ kind: "no-current-call" }, "You have no current call to join"],
  ])("is said for %o: %s", (block, words) => {
    expect(blockLabel(block, all, english)).toBe(words);
  });

  it("is said in general for an action of another panel, whose words this one has not", () => {
    expect(blockLabel({ kind: "voice", action: retrieve }, [note], english)).toBe("Wait: another action is under way");
    expect(blockLabel({ kind: "busy", action: retrieve }, [note], english)).toBe("Wait: another action is under way");
  });
});

describe("a host's words that throw", () => {
  const broken = (): never => {
    throw new Error("The host's words are broken.");
  };

  it("are reported as the host's fault, and the action shows by its ID", () => {
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    const action = createHeldCallAction({ id: "note", labels: broken, run });
    expect(actionLabels(action, english)).toMatchObject({ label: "note", busy: "note…" });
    expect(report).toHaveBeenCalledWith(new Error("The host's words are broken."));
  });

  it("ask by the label where only the question throws", () => {
    vi.stubGlobal("reportError", vi.fn());
    const labels = { label: "Park", confirm: { question: broken, no: "Not now" } };
    const action = createHeldCallAction({ id: "park", labels, run });
    expect(actionLabels(action, english).confirm?.question("10086")).toBe("Park");
  });
});
