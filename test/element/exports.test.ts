import { expect, it } from "vitest";
import * as element from "../../src/element/element.js";

it("exports exactly these values from hold-list-panel/element", () => {
  expect(Object.keys(element).sort()).toMatchInlineSnapshot(`
    [
      "HoldListPanelElement",
      "createGateway",
      "otherParty",
      "parseSetGuid",
    ]
  `);
});
