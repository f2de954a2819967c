import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { operationRefusal, type OperationRefusal } from "../../src/gateway/operationRefusals.js";
import { initialPollState, nextPoll, pollFailed } from "../../src/hold-list/pollPolicy.js";
import { en } from "../../src/panel/labels/en.js";
import { enActions } from "../../src/panel/labels/enActions.js";
import { failureLabels } from "../../src/panel/labels/failureLabels.js";

const read = (path: string) => readFileSync(join(import.meta.dirname, "../../src", path), "utf8");
const codesIn = (file: string) => [...read(file).matchAll(/"(\d{3}-\d{3})"/g)].map(([, code = ""]) => code);
const rows = read("docs/RETCODES.md").split("\n");
const rowOf = (retcode: string) => {
  const found = rows.filter((row) => row.startsWith(`| \`${retcode}\` |`));
  expect(found).toHaveLength(1);
  return found[0] ?? "";
};

const listCodes = codesIn("gateway/retcodes.ts");
const operationCodes = codesIn("gateway/operationRefusals.ts");

/** Whether polling is silent after this code came twice in a row. */
function stopsPolling(retcode: string): boolean {
  const outcome = { failure: failureOf(retcode), guidRenewed: false, at: 0, settledAt: 0, jitter: 0.5 };
  const state = pollFailed(pollFailed(initialPollState, outcome), outcome);
  return nextPoll(state, { visible: 2_000, hidden: 15_000, events: 30_000 }, "visible") === "silent";
}

const failureOf = (retcode: string) => ({ kind: "retcode", retcode, gatewayMessage: "" }) as const;

describe("the retcode page", () => {
  it("finds the codes in the sources", () => {
    expect(listCodes.length).toBeGreaterThan(15);
    expect(operationCodes.length).toBeGreaterThan(5);
  });

  it.each(listCodes)("says what the panel says and does for %s", (retcode) => {
    const row = rowOf(retcode);
    expect(/stops\b/i.test(row)).toBe(stopsPolling(retcode));
    if (retcode === "100-008") return expect(row).toContain(en.signedOut); // ends the session
    const { title, reason } = failureLabels(failureOf(retcode), stopsPolling(retcode), en);
    expect(row).toContain(title === undefined ? `| ${reason} |` : `| ${title}. ${reason} |`);
  });

  it("says what the panel says for an undocumented code", () => {
    expect(rows.some((row) => row.startsWith("| any other |") && row.includes(en.unknownCode("999-999")))).toBe(true);
  });

  it.each(["0", "400-003"])("says that nothing is on hold after %s", (retcode) => {
    expect(rowOf(retcode)).toContain(en.empty);
  });

  it.each(operationCodes)("says what the row of the call says for %s", (retcode) => {
    const labels: Record<OperationRefusal, string> = {
      "off-hold": enActions.alreadyOff,
      "wrong-state": enActions.notDoneState,
      "no-current-call": enActions.notDoneNoCurrentCall,
      other: enActions.notDone,
    };
    expect(rowOf(retcode)).toContain(`| ${labels[operationRefusal(retcode)]} |`);
  });

  it.each([en.network, en.timeout(10), en.http(502), en.malformed])("has the text for a failure: %s", (label) => {
    expect(rows.some((row) => row.includes(`| ${label}`))).toBe(true);
  });
});
