import { expect, it } from "vitest";
import * as library from "../src/index.js";

it("exports these names and no other", () => {
  expect(Object.keys(library).sort()).toMatchInlineSnapshot(`
    [
      "GatewayError",
      "HoldListBadge",
      "HoldListPanel",
      "HoldListProvider",
      "RetrieveLongestHeldButton",
      "callDirection",
      "callTypeName",
      "connectAndLeave",
      "createAgentSession",
      "createGateway",
      "createHeldCallAction",
      "createHoldListFeed",
      "en",
      "enActions",
      "hangUp",
      "isGatewayError",
      "maskNumber",
      "otherParty",
      "parseSetGuid",
      "retrieve",
      "threeParty",
      "useHoldGuard",
      "useHoldList",
      "zhCN",
      "zhCNActions",
    ]
  `);
});
