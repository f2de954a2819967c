import { inject, it } from "vitest";
import { buildConsumer } from "./buildConsumer.js";

const react18 = { react: "18.2.0", "react-dom": "18.2.0", "@tanstack/react-query": "5.48.0" };
const newest = { "@types/react": "18.3.31", "@types/react-dom": "18.3.7" };
const older = { "@types/react": "18.2.79", "@types/react-dom": "18.2.25", typescript: "5.4.5" };

it.each([
  ["React 19", {}],
  ["React 18", { ...react18, ...newest }],
  ["React 18 and an older TypeScript", { ...react18, ...older }],
])("compiles every export and prop, and no wrong use, in strict TypeScript with %s", async (_, versions) => {
  const { remove } = await buildConsumer("types", inject("packed"), { versions });
  await remove();
});
