import { expect, it } from "vitest";
import { enActions } from "../../../src/panel/labels/enActions.js";
import type { HeldCallActionLabels } from "../../../src/panel/labels/HeldCallActionLabels.js";
import { zhCNActions } from "../../../src/panel/labels/zhCNActions.js";
import { en } from "../../../src/panel/labels/en.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";

/** Every word of a set of labels by its path. */
function wordsOf(labels: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(labels).flatMap(([key, value]: [string, unknown]) => {
      if (typeof value === "object" && value !== null) return [...wordsOf(value, `${path}${key}.`)];
      if (typeof value !== "function") return [[path + key, String(value)]];
      const word = (value as (...given: unknown[]) => unknown)("8 0 0 0", "138 0013 8000", "996-2");
      return [[path + key, String(word)]];
    }),
  );
}

const sets: [string, HeldCallActionLabels][] = [
  ["enActions", enActions],
  ["zhCNActions", zhCNActions],
];

it("has the same keys in English and Chinese", () => {
  expect([...wordsOf(zhCNActions).keys()]).toEqual([...wordsOf(enActions).keys()]);
});

it("has no key that the panel's other words have, since they are given in one object", () => {
  for (const key of Object.keys(enActions)) {
    expect(Object.keys(en)).not.toContain(key);
    expect(Object.keys(zhCN)).not.toContain(key);
  }
});

