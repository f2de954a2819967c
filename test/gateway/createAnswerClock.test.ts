import { beforeEach, expect, it, vi } from "vitest";
import { createAnswerClock } from "../../src/gateway/createAnswerClock.js";

const start = Date.UTC(2026, 9, 21, 7, 28, 0);
const dated = (time: number, more = {}) => new Headers({ Date: new Date(time).toUTCString(), ...more });

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ["Date", "performance"] });
});

/** Reads one `Date` every 2 s and returns the ages in seconds, 0 for an answer that is not stored. */
function agesOf(dates: number[], step = 2_000) {
  const read = createAnswerClock();
  return dates.map((seconds) => {
    const time = read(dated(start + seconds * 1000));
    vi.advanceTimersByTime(step);
    return time !== null && "age" in time ? time.age / 1000 : 0;
  });
}

it("returns the Date of an answer, and null without one", () => {
  expect(createAnswerClock()(dated(start))).toEqual({ date: start });
  expect(createAnswerClock()(new Headers())).toBeNull();
  expect(createAnswerClock()(new Headers({ Date: "soon" }))).toBeNull();
});

it.each([
  ["900", { age: 900_000 }],
  [" 1 ", { age: 1_000 }],
  ["0", { date: start }],
  ["-5", { date: start }],
  ["1.5", { date: start }],
  ["old", { date: start }],
])("reads an Age of %j", (age, expected) => {
  expect(createAnswerClock()(dated(start, { Age: age }))).toEqual(expected);
});

it.each([
  ["the clocks agree", [0, 2, 4, 6], [0, 0, 0, 0]],
  ["the gateway's clock is an hour behind", [-3600, -3598, -3596, -3594], [0, 0, 0, 0]],
  ["the gateway's clock is an hour ahead", [3600, 3602, 3604, 3606], [0, 0, 0, 0]],
  ["the gateway's clock is set back by an hour", [0, 2, -3596, -3594], [0, 0, 3600, 0]],
  ["one store holds a Date for some seconds", [0, 0, 0, 0, 8], [0, 0, 4, 6, 0]],
  ["one answer is stored for 15 minutes from the start", [-900, -900, -900, -900], [0, 0, 904, 906]],
  ["answers are stored after fresh ones", [0, 2, -60, -60, 10], [0, 0, 64, 66, 0]],
  ["an answer overtakes another by a second", [0, 2, 1, 4], [0, 0, 0, 0]],
])("finds the stored answers when %s", (_, dates, ages) => {
  expect(agesOf(dates)).toEqual(ages);
});

it("takes several answers of one second for fresh", () => {
  expect(agesOf([0, 0, 0, 0], 300)).toEqual([0, 0, 0, 0]);
});

it("measures the age by the gateway's clock once that clock is known", () => {
  expect(agesOf([-3600, -3598, -3598, -3598])).toEqual([0, 0, 0, 4]);
});
