// Opens a column's page in a browser of its own context, with what the measures need.
import { setTimeout as sleep } from "node:timers/promises";
import { columns } from "./columns.mjs";

/** Runs in the page: waits until rows are painted, and keeps the time. */
function observeRows(selector) {
  globalThis.benchRows = new Promise((resolve) => {
    const check = () => {
      if (document.querySelector(selector) === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(check);
    observer.observe(document, { childList: true, subtree: true });
  });
}

/** Runs in the page: keeps what React rendered, by the hook that React calls in production too. */
function countRenders() {
  const components = new Set([0, 1, 11, 14, 15]); // function, class, forwardRef, memo
  const performedWork = 1;
  globalThis.benchRenders = 0;
  const count = (fiber, former) => {
    if (components.has(fiber.tag) && (former === null || (fiber.flags & performedWork) !== 0))
      globalThis.benchRenders++;
    if (former !== null && fiber.child === former.child) return;
    for (let child = fiber.child; child !== null; child = child.sibling) count(child, child.alternate);
  };
  globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    onCommitFiberRoot: (_, root) => count(root.current, root.current.alternate),
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    checkDCE() {},
  };
}

const closing = (context) => () => context.close();

/**
 * Opens the page and waits for its rows.
 * @param {{ browser: import("playwright").Browser, server: { address: string }, name: string, source: string, size: number,
 *   throttling?: number, isHidden?: boolean, isCounting?: boolean, context?: import("playwright").BrowserContext }} how
 */
export async function openColumn(how) {
  const { browser, server, name, source, size, throttling = 1, isHidden = false, isCounting = false } = how;
  const context =
    how.context ??
    (await browser.newContext({ locale: "en-US", timezoneId: "UTC", viewport: { width: 900, height: 720 } }));
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  page.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
  await page.addInitScript(observeRows, size === 0 ? "body" : columns[source].rows);
  if (isCounting) await page.addInitScript(countRenders);
  if (isHidden)
    await page.addInitScript(() => {
      Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
      Object.defineProperty(document, "hidden", { get: () => true });
    });
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  if (throttling > 1) await cdp.send("Emulation.setCPUThrottlingRate", { rate: throttling });
  await page.goto(`${server.address}/${name}/?calls=${size}`, { waitUntil: "commit" });
  const rowsAfter = await Promise.race([
    page.evaluate(() => globalThis.benchRows),
    sleep(120_000, null, { ref: false }),
  ]);
  if (rowsAfter === null) throw new Error("There were no rows within 2 minutes.");
  /** The browser's counters, times in ms. */
  const metrics = async () => {
    const { metrics: all } = await cdp.send("Performance.getMetrics");
    return Object.fromEntries(
      all.map(({ name: key, value }) => [key, key.endsWith("Duration") ? value * 1_000 : value]),
    );
  };
  return { page, cdp, context, rowsAfter, metrics, close: closing(context) };
}
