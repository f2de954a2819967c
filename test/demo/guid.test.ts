import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../src/panel/labels/en.js";
import { type Demo, openDemo } from "./openDemo.js";

describe("demo session", () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo();
  });
  afterAll(() => demo.close());

  it("renews the Guid several times without blanking the list or writing it anywhere", async () => {
    // Each renewal ends the former Guid at once, so that a request with a stale one fails.
    const strict = { guidRenewal: 200, guidValidity: 5_000, guidOverlap: 0, longPoll: 100 };
    await demo.control("PATCH", "settings", strict);
    await demo.control("POST", "agents/291/calls", { callId: "1501127996-2" });
    const desk = await demo.open();
    const { page, panel } = desk;

    const guids = new Set<string>();
    const sent = new Set<string>();
    const seen: string[] = [];
    page.on("response", (response) => {
      const guid = response.headers()["set-guid"]?.replace("JSESSIONID=", "");
      if (guid !== undefined) guids.add(guid);
    });
    page.on("request", (request) => {
      const { guid } = request.headers();
      if (guid !== undefined) sent.add(guid);
      seen.push(request.url(), request.postData() ?? "");
    });
    page.on("console", (message) => seen.push(message.text()));
    page.on("pageerror", (error) => seen.push(error.message, error.stack ?? ""));
    page.on("framenavigated", (frame) => seen.push(frame.url()));

    await desk.signIn();
    await desk.rows.first().waitFor();
    // Records every later state of the page's markup, and every state in which the panel does not show its list.
    await panel.evaluate((element) => {
      const written: string[] = [];
      const lapses: string[] = [];
      Object.assign(window, { written, lapses });
      new MutationObserver(() => {
        written.push(document.documentElement.outerHTML);
        if (element.getAttribute("data-state") !== "ready" || element.querySelectorAll("li").length !== 1)
          lapses.push(element.outerHTML);
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });

    await expect.poll(() => guids.size, { timeout: 30_000 }).toBeGreaterThanOrEqual(8);
    const answeredLists = async () => {
      await panel.getByRole("button", { name: "Refresh calls on hold" }).click();
      const requests = (await demo.control("GET", "requests")) as { operation: string; outcome: string }[];
      return requests.filter(({ operation, outcome }) => operation === "holdList" && outcome === "0").length;
    };
    await expect.poll(answeredLists, { timeout: 10_000 }).toBeGreaterThan(5);

    // Also through faults, one of which stops polling.
    for (const [fault, text] of [
      ["HTML page", en.malformed],
      ["100-006 Refused", en.signInAgain],
    ] as const) {
      await desk.press(fault);
      await desk.refreshUntil(text);
      await desk.press("Clear faults");
      await desk.refreshUntil(en.upToDate);
    }

    const kept = await page.evaluate(() => ({
      lapses: (window as unknown as { lapses: string[] }).lapses,
      everywhere: JSON.stringify([
        (window as unknown as { written: string[] }).written,
        document.documentElement.outerHTML,
        [...document.querySelectorAll("input")].map(({ value }) => value),
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        location.href,
        history.state,
        document.title,
        performance.getEntries().map(({ name }) => name),
      ]),
    }));
    expect(kept.lapses).toEqual([]);
    expect([...sent].every((guid) => guids.has(guid)) && sent.size > 5).toBe(true);
    const everywhere = seen.join("\n") + kept.everywhere + JSON.stringify(await page.context().storageState());
    for (const guid of guids) expect(everywhere).not.toContain(guid.slice(0, 20));
    await desk.close();
  });

  it("renews the Guid when the simulator orders it", async () => {
    await demo.control("POST", "reset");
    const desk = await demo.open();
    await desk.signIn();
    await desk.press("Renew the Guid");
    await desk.page.getByRole("list", { name: "Events" }).getByText("Guid renewed").waitFor();
    await desk.close();
  });

  it("writes the password to no attribute, storage or address of the page", async () => {
    await demo.control("POST", "reset");
    await demo.control("PATCH", "settings", { password: "secret-7f3a" });
    const desk = await demo.open();
    await desk.page.getByLabel("Password").fill("secret-7f3a");
    const html = await desk.page.content();
    await desk.signIn();
    const everywhere = [
      html,
      await desk.page.content(),
      desk.page.url(),
      JSON.stringify(await desk.page.context().storageState()),
      await desk.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
      await desk.page.evaluate(() => [...document.querySelectorAll("input")].map(({ value }) => value).join()),
    ].join("\n");
    expect(everywhere).not.toContain("secret-7f3a");
    await desk.close();
  });
});
