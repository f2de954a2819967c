import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, openDemo } from "./openDemo.js";

describe("the demo, to axe", () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo();
  });
  afterAll(() => demo.close());

  it.each([
    ["light", 1400],
    ["dark", 300],
  ] as const)("is clean in %s at %i px, signed out and signed in", async (colorScheme, width) => {
    const desk = await demo.open({ colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce" });
    const violations = async () => {
      const { violations } = await new AxeBuilder({ page: desk.page }).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    };
    expect(await violations()).toEqual([]);
    await demo.control("POST", `agents/${width}/calls`);
    await demo.control("POST", `agents/${width}/calls`);
    await desk.signIn(String(width));
    await desk.rows.nth(1).waitFor();
    expect(await violations()).toEqual([]);
    await desk.close();
  });

  it("fits a width of 300 px without scrolling sideways, in Chinese too", async () => {
    const desk = await demo.open({ viewport: { width: 300, height: 700 } });
    const overflow = () => desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBe(0);
    await desk.page.getByText("中文").click();
    await desk.page.getByRole("button", { name: "签入", exact: true }).waitFor();
    expect(await overflow()).toBe(0);
    expect(await desk.page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
    await desk.close();
  });
});
