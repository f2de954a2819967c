import { expect, it } from "vitest";
import * as library from "../src/index.js";

it("exports exactly this", () => {
  expect(Object.keys(library).sort()).toMatchInlineSnapshot(`
    [
      "GatewayError",
      "HoldListPanel",
      "HoldListProvider",
      "callDirection",
      "callTypeName",
      "createAgentSession",
      "createGateway",
      "en",
      "isGatewayError",
      "maskNumber",
      "otherParty",
      "parseSetGuid",
      "useHoldList",
      "zhCN",
    ]
  `);
});
