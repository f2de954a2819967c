import { describe, expect, it } from "vitest";
import { retcodeMeaning } from "../../src/gateway/retcodes.js";

describe("retcodeMeaning", () => {
  it.each([
    ["100-006", "refused"],
    ["000-003", "refused"],
    ["100-008", "signed-out"],
    ["105-005", "sign-in-again"],
    ["105-006", "sign-in-again"],
    ["105-007", "sign-in-again"],
    ["300-001", "no-permission"],
    ["000-004", "switching"],
    ["105-001", "switching"],
    ["105-002", "switching"],
    ["105-004", "switching"],
    ["105-003", "restored"],
    ["000-007", "too-often"],
    ["100-007", "fault"],
    ["000-001", "rejected"],
    ["000-002", "rejected"],
    ["000-006", "rejected"],
  ])("reads %s as %s", (retcode, meaning) => {
    expect(retcodeMeaning(retcode)).toBe(meaning);
  });

  it.each(["200-015", "999-999", "1", "", " 100-006", "100-006 ", "constructor", "__proto__", "toString"])(
    "does not claim to know %j",
    (retcode) => {
      expect(retcodeMeaning(retcode)).toBe("unknown");
    },
  );
});
