import { expect, it } from "vitest";
import type { GatewayFailure } from "../../src/gateway/GatewayError.js";
import type { HeldCall } from "../../src/gateway/HeldCall.js";
import type { HoldListState } from "../../src/hold-list/useHoldList.js";
import { announcement, type Heard, heardFrom, nothingHeard } from "../../src/panel/announcement.js";
import { en } from "../../src/panel/labels/en.js";
import { zhCN } from "../../src/panel/labels/zhCN.js";

const numbers: Record<string, string> = { a: "13800138000", b: "13912345678", c: "10086", d: "", e: "70943" };
const callsOf = (ids: string): HeldCall[] =>
  [...ids].map((id) => ({ callId: id, callType: 0, caller: numbers[id] ?? "", called: "1", skill: "" }));

const updatedAt = new Date(2026, 2, 5, 10, 42, 7).getTime();
const heard = (ids: string, standing: Heard["standing"] = "good"): Heard => ({
  calls: new Map(callsOf(ids).map((call) => [call.callId, call])),
  standing,
  updatedAt,
});
const polite = (text: string) => ({ text, urgent: false });
const urgent = (text: string) => ({ text, urgent: true });

it.each([
  ["the first list", nothingHeard, heard("abc"), polite("3 calls on hold.")],
  ["an empty first list", nothingHeard, heard(""), polite("No calls on hold.")],
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
    nothingHeard,
    { ...nothingHeard, standing: "cannot-show" },
    polite("Cannot show calls on hold. Callers may be on hold."),
  ],
  ["a first list after failures", { ...nothingHeard, standing: "cannot-show" }, heard("a"), polite("1 call on hold.")],
  ["sign-out", heard("ab"), nothingHeard, null],
] satisfies [string, Heard, Heard, ReturnType<typeof announcement>][])("says %s", (_, before, now, expected) => {
  expect(announcement(before, now, en)).toEqual(expected);
});

it("says the same in Chinese", () => {
  expect(announcement(nothingHeard, heard("abc"), zhCN)).toEqual(polite("3 个通话在保持中。"));
  expect(announcement(heard("bc"), heard("abc"), zhCN)).toEqual(polite("尾号 8 0 0 0 已保持，共 3 个。"));
  expect(announcement(heard("abc"), heard("bc"), zhCN)).toEqual(polite("尾号 8 0 0 0 已不在保持中，剩 2 个。"));
  expect(announcement(heard("ab"), heard("ab", "doubt"), zhCN)).toEqual(polite("列表自 10:42 起未更新。"));
  expect(announcement(heard("ab", "doubt"), heard("ab"), zhCN)).toEqual(polite("列表已更新，共 2 个。"));
  expect(announcement(heard("ab"), heard("ab", "refused"), zhCN)).toEqual(
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

it("hears nothing of an agent who is signed out, or of a list that is on its way", () => {
  expect(heardFrom({ status: "signed-out" }, false)).toEqual(nothingHeard);
  expect(heardFrom({ status: "loading" }, false)).toEqual(nothingHeard);
});

it("hears how far a list is to be trusted", () => {
  const code = (retcode: string): GatewayFailure => ({ kind: "retcode", retcode, gatewayMessage: "" });
  expect(heardFrom(ready(null), false).standing).toBe("good");
  expect(heardFrom(ready(doubt({ kind: "network" }, false)), false).standing).toBe("good");
  expect(heardFrom(ready(doubt({ kind: "network" }, false)), true).standing).toBe("doubt");
  expect(heardFrom(ready(doubt(code("100-006"), false)), true).standing).toBe("doubt");
  expect(heardFrom(ready(doubt(code("100-006"), true)), true).standing).toBe("refused");
  expect(heardFrom(ready(doubt(code("300-001"), true)), true).standing).toBe("no-permission");
  expect(heardFrom({ status: "error", doubt: doubt({ kind: "network" }, false) }, true).standing).toBe("cannot-show");
  expect(heardFrom({ status: "error", doubt: doubt(code("105-005"), true) }, true).standing).toBe("refused");
});