it.each(sets)("has no empty word, and none that is not one: %s", (_, labels) => {
  for (const [path, word] of wordsOf(labels)) {
    expect([path, word.trim()]).not.toEqual([path, ""]);
    expect(word).not.toMatch(/undefined|null|NaN|\[object/);
  }
});

it("leaves no English in the Chinese words", () => {
  for (const word of wordsOf(zhCNActions).values())
    expect(word.replaceAll(/8 0 0 0|138 0013 8000|996-2/g, "")).not.toMatch(/[a-z]/i);
});

const say = "8 0 0 0";
const number = "138 0013 8000";

it("says in English what was agreed", () => {
  const { retrieve, threeParty, connectAndLeave, hangUp } = enActions;
  expect([retrieve.label, threeParty.label, connectAndLeave.label, hangUp.label]).toEqual([
    "Retrieve",
    "Three-party",
    "Connect and leave",
    "Hang up",
  ]);
  expect([retrieve.busy, retrieve.othersWait, enActions.listInDoubt]).toEqual([
    "Retrieving…",
    "Wait: another call is being retrieved",
    "List not up to date",
  ]);
  expect([threeParty.done, connectAndLeave.done, hangUp.done]).toEqual([
    "In three-party call",
    "Connected, you left",
    "Hung up",
  ]);
  // "Retrieved" only where the Talking event told it.
  expect(retrieve.done).toBeUndefined();
  expect([en.leftBecause.retrieved, en.leftBecause.unknown]).toEqual(["Retrieved", "No longer on hold"]);
  expect([enActions.accepted, enActions.doneAfter("Retrieved", 6)]).toEqual([
    "Accepted, waiting for the call to leave hold…",
    "Retrieved after 6 s",
  ]);
  expect([enActions.stillOnHold, enActions.tryAgain]).toEqual(["Accepted, but still on hold.", "Try again"]);
  expect([enActions.notDoneState, enActions.notDoneNoCurrentCall, enActions.notDone, enActions.dismiss]).toEqual([
    "Not retrieved: the call cannot be retrieved right now.",
    "Not done: you have no current call to join.",
    "Not done: the phone system refused.",
    "Dismiss",
  ]);
  expect([enActions.outcomeUnknown, enActions.checkNow]).toEqual([
    "Unknown whether it worked. Look at the list before trying again.",
    "Check now",
  ]);
  expect([enActions.goneBefore, enActions.alreadyOff]).toEqual([
    "Already off hold. Nothing was sent.",
    "Already off hold.",
  ]);
  expect([hangUp.confirm?.question(number), hangUp.confirm?.no]).toEqual([
    "Hang up 138 0013 8000? The call on hold will be cut off.",
    "Keep on hold",
  ]);
  expect([connectAndLeave.confirm?.question(number), connectAndLeave.confirm?.no]).toEqual([
    "Connect 138 0013 8000 to your current call and leave?",
    "Stay",
  ]);
  expect(enActions.ofCall("Retrieve", number, "996-2")).toBe("Retrieve 138 0013 8000, 996-2");
  expect(enActions.ofCall(enActions.moreActions, number, "996-2")).toBe("More actions for 138 0013 8000, 996-2");
  expect([retrieve.announceStart?.(say), enActions.announceDone("Retrieved")]).toEqual([
    "Retrieving call ending 8 0 0 0.",
    "Retrieved.",
  ]);
  expect(enActions.announceForCall(say, "Not done.")).toBe("Call ending 8 0 0 0: Not done.");
});

it("says in Chinese what was agreed, with the vendor's terms", () => {
  const { retrieve, threeParty, connectAndLeave, hangUp } = zhCNActions;
  expect([retrieve.label, threeParty.label, connectAndLeave.label, hangUp.label]).toEqual([
    "取消保持",
    "三方通话",
    "接通双方并退出",
    "挂断",
  ]);
  expect([retrieve.busy, retrieve.othersWait, zhCNActions.listInDoubt]).toEqual([
    "正在取消保持…",
    "请稍候：正在取消另一通话的保持",
    "列表未更新",
  ]);
  expect([threeParty.done, connectAndLeave.done, hangUp.done]).toEqual([
    "已进入三方通话",
    "已接通双方，您已退出",
    "已挂断",
  ]);
  expect(retrieve.done).toBeUndefined();
  expect([zhCN.leftBecause.retrieved, zhCN.leftBecause.unknown]).toEqual(["已取消保持", "已不在保持中"]);
  expect([zhCNActions.accepted, zhCNActions.doneAfter("已取消保持", 6)]).toEqual([
    "已受理，等待通话解除保持…",
    "6 秒后已取消保持",
  ]);
  expect([zhCNActions.stillOnHold, zhCNActions.tryAgain]).toEqual(["已受理，但通话仍在保持中。", "重试"]);
  expect([zhCNActions.notDoneState, zhCNActions.notDoneNoCurrentCall, zhCNActions.notDone]).toEqual([
    "取消保持失败：当前状态不允许。",
    "操作失败：当前没有正在进行的通话。",
    "操作失败：呼叫平台拒绝。",
  ]);
  expect([zhCNActions.dismiss, zhCNActions.outcomeUnknown, zhCNActions.checkNow]).toEqual([
    "关闭",
    "结果未知，请先核对列表再重试。",
    "立即核对",
  ]);
  expect([zhCNActions.goneBefore, zhCNActions.alreadyOff]).toEqual([
    "该通话已不在保持中，未发送操作。",
    "该通话已不在保持中。",
  ]);
  expect([hangUp.confirm?.question(number), hangUp.confirm?.no]).toEqual([
    "挂断 138 0013 8000？保持中的通话将被断开。",
    "继续保持",
  ]);
  expect([connectAndLeave.confirm?.question(number), connectAndLeave.confirm?.no]).toEqual([
    "将 138 0013 8000 与当前通话接通并退出？",
    "不退出",
  ]);
  expect(zhCNActions.ofCall("取消保持", number, "996-2")).toBe("取消保持 138 0013 8000，996-2");
  expect(zhCNActions.moreActions).toBe("更多操作：");
  expect([retrieve.announceStart?.(say), zhCNActions.announceDone("已取消保持")]).toEqual([
    "正在取消保持，尾号 8 0 0 0。",
    "已取消保持。",
  ]);
  expect(zhCNActions.announceForCall(say, zhCNActions.notDone)).toBe("尾号 8 0 0 0：操作失败：呼叫平台拒绝。");
});

it.each(sets)("speaks of a call without a number without an ending: %s", (_, labels) => {
  expect(labels.announceForCall("", "Not done.")).toBe("Not done.");
});

it.each(sets)("calls connecting nothing that another operation is called: %s", (_, labels) => {
  for (const word of wordsOf(labels.connectAndLeave).values()) expect(word).not.toMatch(/转移|transfer/i);
  for (const word of wordsOf(labels).values()) expect(word).not.toMatch(/等待中|gateway|网关|calldata/i);
});
