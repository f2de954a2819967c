import { beforeEach, describe, expect, it, vi } from "vitest";
import { type AnnouncedState, initialAnnouncedState } from "../../../src/panel/announcements/AnnouncedState.js";
import type { Announcement, AnnouncementContext } from "../../../src/panel/announcements/Announcement.js";
import { createAnnouncer } from "../../../src/panel/announcements/createAnnouncer.js";
import { en } from "../../../src/panel/labels/en.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";

const state = (ids: string, condition: AnnouncedState["condition"] = "current"): AnnouncedState => ({
  ...initialAnnouncedState,
  calls: new Map([...ids].map((id) => [id, { callId: id, callType: 0, caller: `1234${id}`, called: "1", skill: "" }])),
  condition,
});
const context: AnnouncementContext = { labels: en, mask: undefined, heldFor: () => 61_500 };
const polite = (text: string) => () => ({ text, urgent: false });

beforeEach(() => void vi.useFakeTimers({ now: 0 }));

/** An announcer and what it writes, with the ms of each. With `calls` it has announced a first list 5 s ago. */
function createRecorded(calls?: string) {
  const written: [at: number, text: string | null][] = [];
  const announcer = createAnnouncer((announcement) => written.push([Date.now(), announcement?.text ?? null]));
  if (calls !== undefined) {
    announcer.update(state(calls), context);
    vi.advanceTimersByTime(5_000);
    written.length = 0;
  }
  const texts = () => written.filter(([, text]) => text !== null);
  return { written, texts, announcer, update: (now: AnnouncedState) => announcer.update(now, context) };
}

it("gathers changes for 1 s and clears the region after 2.5 s", () => {
  const { written, update } = createRecorded();
  update(state("1"));
  vi.advanceTimersByTime(400);
  update(state("12"));
  vi.advanceTimersByTime(10_000);
  expect(written).toEqual([
    [1_000, en.announceFirstList(2)],
    [3_500, null],
  ]);
});

it("announces at most once in 3 s", () => {
  const { texts, update } = createRecorded();
  for (const ids of ["", "1", "12", "123", "23", "3", "34", "345", "3456", "34567", "4567"]) {
    update(state(ids));
    vi.advanceTimersByTime(500);
  }
  vi.advanceTimersByTime(10_000);
  expect(texts()).toEqual([
    [1_000, en.announceFirstList(1)],
    [4_000, en.announceChanges(3, 1, 3)],
    [7_000, en.announceChanges(2, 1, 4)],
  ]);
});

it("drops a change that is undone before it is announced", () => {
  const { written, update } = createRecorded("1");
  for (const now of [state("12"), state("1"), state("1", "in-doubt"), state("1")]) {
    update(now);
    vi.advanceTimersByTime(900);
  }
  vi.advanceTimersByTime(10_000);
  expect(written).toEqual([]);
});

it("writes nothing while the list stays the same", () => {
  const { written, update } = createRecorded("1");
  for (let poll = 0; poll < 20; poll++) {
    update(state("1"));
    vi.advanceTimersByTime(2_000);
  }
  expect(written).toEqual([]);
});

it("clears the region at sign-out and drops what was to be announced", () => {
  const { written, update } = createRecorded();
  update(state("1"));
  vi.advanceTimersByTime(1_000);
  update(state("12"));
  update({ ...initialAnnouncedState, condition: "signed-out" });
  expect(written.at(-1)).toEqual([1_000, null]);
  written.length = 0;
  vi.advanceTimersByTime(10_000);
  expect(written).toEqual([]);
});

it("writes nothing after it was stopped", () => {
  const { written, update, announcer } = createRecorded();
  update(state("1"));
  announcer.stop();
  vi.advanceTimersByTime(10_000);
  expect(written).toEqual([]);
});

it("uses the labels and the mask of the moment of the announcement", () => {
  const { written, announcer, update } = createRecorded("1");
  update(state("12"));
  vi.advanceTimersByTime(500);
  announcer.update(state("12"), { ...context, labels: zhCN, mask: () => "•••• 99" });
  vi.advanceTimersByTime(500);
  expect(written).toEqual([[6_000, zhCN.announceArrival("9 9", 2)]]);
});

