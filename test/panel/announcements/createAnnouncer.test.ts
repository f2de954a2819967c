import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  type AnnouncedState,
  initialAnnouncedState,
  type AnnouncementContext,
} from "../../../src/panel/announcements/announcement.js";
import { createAnnouncer } from "../../../src/panel/announcements/createAnnouncer.js";
import { en } from "../../../src/panel/labels/en.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";

const heard = (ids: string, standing: AnnouncedState["standing"] = "good"): AnnouncedState => ({
  calls: new Map([...ids].map((id) => [id, { callId: id, callType: 0, caller: `1234${id}`, called: "1", skill: "" }])),
  levels: new Map(),
  reasons: new Map(),
  standing,
  updatedAt: 0,
});

const speech: AnnouncementContext = { labels: en, mask: undefined, heldFor: () => 61_500 };

beforeEach(() => void vi.useFakeTimers({ now: 0 }));

/** An announcer, and what it said when, in ms. */
function listen() {
  const said: [at: number, text: string | null][] = [];
  const announcer = createAnnouncer((announcement) => said.push([Date.now(), announcement?.text ?? null]));
  return { said, announcer };
}

it("gathers for 1 s, and takes the sentence out again once it was read", () => {
  const { said, announcer } = listen();
  announcer.update(heard("1"), speech);
  vi.advanceTimersByTime(400);
  announcer.update(heard("12"), speech);
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual([
    [1_000, "2 calls on hold."],
    [3_500, null],
  ]);
});

it("says at most one sentence in 3 s, and gathers what comes meanwhile", () => {
  const { said, announcer } = listen();
  announcer.update(heard(""), speech);
  const storm = ["1", "12", "123", "23", "3", "34", "345", "3456", "34567", "4567"];
  for (const ids of storm) {
    vi.advanceTimersByTime(500);
    announcer.update(heard(ids), speech);
  }
  vi.advanceTimersByTime(10_000);
  expect(said.filter(([, text]) => text !== null)).toEqual([
    [1_000, "1 call on hold."],
    [4_000, "3 new, 1 left. 3 on hold."],
    [7_000, "2 new, 1 left. 4 on hold."],
  ]);
});

it("drops what is no longer true when it would be said", () => {
  const { said, announcer } = listen();
  announcer.update(heard("1"), speech);
  vi.advanceTimersByTime(5_000);
  said.length = 0;
  announcer.update(heard("12"), speech);
  vi.advanceTimersByTime(900);
  announcer.update(heard("1"), speech);
  vi.advanceTimersByTime(10_000);
  announcer.update(heard("1", "doubt"), speech);
  vi.advanceTimersByTime(900);
  announcer.update(heard("1"), speech);
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual([]);
});

it("says nothing of a list that stays the same", () => {
  const { said, announcer } = listen();
  announcer.update(heard("1"), speech);
  vi.advanceTimersByTime(5_000);
  said.length = 0;
  for (let poll = 0; poll < 20; poll++) {
    announcer.update(heard("1"), speech);
    vi.advanceTimersByTime(2_000);
  }
  expect(said).toEqual([]);
});

it("takes a sentence back at sign-out, and says none that waits", () => {
  const { said, announcer } = listen();
  announcer.update(heard("1"), speech);
  vi.advanceTimersByTime(1_000);
  announcer.update(heard("12"), speech);
  announcer.update(initialAnnouncedState, speech);
  expect(said.at(-1)).toEqual([1_000, null]);
  said.length = 0;
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual([]);
});

it("says nothing after it was stopped", () => {
  const { said, announcer } = listen();
  announcer.update(heard("1"), speech);
  announcer.stop();
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual([]);
});

it("uses the words and the mask of the moment when it says it", () => {
  const { said, announcer } = listen();
  announcer.update(heard("1"), speech);
  vi.advanceTimersByTime(5_000);
  said.length = 0;
  announcer.update(heard("12"), speech);
  vi.advanceTimersByTime(500);
  announcer.update(heard("12"), { ...speech, labels: zhCN, mask: () => "•••• 99" });
  vi.advanceTimersByTime(500);
  expect(said).toEqual([[6_000, "尾号 9 9 已保持，共 2 个。"]]);
});

