import { inject, it } from "vitest";
import { buildConsumer } from "./buildConsumer.js";
import { tryConsumer } from "./tryConsumer.js";

it('works in webpack 5 with TypeScript 5.0 and moduleResolution "node"', () => tryConsumer("webpack"));

it("compiles there with TypeScript 4.7", async () => {
  const { remove } = await buildConsumer("webpack", inject("packed"), { versions: { typescript: "4.7.4" } });
  await remove();
});
