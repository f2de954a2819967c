import { inject, it } from "vitest";
import { buildConsumer } from "./buildConsumer.js";

const jest29 = { "babel-jest": "29.7.0", jest: "29.7.0", "jest-environment-jsdom": "29.7.0" };

it.each([
  ["30", {}],
  ["29", jest29],
])("runs in jest %s with the set-up of the manual", async (_, versions) => {
  const { remove } = await buildConsumer("jest", inject("packed"), { versions });
  await remove();
});