it("announces a crossing once, with the hold time of that moment", () => {
  const { texts, announcer } = createRecorded("1");
  const crossed = { ...state("1"), levels: new Map([["1", "long" as const]]) };
  for (let poll = 0; poll < 5; poll++) {
    announcer.update(crossed, { ...context, heldFor: () => Date.now() + 115_000 });
    vi.advanceTimersByTime(2_000);
  }
  expect(texts()).toEqual([[6_000, en.announceLongHold("1 2 3 4 1", 121)]]);
});

it("keeps its pace when the machine's time is set back", () => {
  const { texts, update } = createRecorded("1");
  update(state("12"));
  vi.advanceTimersByTime(1_000);
  vi.setSystemTime(-3_600_000);
  update(state("123"));
  vi.advanceTimersByTime(3_000);
  expect(texts()).toHaveLength(2);
});

describe("announce", () => {
  it("gathers with the changes of the list and comes before them", () => {
    const { texts, announcer, update } = createRecorded();
    announcer.announce("1", polite("Sent."));
    update(state("1"));
    vi.advanceTimersByTime(1_200);
    announcer.announce("1", polite("Done."));
    vi.advanceTimersByTime(10_000);
    expect(texts()).toEqual([
      [1_000, `Sent. ${en.announceFirstList(1)}`],
      [4_000, "Done."],
    ]);
  });

  it("replaces an announcement with the same key, and withdraws it for null", () => {
    const { texts, announcer } = createRecorded("");
    announcer.announce("1", polite("Sent."));
    announcer.announce("2", polite("Other."));
    announcer.announce("1", polite("Done."));
    announcer.announce("2", null);
    vi.advanceTimersByTime(10_000);
    announcer.announce("1", polite("Sent."));
    announcer.announce("1", null);
    vi.advanceTimersByTime(10_000);
    expect(texts()).toEqual([[6_000, "Done."]]);
  });

  it("asks for the text when it is announced, and writes nothing for null", () => {
    const { texts, announcer } = createRecorded("");
    let text = "Off hold.";
    announcer.announce("1", () => ({ text, urgent: false }));
    text = "Retrieved.";
    vi.advanceTimersByTime(5_000);
    announcer.announce("1", () => null);
    vi.advanceTimersByTime(10_000);
    expect(texts()).toEqual([[6_000, "Retrieved."]]);
  });

  it("is urgent as a whole where one part is", () => {
    const written: Announcement[] = [];
    const announcer = createAnnouncer((announcement) => announcement && written.push(announcement));
    announcer.update(state("1"), context);
    announcer.announce("1", () => ({ text: "That did not work.", urgent: true }));
    vi.advanceTimersByTime(1_000);
    expect(written).toEqual([{ text: `That did not work. ${en.announceFirstList(1)}`, urgent: true }]);
  });

  it("announces the rest where one text throws", () => {
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    const { texts, announcer } = createRecorded("");
    announcer.announce("1", () => JSON.parse("") as null);
    announcer.announce("2", polite("Done."));
    vi.advanceTimersByTime(10_000);
    vi.unstubAllGlobals();
    expect(texts()).toEqual([[6_000, "Done."]]);
    expect(report).toHaveBeenCalledOnce();
  });

  it("is dropped at sign-out", () => {
    const { texts, announcer, update } = createRecorded("1");
    announcer.announce("1", polite("Sent."));
    update(initialAnnouncedState);
    vi.advanceTimersByTime(10_000);
    expect(texts()).toEqual([]);
  });
});

describe("suppressDepartures", () => {
  it("suppresses the departure of its calls and of no others", () => {
    const { texts, announcer, update } = createRecorded("123");
    announcer.suppressDepartures(new Set(["1"]), { pending: new Set() });
    update(state("23"));
    vi.advanceTimersByTime(5_000);
    update(state("3"));
    vi.advanceTimersByTime(1_000);
    expect(texts()).toEqual([[11_000, en.announceDeparture("1 2 3 4 2", 1)]]);
  });

  it("announces a pending departure later, once it is no longer suppressed", () => {
    const { texts, announcer, update } = createRecorded("12");
    announcer.suppressDepartures(new Set(["1"]), { pending: new Set(["1"]) });
    update(state("2"));
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual([]);
    announcer.suppressDepartures(new Set(), { pending: new Set() });
    update(state("2"));
    vi.advanceTimersByTime(1_000);
    expect(texts()).toEqual([[66_000, en.announceDeparture("1 2 3 4 1", 1)]]);
  });
});
