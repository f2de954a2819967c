import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { zhCN } from "../../src/panel/labels/zhCN.js";
import { type Demo, openDemo } from "./openDemo.js";

describe("demo accessibility", () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo();
  });
  afterAll(() => demo.close());

  it.each([
    ["light", 1400],
    ["dark", 300],
  ] as const)("has no axe violation in %s at %i px, signed out and signed in", async (colorScheme, width) => {
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

  it("plays its scene after one press, has no axe violation meanwhile, and stops", async () => {
    const desk = await demo.open({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce" });
    await desk.press("Start the demo");
    await desk.rows.nth(1).waitFor();
    const { violations } = await new AxeBuilder({ page: desk.page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await desk.press("Stop");
    await desk.page.getByRole("button", { name: "Start the demo", exact: true }).waitFor();
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });

  it("fits a width of 300 px without scrolling sideways, also with the panel in Chinese", async () => {
    const desk = await demo.open({ viewport: { width: 300, height: 700 } });
    const overflow = () => desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBe(0);
    await desk.page.getByText("中文").click();
    const panel = desk.page.getByRole("region", { name: zhCN.heading });
    await panel.getByText(zhCN.signedOut).waitFor();
    expect(await panel.getAttribute("lang")).toBe("zh-CN");
    expect(await overflow()).toBe(0);
    await desk.close();
  });
});
