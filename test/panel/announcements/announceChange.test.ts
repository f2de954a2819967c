import { expect, it } from "vitest";
import type { GatewayFailure } from "../../../src/gateway/GatewayError.js";
import type { HeldCall } from "../../../src/gateway/HeldCall.js";
import type { AttentionLevel } from "../../../src/hold-list/attention.js";
import {
  announcement,
  type AnnouncedState,
  announcedStateOf,
  initialAnnouncedState,
  type AnnouncementContext,
} from "../../../src/panel/announcements/announcement.js";
import { en } from "../../../src/panel/labels/en.js";
import type { HoldListLabels } from "../../../src/panel/labels/HoldListLabels.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";
import { type MaskNumber, maskNumber } from "../../../src/panel/format/maskNumber.js";
import type { HoldListState } from "../../../src/hold-list/HoldListState.js";

const numbers: Record<string, string> = { a: "13800138000", b: "13912345678", c: "10086", d: "", e: "70943" };
const callsOf = (ids: string): HeldCall[] =>
  [...ids].map((id) => ({ callId: id, callType: 0, caller: numbers[id] ?? "", called: "1", skill: "" }));

const updatedAt = new Date(2026, 2, 5, 10, 42, 7).getTime();
const heard = (ids: string, standing: AnnouncedState["standing"] = "good"): AnnouncedState => ({
  calls: new Map(callsOf(ids).map((call) => [call.callId, call])),
  levels: new Map(),
  reasons: new Map(),
  standing,
  updatedAt,
});
const speech = (labels: HoldListLabels, mask?: MaskNumber): AnnouncementContext => ({
  labels,
  mask,
  heldFor: () => 61_500,
});
const english = speech(en);
const chinese = speech(zhCN);
const polite = (text: string) => ({ text, urgent: false });
const urgent = (text: string) => ({ text, urgent: true });

it.each([
  ["the first list", initialAnnouncedState, heard("abc"), polite("3 calls on hold.")],
  ["an empty first list", initialAnnouncedState, heard(""), polite("No calls on hold.")],
  ["the same list", heard("ab"), heard("ab"), null],
  ["the same list in another order", heard("ab"), heard("ba"), null],
  ["an arrival", heard("bc"), heard("abc"), polite("Call ending 8 0 0 0 on hold. 3 on hold.")],
  ["a short number", heard("a"), heard("ac"), polite("Call ending 1 0 0 8 6 on hold. 2 on hold.")],
  ["a withheld number", heard("a"), heard("ad"), polite("1 new. 2 on hold.")],
  ["a departure", heard("abc"), heard("bc"), polite("Call ending 8 0 0 0 no longer on hold. 2 left.")],
  ["several", heard("ab"), heard("bcde"), polite("3 new, 1 left. 4 on hold.")],
  ["one call in another's place", heard("a"), heard("b"), polite("1 new, 1 left. 1 on hold.")],
  ["doubt", heard("ab"), heard("ab", "doubt"), polite("List not up to date since 10:42.")],
  ["doubt that goes on", heard("ab", "doubt"), heard("ab", "doubt"), null],
  ["recovery", heard("ab", "doubt"), heard("bc"), polite("List up to date. 2 on hold.")],
  ["a refused session", heard("ab"), heard("ab", "refused"), urgent("Sign in again. 2 calls may still be on hold.")],
  [
    "a refused session after doubt",
    heard("a", "doubt"),
    heard("a", "refused"),
    urgent("Sign in again. 1 call may still be on hold."),
  ],
  ["a refused session over no calls", heard(""), heard("", "refused"), polite("Sign in again.")],
  ["a refusal that goes on", heard("ab", "refused"), heard("ab", "refused"), null],
  [
    "no permission",
    heard("a"),
    heard("a", "no-permission"),
    urgent("No permission to see calls on hold. 1 call may still be on hold."),
  ],
  [
    "a failed first list",
    initialAnnouncedState,
    { ...initialAnnouncedState, standing: "cannot-show" },
    polite("Cannot show calls on hold. Callers may be on hold."),
  ],
  [
    "a first list after failures",
    { ...initialAnnouncedState, standing: "cannot-show" },
    heard("a"),
    polite("1 call on hold."),
  ],
  ["sign-out", heard("ab"), initialAnnouncedState, null],
] satisfies [string, AnnouncedState, AnnouncedState, ReturnType<typeof announcement>][])(
  "says %s",
  (_, before, now, expected) => {
    expect(announcement(before, now, english)).toEqual(expected);
  },
);

