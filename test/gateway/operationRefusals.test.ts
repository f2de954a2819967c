import { expect, it } from "vitest";
import { operationRefusal } from "../../src/gateway/operationRefusals.js";

it.each([
  ["off-hold", ["200-015", "200-006", "200-011"]],
  ["wrong-state", ["200-016"]],
  ["no-current-call", ["200-005", "200-010", "200-013"]],
  ["other", ["200-014", "200-017", "200-025", "100-006", "999-999", "0", "", "toString", "__proto__"]],
])("reads the refusal %s from the retcodes %j", (refusal, retcodes) => {
  for (const retcode of retcodes) expect([retcode, operationRefusal(retcode)]).toEqual([retcode, refusal]);
});
