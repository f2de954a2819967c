import { expect, it } from "vitest";
import { operationRefusal } from "../../src/gateway/operationRefusals.js";

it.each([
  ["200-015", "off-hold"],
  ["200-006", "off-hold"],
  ["200-011", "off-hold"],
  ["200-016", "wrong-state"],
  ["200-005", "no-current-call"],
  ["200-010", "no-current-call"],
  ["200-013", "no-current-call"],
])("says of %s: %s", (retcode, refusal) => {
  expect(operationRefusal(retcode)).toBe(refusal);
});

it.each(["200-014", "200-017", "200-025", "100-006", "999-999", "0", "", "toString", "__proto__"])(
  "says nothing more of %j",
  (retcode) => {
    expect(operationRefusal(retcode)).toBe("other");
  },
);
