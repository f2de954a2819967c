import { test } from "vitest";
import { openDemo } from "./openDemo.js";

/** `it` with one demo for the file, and one page of it for each test. */
export const it = test
  // eslint-disable-next-line no-empty-pattern -- Vitest requires an object pattern
  .extend("demo", { scope: "file" }, async ({}, { onCleanup }) => {
    const demo = await openDemo();
    onCleanup(() => demo.close());
    return demo;
  })
  .extend("desk", async ({ demo }, { onCleanup }) => {
    const desk = await demo.open();
    onCleanup(() => desk.close());
    return desk;
  });