it("says the same in Chinese", () => {
  expect(announcement(initialAnnouncedState, heard("abc"), chinese)).toEqual(polite("3 个通话在保持中。"));
  expect(announcement(heard("bc"), heard("abc"), chinese)).toEqual(polite("尾号 8 0 0 0 已保持，共 3 个。"));
  expect(announcement(heard("abc"), heard("bc"), chinese)).toEqual(polite("尾号 8 0 0 0 已不在保持中，剩 2 个。"));
  expect(announcement(heard("ab"), heard("ab", "doubt"), chinese)).toEqual(polite("列表自 10:42 起未更新。"));
  expect(announcement(heard("ab", "doubt"), heard("ab"), chinese)).toEqual(polite("列表已更新，共 2 个。"));
  expect(announcement(heard("ab"), heard("ab", "refused"), chinese)).toEqual(
    urgent("请重新签入，可能仍有 2 个通话在保持中。"),
  );
});

const doubt = (failure: GatewayFailure, stopped: boolean) => ({ failure, failures: 2, since: updatedAt, stopped });
const ready = (by: ReturnType<typeof doubt> | null): HoldListState => ({
  status: "ready",
  calls: callsOf("ab"),
  unreadable: [],
  updatedAt,
  doubt: by,
  overdue: false,
});

const nobody = { levels: new Map(), left: new Map() };

it("hears nothing of an agent who is signed out, or of a list that is on its way", () => {
  expect(announcedStateOf({ status: "signed-out" }, false, nobody)).toEqual(initialAnnouncedState);
  expect(announcedStateOf({ status: "loading" }, false, nobody)).toEqual(initialAnnouncedState);
});

it("hears how far a list is to be trusted", () => {
  const code = (retcode: string): GatewayFailure => ({ kind: "retcode", retcode, gatewayMessage: "" });
  expect(announcedStateOf(ready(null), false, nobody).standing).toBe("good");
  expect(announcedStateOf(ready(doubt({ kind: "network" }, false)), false, nobody).standing).toBe("good");
  expect(announcedStateOf(ready(doubt({ kind: "network" }, false)), true, nobody).standing).toBe("doubt");
  expect(announcedStateOf(ready(doubt(code("100-006"), false)), true, nobody).standing).toBe("doubt");
  expect(announcedStateOf(ready(doubt(code("100-006"), true)), true, nobody).standing).toBe("refused");
  expect(announcedStateOf(ready(doubt(code("300-001"), true)), true, nobody).standing).toBe("no-permission");
  expect(announcedStateOf({ status: "error", doubt: doubt({ kind: "network" }, false) }, true, nobody).standing).toBe(
    "cannot-show",
  );
  expect(announcedStateOf({ status: "error", doubt: doubt(code("105-005"), true) }, true, nobody).standing).toBe(
    "refused",
  );
});

const crossed = (
  levels: Record<string, AttentionLevel>,
  standing: AnnouncedState["standing"] = "good",
): AnnouncedState => ({
  ...heard("abcd", standing),
  levels: new Map(Object.entries(levels)),
});

