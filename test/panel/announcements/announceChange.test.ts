import { describe, expect, it } from "vitest";
import type { HeldCall } from "../../../src/gateway/HeldCall.js";
import type { AttentionLevel } from "../../../src/hold-list/attention.js";
import type { LeftReason } from "../../../src/hold-list/LeftCall.js";
import type { ListCondition } from "../../../src/hold-list/listCondition.js";
import { announceChange } from "../../../src/panel/announcements/announceChange.js";
import {
  type AnnouncedState,
  announcedStateOf,
  initialAnnouncedState,
} from "../../../src/panel/announcements/AnnouncedState.js";
import type { AnnouncementContext } from "../../../src/panel/announcements/Announcement.js";
import { type MaskNumber, maskNumber } from "../../../src/panel/format/maskNumber.js";
import { en } from "../../../src/panel/labels/en.js";
import type { HoldListLabels } from "../../../src/panel/labels/HoldListLabels.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";

const numbers: Record<string, string> = { a: "13800138000", b: "13912345678", c: "10086", d: "", e: "70943" };
const endings = { a: "8 0 0 0", c: "1 0 0 8 6" };
const callsOf = (ids: string, callType = 0): HeldCall[] =>
  [...ids].map((callId) => ({ callId, callType, caller: numbers[callId] ?? "", called: "1", skill: "" }));

const updatedAt = new Date(2026, 2, 5, 10, 42, 7).getTime();
type Settings = { levels?: Record<string, AttentionLevel>; callType?: number; left?: LeftReason };

/** A state with these calls; null before the first list. */
function state(ids: string | null, condition: ListCondition = "current", settings: Settings = {}): AnnouncedState {
  const { levels = {}, callType, left = "unknown" } = settings;
  return announcedStateOf({
    condition,
    calls: ids === null ? null : callsOf(ids, callType),
    updatedAt,
    levels: new Map(Object.entries(levels)),
    left: new Map(callsOf("a").map((call) => [call.callId, { call, reason: left, since: undefined, heldFor: 0 }])),
  });
}

const contextOf = (labels: HoldListLabels, mask?: MaskNumber): AnnouncementContext => ({
  labels,
  mask,
  heldFor: () => 61_500,
});

/** The announcement of a change, preceded by ! where it is urgent. */
function announced(before: AnnouncedState, now: AnnouncedState, labels: HoldListLabels = en, mask?: MaskNumber) {
  const announcement = announceChange(before, now, contextOf(labels, mask));
  return announcement && `${announcement.urgent ? "!" : ""}${announcement.text}`;
}

const start = initialAnnouncedState;
type Expected = (labels: HoldListLabels) => string | null;
type Case = [string, AnnouncedState, AnnouncedState, Expected];
const nothing: Expected = () => null;

const listCases: Case[] = [
  ["announces the first list", start, state("abc"), (labels) => labels.announceFirstList(3)],
  ["announces an empty first list", start, state(""), (labels) => labels.announceFirstList(0)],
  ["announces nothing for the same list", state("ab"), state("ab"), nothing],
  ["announces nothing for another order", state("ab"), state("ba"), nothing],
  ["announces an arrival", state("bc"), state("abc"), (labels) => labels.announceArrival(endings.a, 3)],
  ["speaks a short number completely", state("a"), state("ac"), (labels) => labels.announceArrival(endings.c, 2)],
  ["counts a call whose number is withheld", state("a"), state("ad"), (labels) => labels.announceChanges(1, 0, 2)],
  ["announces a departure", state("abc"), state("bc"), (labels) => labels.announceDeparture(endings.a, 2)],
  ["counts several changes", state("ab"), state("bcde"), (labels) => labels.announceChanges(3, 1, 4)],
  ["counts a replaced call as two changes", state("a"), state("b"), (labels) => labels.announceChanges(1, 1, 1)],
  ["announces nothing at sign-out", state("ab"), state(null, "signed-out"), nothing],
];

const doubtful: ListCondition[] = ["in-doubt", "switching", "cannot-send"];
const doubtCases: Case[] = doubtful.flatMap((condition): Case[] => [
  [
    `announces the condition ${condition}`,
    state("ab"),
    state("ab", condition),
    (labels) => labels.announceDoubt("10:42"),
  ],
  [`announces ${condition} once`, state("ab", "in-doubt"), state("ab", condition), nothing],
  [`announces the end of ${condition}`, state("ab", condition), state("bc"), (labels) => labels.announceRecovery(2)],
  [
    `announces that ${condition} hides a first list`,
    start,
    state(null, condition),
    (labels) => labels.announceCannotShow,
  ],
  [`announces a hidden list once: ${condition}`, state(null, "in-doubt"), state(null, condition), nothing],
  [`announces a list after ${condition}`, state(null, condition), state("a"), (labels) => labels.announceFirstList(1)],
]);

