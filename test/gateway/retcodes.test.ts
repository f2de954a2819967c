import { expect, it } from "vitest";
import { retcodeMeaning } from "../../src/gateway/retcodes.js";

it.each([
  ["refused", ["100-006", "000-003"]],
  ["signed-out", ["100-008"]],
  ["sign-in-again", ["105-005", "105-006", "105-007"]],
  ["no-permission", ["300-001"]],
  ["switching", ["000-004", "105-001", "105-002", "105-004"]],
  ["restored", ["105-003"]],
  ["too-often", ["000-007"]],
  ["fault", ["100-007"]],
  ["rejected", ["000-001", "000-002", "000-006"]],
  // The first four are documented for sign-in, but without a meaning for the hold list.
  ["unknown", ["100-019", "100-020", "100-021", "104-012", "200-015", "999-999", "1", ""]],
  ["unknown", [" 100-006", "100-006 ", "constructor", "__proto__", "toString"]],
])("reads the meaning %s from the retcodes %j", (meaning, retcodes) => {
  for (const retcode of retcodes) expect([retcode, retcodeMeaning(retcode)]).toEqual([retcode, meaning]);
});
