import type { KeyboardEvent } from "react";
import { expect, it } from "vitest";
import { createTypeAhead } from "../../../src/panel/actions/createTypeAhead.js";

const items = ["Three-party", "Connect and leave", "Hang up", "Take a note"].map((text) => {
  const item = document.createElement("button");
  item.textContent = text;
  return item;
});

type Key = { key: string; timeStamp?: number; ctrlKey?: boolean; altKey?: boolean; metaKey?: boolean };
const keyDown = ({ timeStamp = 0, ctrlKey = false, altKey = false, metaKey = false, key }: Key) =>
  ({ key, timeStamp, ctrlKey, altKey, metaKey }) as KeyboardEvent;

/** Returns a function that types a key, with the focus on the item at `at`, and returns the text of the found item. */
function createTyping() {
  const find = createTypeAhead();
  return (key: Key, at: number) => find(keyDown(key), items, at)?.textContent;
}

it.each([
  ["h", 0, "Hang up"],
  ["H", 0, "Hang up"],
  ["t", 0, "Take a note"],
  ["t", 3, "Three-party"],
  ["c", 1, "Connect and leave"],
  ["x", 0, undefined],
])("finds the next item that starts with %s in any case, from item %d on and around the end: %s", (key, at, text) => {
  expect(createTyping()({ key }, at)).toBe(text);
});

it("finds an item by several letters, and starts again after a pause of 500 ms", () => {
  const type = createTyping();
  expect(type({ key: "t", timeStamp: 0 }, 1)).toBe("Take a note");
  expect(type({ key: "h", timeStamp: 500 }, 3)).toBe("Three-party");
  expect(type({ key: "h", timeStamp: 1_001 }, 0)).toBe("Hang up");
});

it("keeps the item while further letters match it", () => {
  const type = createTyping();
  expect(type({ key: "t", timeStamp: 0 }, 1)).toBe("Take a note");
  expect(type({ key: "a", timeStamp: 100 }, 3)).toBe("Take a note");
});

it.each<Key>([
  { key: "Enter" },
  { key: "Shift" },
  { key: "F5" },
  { key: " " },
  { key: "" },
  { key: "h", ctrlKey: true },
  { key: "h", altKey: true },
  { key: "h", metaKey: true },
])("ignores %o", (key) => {
  expect(createTyping()(key, 0)).toBeUndefined();
});

it("counts a letter of two code units as one", () => {
  const item = document.createElement("button");
  item.textContent = "𠮷野家";
  expect(createTypeAhead()(keyDown({ key: "𠮷" }), [item], -1)).toBe(item);
});
