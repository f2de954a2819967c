import { expect, it } from "vitest";
import { replaceNumbers } from "../../src/gateway/replaceNumbers.js";

const mask = (text: string) => replaceNumbers(text, (number) => `<${number}>`);

it.each([
  ["no line for 13800138000", "no line for <13800138000>"],
  ["13800138000, then 10086.", "<13800138000>, then <10086>."],
  ["call +86 138-0013-8000 (busy)", "call <+86 138-0013-8000> (busy)"],
  ["tel (0571) 8888.1234", "tel (<0571) 8888.1234>"],
  ["caller=1380a0138000", "caller=1380a<0138000>"],
  ["主叫 １３８００ 忙", "主叫 <１３８００> 忙"],
  ["call 1501127996-2", "call <1501127996-2>"],
  ["138-001-38000", "<138-001-38000>"],
])("replaces runs of 5 or more digits in %j", (text, masked) => {
  expect(mask(text)).toBe(masked);
});

it.each(["", "agent 291", "HTTP 502 after 1000 ms", "retcode 100-006", "100-006: busy", "10 of 20, 30 s"])(
  "leaves shorter runs and retcodes in %j unchanged",
  (text) => {
    expect(mask(text)).toBe(text);
  },
);

it("replaces a number that follows a retcode, and keeps the retcode", () => {
  expect(mask("100-006 13800138000")).toBe("100-006 <13800138000>");
});
