import type { KeyboardEvent } from "react";
import { expect, it } from "vitest";
import { createTypeAhead } from "../../../src/panel/actions/createTypeAhead.js";

const items = ["Three-party", "Connect and leave", "Hang up", "Take a note"].map((words) => {
  const item = document.createElement("button");
  item.textContent = words;
  return item;
});

type Key = { key: string; timeStamp?: number; ctrlKey?: boolean; altKey?: boolean; metaKey?: boolean };
const press = ({ timeStamp = 0, ctrlKey = false, altKey = false, metaKey = false, key }: Key) =>
  ({ key, timeStamp, ctrlKey, altKey, metaKey }) as KeyboardEvent;

/** What typing finds, from the item at `at` on. */
function typing() {
  const find = createTypeAhead();
  return (key: Key, at: number) => find(press(key), items, at)?.textContent;
}

it("finds the next item that begins with a letter, in any case, and comes round", () => {
  expect(typing()({ key: "h" }, 0)).toBe("Hang up");
  expect(typing()({ key: "H" }, 0)).toBe("Hang up");
  expect(typing()({ key: "t" }, 0)).toBe("Take a note");
  expect(typing()({ key: "t" }, 3)).toBe("Three-party");
  expect(typing()({ key: "c" }, 1)).toBe("Connect and leave");
});

it("finds by several letters typed in a row, and begins anew after a pause", () => {
  const type = typing();
  expect(type({ key: "t", timeStamp: 0 }, 1)).toBe("Take a note");
  expect(type({ key: "h", timeStamp: 500 }, 3)).toBe("Three-party");
  expect(type({ key: "h", timeStamp: 1_001 }, 0)).toBe("Hang up");
});

it("stays where it is while what was typed still fits", () => {
  const type = typing();
  expect(type({ key: "t", timeStamp: 0 }, 1)).toBe("Take a note");
  expect(type({ key: "a", timeStamp: 100 }, 3)).toBe("Take a note");
});

it("finds nothing by a letter that none begins with", () => {
  expect(typing()({ key: "x" }, 0)).toBeUndefined();
});

it.each([{ key: "Enter" }, { key: "Shift" }, { key: "F5" }, { key: " " }, { key: "" }])("ignores $key", (key) => {
  expect(typing()(key, 0)).toBeUndefined();
});

it("leaves the browser's and the host's shortcuts alone", () => {
  expect(typing()({ key: "h", ctrlKey: true }, 0)).toBeUndefined();
  expect(typing()({ key: "h", altKey: true }, 0)).toBeUndefined();
  expect(typing()({ key: "h", metaKey: true }, 0)).toBeUndefined();
});

it("takes a letter of two code units as one", () => {
  const item = document.createElement("button");
  item.textContent = "𠮷野家";
  expect(createTypeAhead()(press({ key: "𠮷" }), [item], -1)).toBe(item);
});
