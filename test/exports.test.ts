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
      "connectAndLeave",
      "createAgentSession",
      "createGateway",
      "createHeldCallAction",
      "en",
      "enActions",
      "hangUp",
      "isGatewayError",
      "maskNumber",
      "otherParty",
      "parseSetGuid",
      "retrieve",
      "threeParty",
      "useHoldList",
      "zhCN",
      "zhCNActions",
    ]
  `);
});