const stopCases: Case[] = [
  ["interrupts for a refusal", state("ab"), state("ab", "refused"), (labels) => `!${labels.announceRefusal(2)}`],
  [
    "interrupts for a refusal after doubt",
    state("a", "in-doubt"),
    state("a", "refused"),
    (labels) => `!${labels.announceRefusal(1)}`,
  ],
  [
    "does not interrupt for a refusal without calls",
    state(""),
    state("", "refused"),
    (labels) => labels.announceRefusal(0),
  ],
  ["announces a refusal of the first list", start, state(null, "refused"), (labels) => labels.announceRefusal(0)],
  ["announces a refusal once", state("ab", "refused"), state("ab", "refused"), nothing],
  [
    "interrupts for a lost permission",
    state("a"),
    state("a", "no-permission"),
    (labels) => `!${labels.announceNoPermission(1)}`,
  ],
];

const levels = (levels: Settings["levels"] = {}, condition: ListCondition = "current") =>
  state("abcd", condition, { levels });
const levelCases: Case[] = [
  ["announces a long hold", levels(), levels({ a: "long" }), (labels) => labels.announceLongHold(endings.a, 61)],
  ["counts a long hold without a number", levels(), levels({ d: "long" }), (labels) => labels.announceSeveralLong(1)],
  ["counts several long holds", levels(), levels({ a: "long", b: "long" }), (labels) => labels.announceSeveralLong(2)],
  [
    "announces a hold that is too long",
    levels({ a: "long" }),
    levels({ a: "too-long" }),
    (labels) => labels.announceTooLong(endings.a, 61),
  ],
  [
    "counts several holds that are too long",
    levels({ a: "long" }),
    levels({ a: "too-long", b: "too-long" }),
    (labels) => labels.announceSeveralTooLong(2),
  ],
  [
    "announces both levels at once, the higher one first",
    levels({ a: "long" }),
    levels({ a: "too-long", c: "long" }),
    (labels) => `${labels.announceTooLong(endings.a, 61)} ${labels.announceLongHold(endings.c, 61)}`,
  ],
  [
    "announces a crossing while the list is in doubt",
    levels({}, "in-doubt"),
    levels({ a: "long" }, "in-doubt"),
    (labels) => labels.announceLongHold(endings.a, 61),
  ],
  [
    "announces an arrival before a crossing",
    state("abc"),
    levels({ a: "long" }),
    (labels) => `${labels.announceChanges(1, 0, 4)} ${labels.announceLongHold(endings.a, 61)}`,
  ],
  ["announces nothing for a level that stays", levels({ a: "long" }), levels({ a: "long" }), nothing],
  ["announces nothing for a level that falls", levels({ a: "too-long" }), levels({ a: "long" }), nothing],
  ["announces no crossing of a call that left", state(""), state("", "current", { levels: { a: "long" } }), nothing],
];

const departureCases: Case[] = [
  [
    "says that the customer hung up",
    state("ab"),
    state("b", "current", { left: "customer-hung-up" }),
    (labels) => labels.announceHangUp(endings.a, 1),
  ],
  [
    "does not call a colleague a customer",
    state("ab", "current", { callType: 51 }),
    state("b", "current", { left: "customer-hung-up" }),
    (labels) => labels.announceDeparture(endings.a, 1),
  ],
  [
    "gives no other reason for a departure",
    state("ab"),
    state("b", "current", { left: "retrieved" }),
    (labels) => labels.announceDeparture(endings.a, 1),
  ],
];

describe.each([en, zhCN])("in $language", (labels) => {
  it.each([...listCases, ...doubtCases, ...stopCases, ...levelCases, ...departureCases])(
    "%s",
    (_, before, now, expected) => expect(announced(before, now, labels)).toBe(expected(labels)),
  );
});

it.each<[string, MaskNumber, AnnouncedState, string]>([
  ["the digits that the mask leaves", maskNumber, state("ac"), en.announceArrival("0 0 8 6", 2)],
  ["no ending where the mask leaves none", () => "••••", state("ac"), en.announceChanges(1, 0, 2)],
  ["no ending where the mask throws", () => JSON.parse("") as string, state("ac"), en.announceChanges(1, 0, 2)],
])("speaks %s", (_, mask, now, expected) => expect(announced(state("a"), now, en, mask)).toBe(expected));

it("counts a crossing where the mask leaves no digits", () =>
  expect(announced(levels(), levels({ c: "too-long" }), en, () => "••••")).toBe(en.announceSeveralTooLong(1)));

it("does not announce suppressed departures", () => {
  const suppressed = new Set(["a"]);
  expect(announceChange(state("abc"), state("bc"), contextOf(en), suppressed)).toBeNull();
  expect(announceChange(state("abc"), state("c"), contextOf(en), suppressed)?.text).toBe(
    en.announceDeparture("5 6 7 8", 1),
  );
});
