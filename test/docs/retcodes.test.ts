import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { listRetcodes, operationRetcodes, readListRetcode, readOperationRetcode } from "../../src/docs/retcodes.js";

const source = (name: string) => readFileSync(join(import.meta.dirname, "../../src/gateway", name), "utf8");
const codesIn = (text: string) => [...text.matchAll(/"(\d{3}-\d{3})"/g)].map(([, code]) => code);

it("explains every code that the panel knows, once", () => {
  const listed = listRetcodes.map(({ retcode }) => retcode);
  const operations = operationRetcodes.map(({ retcode }) => retcode);
  expect(listed).toEqual(expect.arrayContaining([...codesIn(source("retcodes.ts")), "0", "400-003"]));
  expect(operations).toEqual(expect.arrayContaining(codesIn(source("operationRefusals.ts"))));
  expect(new Set([...listed, ...operations]).size).toBe(listed.length + operations.length);
});

it("says of the list's codes what the panel says and does", () => {
  expect(Object.fromEntries(listRetcodes.map(({ retcode }) => [retcode, readListRetcode(retcode)])))
    .toMatchInlineSnapshot(`
    {
      "0": {
        "polls": "Goes on, after 2 s.",
        "says": "The calls, or: No calls on hold",
      },
      "000-001": {
        "polls": "Goes on, later from failure to failure: in the end after 0.5 s to 30 s, at random.",
        "says": "The phone system rejected the request. Tell support.",
      },
      "000-002": {
        "polls": "Goes on, later from failure to failure: in the end after 0.5 s to 30 s, at random.",
        "says": "The phone system rejected the request. Tell support.",
      },
      "000-003": {
        "polls": "Asks once more after 1 s, or at once with a Guid that was renewed meanwhile; then stops, until there is a new Guid or another sign-in, or the agent presses Retry.",
        "says": "Sign in again. The phone system no longer accepts this sign-in. Callers may still be on hold.",
      },
      "000-004": {
        "polls": "Goes on, later from failure to failure: in the end after 0.5 s to 30 s, at random.",
        "says": "The phone system is switching servers. The list updates when it is done.",
      },
      "000-006": {
        "polls": "Goes on, later from failure to failure: in the end after 0.5 s to 30 s, at random.",
        "says": "The phone system rejected the request. Tell support.",
      },
      "000-007": {
        "polls": "Goes on, later from failure to failure: in the end after 2 s to 30 s, at random.",
        "says": "Asked too often. Updating more slowly.",
      },
      "100-006": {
        "polls": "Asks once more after 1 s, or at once with a Guid that was renewed meanwhile; then stops, until there is a new Guid or another sign-in, or the agent presses Retry.",
        "says": "Sign in again. The phone system no longer accepts this sign-in. Callers may still be on hold.",
      },
      "100-007": {
        "polls": "Goes on, later from failure to failure: in the end after 0.5 s to 30 s, at random.",
        "says": "The phone system reported a fault. Trying again.",
      },
      "100-008": {
        "polls": "Stops at once, until there is a new Guid or another sign-in.",
        "says": "Sign in to see your calls on hold.",
      },
      "105-001": {
        "polls": "Goes on, later from failure to failure: in the end after 0.5 s to 30 s, at random.",
        "says": "The phone system is switching servers. The list updates when it is done.",
      },
      "105-002": {
        "polls": "Goes on, later from failure to failure: in the end after 0.5 s to 30 s, at random.",
        "says": "The phone system is switching servers. The list updates when it is done.",
      },
      "105-003": {
        "polls": "Asks at once, but not twice in a row. Goes on, later from failure to failure: in the end after 0.5 s to 30 s, at random.",
        "says": "The phone system is switching servers. The list updates when it is done.",
      },
      "105-004": {
        "polls": "Goes on, later from failure to failure: in the end after 0.5 s to 30 s, at random.",
        "says": "The phone system is switching servers. The list updates when it is done.",
      },
      "105-005": {
        "polls": "Stops at once, until there is a new Guid or another sign-in, or the agent presses Retry.",
        "says": "Sign in again. The phone system no longer accepts this sign-in. Callers may still be on hold.",
      },
      "105-006": {
        "polls": "Stops at once, until there is a new Guid or another sign-in, or the agent presses Retry.",
        "says": "Sign in again. The phone system no longer accepts this sign-in. Callers may still be on hold.",
      },
      "105-007": {
        "polls": "Stops at once, until there is a new Guid or another sign-in, or the agent presses Retry.",
        "says": "Sign in again. The phone system no longer accepts this sign-in. Callers may still be on hold.",
      },
      "300-001": {
        "polls": "Stops at once, until there is a new Guid or another sign-in, or the agent presses Retry.",
        "says": "No permission to see calls on hold. Ask your administrator. Callers may still be on hold.",
      },
      "400-003": {
        "polls": "Goes on, after 2 s.",
        "says": "No calls on hold",
      },
      "999-999": {
        "polls": "Goes on, later from failure to failure: in the end after 0.5 s to 30 s, at random.",
        "says": "The phone system answered with an unknown code, 999-999. Trying again.",
      },
    }
  `);
});

it("says of an operation's codes what the row says", () => {
  expect(Object.fromEntries(operationRetcodes.map(({ retcode }) => [retcode, readOperationRetcode(retcode)])))
    .toMatchInlineSnapshot(`
      {
        "200-005": "Not done: you have no current call to join.",
        "200-006": "Already off hold. Where a list that was read since still shows the call: Not done: the phone system refused.",
        "200-010": "Not done: you have no current call to join.",
        "200-011": "Already off hold. Where a list that was read since still shows the call: Not done: the phone system refused.",
        "200-013": "Not done: you have no current call to join.",
        "200-014": "Not done: the phone system refused.",
        "200-015": "Already off hold. Where a list that was read since still shows the call: Not done: the phone system refused.",
        "200-016": "Not retrieved: the call cannot be retrieved right now.",
        "200-017": "Not done: the phone system refused.",
        "200-025": "Not done: the phone system refused.",
      }
    `);
});
