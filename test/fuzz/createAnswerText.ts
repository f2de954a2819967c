import type { Random } from "../storm/createRandom.js";

/** Marks of a hostile text: what a faulty or malicious source may put into any field. */
export const hostileTexts = [
  `<img src=x onerror="alert(1)">`,
  `<script>alert(2)</script>`,
  `"><b id=injected>`,
  `</bdi></li><li data-injected>`,
  "javascript:alert(3)",
  "&lt;i&gt;&#60;u&#62;",
  "\u202e0008\u202d",
  "\u2067\u2066\u2068",
  "\u2069\u202e9\u202c\u2069",
  "\u200e\u200f\u061c",
  "\u0000\u0007\u001b[31m",
  "\r\n\t\u2028\u2029\u0085",
  "\ud800",
  "\udfff\ufeff",
  "e\u0301\u0327".repeat(40),
  "👩‍👩‍👧‍👦".repeat(9),
  "%s%n{0}${1}{{2}}",
  "__proto__",
  "9".repeat(400),
  " ",
  "",
] as const;

const hostileKeys = ["__proto__", "constructor", "prototype", "toString", "toJSON", "hasOwnProperty", "then", "", "0"];
const numbers = ["0", "-0", "7", "1e999", "-1e999", "1e-400", "9007199254740993", "10086", "13800138000", "0.5", "-1"];
const retcodes = [
  ...["400-003", "100-006", "000-003", "100-008", "105-005", "300-001", "000-004", "105-001", "105-003", "000-007"],
  ...["100-007", "000-001", "200-015", "999-999", "-1", "1", ""],
];
const names = ["callfeature", "callid", "caller", "called", "callskill"];
const otherNames = ["callskillid", "orgicallednum", "calldata", "begintime", "endtime"];

/**
 * The text of an answer to "query hold list", generated from the wire grammar and then mutated: in structure, types, sizes, nesting,
 * keys, contents, and as text. About a third of the answers can be read as a list.
 */
export function createAnswerText(random: Random): string {
  const isSuccess = random.chance(0.8);
  const envelope: Entry[] = [
    ["message", field(random, () => JSON.stringify(random.pick(["", "success", "异常"])))],
    [
      "retcode",
      field(random, () => (isSuccess ? random.pick([`"0"`, "0"]) : JSON.stringify(random.pickAny(retcodes)))),
    ],
    ["result", random.chance(0.9) ? rows(random) : value(random, 3)],
  ];
  const text = object(mutateEntries(random, envelope));
  return random.chance(0.15) ? mutateText(random, text) : text;
}

type Entry = readonly [key: string, json: string];

function rows(random: Random): string {
  const count = random.chance(0.01) ? random.between(20, 60) : random.between(0, 4);
  const list = Array.from({ length: count }, () => (random.chance(0.95) ? row(random) : value(random, 2)));
  return random.chance(0.05) ? (list[0] ?? "{}") : `[${list.join()}]`;
}

function row(random: Random): string {
  const callId = () => JSON.stringify(`1501127996-${random.between(0, 9)}`);
  const number = () => random.pick([`"10086"`, "70943", `"a138"`, `""`]);
  const usual: Readonly<Record<string, () => string>> = {
    callfeature: () => random.pick(["0", "7", `"7"`, "51", "99", "-1"]),
    callid: callId,
    caller: number,
    called: number,
    callskill: () => random.pick([`"voice"`, `""`]),
  };
  const entries = names.map((name): Entry => [name, field(random, usual[name] ?? callId)]);
  const unused = otherNames.map((name): Entry => [name, random.pick(["null", `""`, "0"])]);
  return object(mutateEntries(random, [...entries, ...(random.chance(0.3) ? unused : [])]));
}

/** The usual value of a field, or another one. */
function field(random: Random, usual: () => string): string {
  return random.chance(0.8) ? usual() : value(random, 2);
}

/** Any JSON value. */
function value(random: Random, depth: number): string {
  const kind = random.between(0, depth > 0 ? 6 : 3);
  if (kind <= 1) return JSON.stringify(hostileText(random));
  if (kind === 2) return random.pickAny(numbers) ?? "0";
  if (kind === 3) return random.pick(["null", "true", "false"]);
  if (kind === 4) return nested(random);
  const items = Array.from({ length: random.between(0, 3) }, () => value(random, depth - 1));
  if (kind === 5) return `[${items.join()}]`;
  return object(items.map((item): Entry => [random.pickAny(hostileKeys) ?? "", item]));
}

function hostileText(random: Random): string {
  const text = random.pickAny(hostileTexts) ?? "";
  return random.chance(0.3) ? text + (random.pickAny(hostileTexts) ?? "") : text;
}

function nested(random: Random): string {
  const depth = random.chance(0.02) ? 2_000 : random.between(1, 30);
  return random.chance(0.5) ? "[".repeat(depth) + "]".repeat(depth) : `{"a":`.repeat(depth) + "1" + "}".repeat(depth);
}

/** Drops, repeats, adds, renames and reorders entries. */
function mutateEntries(random: Random, entries: readonly Entry[]): readonly Entry[] {
  const all = entries.filter(() => !random.chance(0.03));
  if (random.chance(0.1)) all.push([random.pickAny(hostileKeys) ?? "", value(random, 2)]);
  if (random.chance(0.05)) all.push([random.pickAny(names) ?? "", value(random, 1)]);
  if (random.chance(0.02)) all.reverse();
  if (random.chance(0.02)) return all.map(([key, json]): Entry => [key.toUpperCase(), json]);
  return all;
}

function object(entries: readonly Entry[]): string {
  return `{${entries.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join()}}`;
}

/** Damages the text itself: most results are no longer JSON. */
function mutateText(random: Random, text: string): string {
  const at = random.between(0, text.length);
  const end = Math.min(text.length, at + random.between(1, 12));
  switch (random.between(0, 6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(end);
    case 2:
      return text.slice(0, end) + text.slice(at);
    case 3:
      return text.slice(0, at) + String.fromCharCode(random.between(0, 0xffff)) + text.slice(at + 1);
    case 4:
      return `\ufeff${text}`;
    case 5:
      return `${random.pick([" ", "\n", ")]}',\n", "<html>"])}${text}`;
    default:
      return text + random.pick([text, "\n", ",", "}"]);
  }
}
