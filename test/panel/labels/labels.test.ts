import { describe, expect, it } from "vitest";
import type { Certainty } from "../../../src/hold-list/time/HeldSince.js";
import { en } from "../../../src/panel/labels/en.js";
import { enActions } from "../../../src/panel/labels/enActions.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";
import { zhCNActions } from "../../../src/panel/labels/zhCNActions.js";
import { wordsOf } from "./wordsOf.js";

const all = { en, zhCN, enActions, zhCNActions };

describe.each(Object.entries(all))("%s", (_, labels) => {
  it("has a text for each key", () => {
    for (const [path, text] of wordsOf(labels)) {
      expect([path, text.trim()]).not.toEqual([path, ""]);
      expect([path, text]).not.toEqual([path, expect.stringMatching(/undefined|null|NaN|\[object/)]);
    }
  });
});

it.each([
  [en, zhCN],
  [enActions, zhCNActions],
])("has the same keys in English and Chinese", (english, chinese) =>
  expect([...wordsOf(chinese).keys()]).toEqual([...wordsOf(english).keys()]),
);

it("shares no key between the two sets, since a host gives both in one object", () => {
  expect(Object.keys(en).filter((key) => key in enActions)).toEqual([]);
});

it("translates each text", () => {
  const english = wordsOf(en);
  for (const [path, text] of wordsOf(zhCN)) expect([path, text]).not.toEqual([path, english.get(path)]);
  for (const text of wordsOf(zhCNActions).values()) expect(text).not.toMatch(/[a-z]/i);
});

it("does not use the name of another operation or of the gateway", () => {
  for (const labels of [enActions, zhCNActions]) {
    for (const text of wordsOf(labels.connectAndLeave).values()) expect(text).not.toMatch(/转移|transfer/i);
    for (const text of wordsOf(labels).values()) expect(text).not.toMatch(/等待中|gateway|网关|calldata/i);
  }
});

it.each([en, zhCN])("includes the values that it is given: $language", (labels) => {
  for (const timed of [labels.notUpToDate, labels.emptyInDoubt, labels.lastUpdated])
    expect(timed("10:42:07")).toContain("10:42:07");
  expect(labels.http(502)).toContain("HTTP 502");
  expect(labels.timeout(10)).toContain("10");
  expect(labels.code("100-006", "no such agent")).toMatch(/100-006.*no such agent/);
  expect(labels.unknownCallType(99)).toContain("99");
  expect(labels.unknownCallType(null)).not.toContain("null");
  expect(labels.announceArrival("8 0 0 0", 3)).toMatch(/8 0 0 0.*3/);
  expect(labels.announceDeparture("8 0 0 0", 2)).toMatch(/8 0 0 0.*2/);
});

it.each([
  [en.announceChanges(2, 1, 4), "2 new, 1 left. 4 on hold."],
  [en.announceChanges(2, 0, 4), "2 new. 4 on hold."],
  [en.announceChanges(0, 2, 1), "2 left. 1 on hold."],
  [zhCN.announceChanges(2, 1, 4), "新增 2 个，离开 1 个，共 4 个。"],
  [zhCN.announceChanges(0, 2, 1), "离开 2 个，共 1 个。"],
  [en.announceFirstList(0), "No calls on hold."],
  [en.announceFirstList(1), "1 call on hold."],
  [en.announceFirstList(3), "3 calls on hold."],
  [en.announceRefusal(0), "Sign in again."],
  [en.announceRefusal(2), "Sign in again. 2 calls may still be on hold."],
  [en.unreadable(1), "1 more call could not be read. Contact support."],
  [zhCN.announceFirstList(0), "没有保持中的通话。"],
  [zhCN.announceRefusal(2), "请重新签入，可能仍有 2 个通话在保持中。"],
])("counts none, one and several: %s", (text, expected) => expect(text).toBe(expected));

const time = { days: 0, hours: 1, minutes: 2 };
const none = { days: 0, hours: 0, minutes: 0 };
it.each([
  [en.heldFor(time, "exact"), "on hold 1 hour 2 minutes"],
  [en.heldFor(time, "observed"), "on hold about 1 hour 2 minutes"],
  [en.heldFor(time, "probable"), "on hold about 1 hour 2 minutes"],
  [en.heldFor({ days: 2, hours: 0, minutes: 1 }, "at-least"), "on hold at least 2 days 1 minute"],
  [zhCN.heldFor(time, "exact"), "已保持 1 小时 2 分钟"],
  [zhCN.heldFor(time, "observed"), "已保持约 1 小时 2 分钟"],
  [zhCN.heldFor(time, "at-least"), "已保持至少 1 小时 2 分钟"],
  // "At least under a minute" would say nothing.
  [en.heldFor(none, "exact"), "on hold under a minute"],
  [en.heldFor(none, "observed"), "on hold under a minute"],
  [en.heldFor(none, "at-least"), "on hold, time unknown, first seen under a minute ago"],
  [zhCN.heldFor(none, "exact"), "已保持不到 1 分钟"],
  [zhCN.heldFor(none, "at-least"), "已在保持，时长未知，首次查询到不足 1 分钟"],
])("gives the hold time with its certainty: %s", (text, expected) => expect(text).toBe(expected));

it.each([en, zhCN])("explains each certainty differently, with its clock time: $language", (labels) => {
  const certainties: Certainty[] = [
    { kind: "exact" },
    { kind: "observed", gap: 3_100 },
    { kind: "at-least" },
    { kind: "probable" },
  ];
  const texts = certainties.map((certainty) => labels.heldSince("10:42:07", certainty));
  for (const text of texts) expect(text).toContain("10:42:07");
  expect(new Set(texts).size).toBe(4);
  expect(texts[1]).toMatch(/\b2\s?(s|秒)/);
});

const number = "138 0013 8000";
const { confirm: hangUp } = enActions.hangUp;
const { confirm: connect } = enActions.connectAndLeave;
const { confirm: zhHangUp } = zhCNActions.hangUp;
const { confirm: zhConnect } = zhCNActions.connectAndLeave;
it.each([
  [enActions.doneAfter("Retrieved", 6), "Retrieved after 6 s"],
  [zhCNActions.doneAfter("已取消保持", 6), "6 秒后已取消保持"],
  [hangUp?.question(number), `Hang up ${number}? The call on hold will be cut off.`],
  [zhHangUp?.question(number), `挂断 ${number}？保持中的通话将被断开。`],
  [connect?.question(number), `Connect ${number} to your current call and leave?`],
  [zhConnect?.question(number), `将 ${number} 与当前通话接通并退出？`],
  [enActions.ofCall("Retrieve", number, "996-2"), `Retrieve ${number}, 996-2`],
  [zhCNActions.ofCall("取消保持", number, "996-2"), `取消保持 ${number}，996-2`],
  [enActions.waitForThis("Retrieving…"), "Wait: retrieving…"],
  [enActions.withheld("Wait until the list is up to date"), "Nothing was sent. Wait until the list is up to date."],
  [enActions.retrieve.announceStart?.("8 0 0 0"), "Retrieving call ending 8 0 0 0."],
  [zhCNActions.retrieve.announceStart?.("8 0 0 0"), "正在取消保持，尾号 8 0 0 0。"],
  [enActions.announceDone("Retrieved"), "Retrieved."],
  [zhCNActions.announceDone("已取消保持"), "已取消保持。"],
  [enActions.announceForCall("8 0 0 0", "That did not work."), "Call ending 8 0 0 0: That did not work."],
  [zhCNActions.announceForCall("8 0 0 0", zhCNActions.notDone), "尾号 8 0 0 0：操作失败：呼叫平台拒绝。"],
  // The number is withheld.
  [enActions.announceForCall("", "That did not work."), "That did not work."],
  [zhCNActions.announceForCall("", "That did not work."), "That did not work."],
])("builds texts about acting: %s", (text, expected) => expect(text).toBe(expected));

// Only the Talking event proves that a call was retrieved.
it.each([enActions, zhCNActions])("does not call a call retrieved because the request succeeded", ({ retrieve }) =>
  expect(retrieve.done).toBeUndefined(),
);

it("uses the agreed names of the actions", () => {
  const names = ({ retrieve, threeParty, connectAndLeave, hangUp }: typeof enActions) =>
    [retrieve, threeParty, connectAndLeave, hangUp].map(({ label }) => label);
  expect(names(enActions)).toEqual(["Retrieve", "Join to my call", "Connect them and leave", "Hang up"]);
  expect(names(zhCNActions)).toEqual(["取消保持", "三方通话", "接通双方并退出", "挂断"]);
});