it.each<[string, AnnouncedState, AnnouncedState, string | null]>([
  ["a long hold", crossed({}), crossed({ a: "long" }), "Call ending 8 0 0 0 on hold over 1 minute."],
  ["a long hold of a withheld number", crossed({}), crossed({ d: "long" }), "1 call on hold long."],
  ["several", crossed({}), crossed({ a: "long", b: "long" }), "2 calls on hold long."],
  [
    "one that is too long",
    crossed({ a: "long" }),
    crossed({ a: "too-long" }),
    "Call ending 8 0 0 0 on hold over 1 minute, too long.",
  ],
  [
    "several that are too long",
    crossed({ a: "long" }),
    crossed({ a: "too-long", b: "too-long" }),
    "2 calls on hold too long.",
  ],
  [
    "both at once",
    crossed({ a: "long" }),
    crossed({ a: "too-long", c: "long" }),
    "Call ending 8 0 0 0 on hold over 1 minute, too long. Call ending 1 0 0 8 6 on hold over 1 minute.",
  ],
  [
    "a crossing in doubt",
    crossed({}, "doubt"),
    crossed({ a: "long" }, "doubt"),
    "Call ending 8 0 0 0 on hold over 1 minute.",
  ],
  [
    "an arrival and a crossing",
    heard("abc"),
    crossed({ a: "long" }),
    "1 new. 4 on hold. Call ending 8 0 0 0 on hold over 1 minute.",
  ],
  ["nothing of a level that stays", crossed({ a: "long" }), crossed({ a: "long" }), null],
  ["nothing of a level that falls", crossed({ a: "too-long" }), crossed({ a: "long" }), null],
  ["nothing of a call that is no longer there", heard(""), { ...heard(""), levels: new Map([["a", "long"]]) }, null],
])("says %s", (_, before, now, expected) => {
  expect(announcement(before, now, english)?.text ?? null).toBe(expected);
});

it("says crossings in Chinese", () => {
  const said = (now: AnnouncedState) => announcement(crossed({}), now, chinese)?.text;
  expect(said(crossed({ a: "long" }))).toBe("尾号 8 0 0 0 保持超过 1 分钟。");
  expect(said(crossed({ a: "too-long" }))).toBe("尾号 8 0 0 0 保持超过 1 分钟，过久。");
  expect(said(crossed({ a: "long", b: "long" }))).toBe("2 个通话保持较久。");
  expect(said(crossed({ a: "too-long", b: "too-long" }))).toBe("2 个通话保持过久。");
});

it("says why a call left where that is known, and of a colleague only that it did", () => {
  const hungUp = { ...heard("b"), reasons: new Map([["a", "customer-hung-up" as const]]) };
  expect(announcement(heard("ab"), hungUp, english)?.text).toBe("Customer ending 8 0 0 0 hung up. 1 left.");
  expect(announcement(heard("ab"), hungUp, chinese)?.text).toBe("尾号 8 0 0 0 客户已挂断，剩 1 个。");
  const colleagues: AnnouncedState = {
    ...heard("ab"),
    calls: new Map(callsOf("ab").map((call) => [call.callId, { ...call, callType: 51 }])),
  };
  expect(announcement(colleagues, hungUp, english)?.text).toBe("Call ending 8 0 0 0 no longer on hold. 1 left.");
  const retrieved = { ...heard("b"), reasons: new Map([["a", "retrieved" as const]]) };
  expect(announcement(heard("ab"), retrieved, english)?.text).toBe("Call ending 8 0 0 0 no longer on hold. 1 left.");
});

it("says what the mask leaves of a number, and none where it leaves nothing", () => {
  const said = (before: AnnouncedState, now: AnnouncedState, mask: MaskNumber) =>
    announcement(before, now, speech(en, mask))?.text;
  expect(said(heard("a"), heard("ac"), maskNumber)).toBe("Call ending 0 0 8 6 on hold. 2 on hold.");
  expect(said(heard("a"), heard("ac"), () => "••••")).toBe("1 new. 2 on hold.");
  expect(said(crossed({}), crossed({ c: "too-long" }), () => "••••")).toBe("1 call on hold too long.");
});

it("hears levels, and why calls are gone", () => {
  const [call] = callsOf("c");
  if (call === undefined) throw new Error("no call");
  const left = new Map([["c", { call, reason: "retrieved" as const, since: undefined, heldFor: 1_000 }]]);
  const levels = new Map([["a", "long" as const]]);
  expect(announcedStateOf(ready(null), false, { levels, left })).toMatchObject({
    levels,
    reasons: new Map([["c", "retrieved"]]),
  });
});