it("says a crossing once, with how long it is by then", () => {
  const { said, announcer } = listen();
  const levels = new Map([["1", "long" as const]]);
  announcer.update(heard("1"), speech);
  vi.advanceTimersByTime(5_000);
  said.length = 0;
  for (let poll = 0; poll < 5; poll++) {
    announcer.update({ ...heard("1"), levels }, { ...speech, heldFor: () => Date.now() + 115_000 });
    vi.advanceTimersByTime(2_000);
  }
  expect(said.filter(([, text]) => text !== null)).toEqual([[6_000, "Call ending 1 2 3 4 1 on hold over 2 minutes."]]);
});

describe("what is told beside the list", () => {
  const polite = (text: string) => () => ({ text, urgent: false });

  it("is said with the same gathering and pause, before what the list says", () => {
    const { said, announcer } = listen();
    announcer.announce("1", polite("Sent."));
    announcer.update(heard("1"), speech);
    vi.advanceTimersByTime(1_200);
    announcer.announce("1", polite("Done."));
    vi.advanceTimersByTime(10_000);
    expect(said.filter(([, text]) => text !== null)).toEqual([
      [1_000, "Sent. 1 call on hold."],
      [4_000, "Done."],
    ]);
  });

  it("is replaced under its key, and dropped when it is no longer true", () => {
    const { said, announcer } = listen();
    announcer.update(heard(""), speech);
    vi.advanceTimersByTime(5_000);
    said.length = 0;
    announcer.announce("1", polite("Sent."));
    announcer.announce("2", polite("Other."));
    announcer.announce("1", polite("Done."));
    announcer.announce("2", null);
    vi.advanceTimersByTime(10_000);
    expect(said.map(([, text]) => text)).toEqual(["Done.", null]);
    said.length = 0;
    announcer.announce("1", polite("Sent."));
    announcer.announce("1", null);
    vi.advanceTimersByTime(10_000);
    expect(said).toEqual([]);
  });

  it("is said in the words of the moment when it is said, or not at all", () => {
    const { said, announcer } = listen();
    announcer.update(heard(""), speech);
    vi.advanceTimersByTime(5_000);
    said.length = 0;
    let text: string | null = "No longer on hold.";
    announcer.announce("1", () => (text === null ? null : { text, urgent: false }));
    vi.advanceTimersByTime(500);
    text = "Retrieved.";
    vi.advanceTimersByTime(5_000);
    expect(said[0]).toEqual([6_000, "Retrieved."]);
    said.length = 0;
    text = null;
    announcer.announce("1", () => null);
    vi.advanceTimersByTime(10_000);
    expect(said).toEqual([]);
  });

  it("interrupts with all that is said at once where one of it is urgent", () => {
    const said: unknown[] = [];
    const announcer = createAnnouncer((announcement) => announcement && said.push(announcement));
    announcer.update(heard("1"), speech);
    announcer.announce("1", () => ({ text: "Not done.", urgent: true }));
    vi.advanceTimersByTime(1_000);
    expect(said).toEqual([{ text: "Not done. 1 call on hold.", urgent: true }]);
  });

  it("goes at sign-out, said or not", () => {
    const { said, announcer } = listen();
    announcer.update(heard("1"), speech);
    vi.advanceTimersByTime(5_000);
    announcer.announce("1", polite("Sent."));
    announcer.update(initialAnnouncedState, speech);
    said.length = 0;
    vi.advanceTimersByTime(10_000);
    expect(said).toEqual([]);
  });

  it("spares the departure of its call, and no other", () => {
    const { said, announcer } = listen();
    announcer.update(heard("123"), speech);
    vi.advanceTimersByTime(5_000);
    said.length = 0;
    announcer.spare(new Set(["1"]), new Set());
    announcer.update(heard("23"), speech);
    vi.advanceTimersByTime(5_000);
    expect(said).toEqual([]);
    announcer.update(heard("3"), speech);
    vi.advanceTimersByTime(1_000);
    expect(said.map(([, text]) => text)).toEqual(["Call ending 1 2 3 4 2 no longer on hold. 1 left."]);
  });
});
