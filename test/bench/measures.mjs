// The measures. Each opens pages of one column with one number of calls, and returns named values.
import { setTimeout as sleep } from "node:timers/promises";
import { openColumn } from "./openColumn.mjs";

const difference = (after, before, key) => after[key] - before[key];

/** Main-thread time, ms a minute, with unchanged data, polls each second and ticking times. */
async function cpu(how) {
  const { page, metrics, close } = await openColumn(how);
  await page.evaluate(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
    }).observe({ type: "longtask" });
  });
  await sleep(3_000);
  await page.evaluate(() => void (globalThis.longTasks = []));
  const before = await metrics();
  const began = performance.now();
  await sleep(how.seconds * 1_000);
  const after = await metrics();
  const minutes = (performance.now() - began) / 60_000;
  const longTasks = await page.evaluate(() => globalThis.longTasks);
  await close();
  const perMinute = (key) => difference(after, before, key) / minutes;
  return {
    "main thread": perMinute("TaskDuration"),
    script: perMinute("ScriptDuration"),
    "style recalculation": perMinute("RecalcStyleDuration"),
    layout: perMinute("LayoutDuration"),
    "style recalculations": perMinute("RecalcStyleCount"),
    layouts: perMinute("LayoutCount"),
    nodes: after.Nodes,
    "long tasks": longTasks.length / minutes,
    "longest task": Math.max(0, ...longTasks),
  };
}

/** Navigation to painted rows, ms, and the main-thread time until then. */
async function start(how) {
  const { rowsAfter, metrics, close } = await openColumn({ ...how, throttling: how.size >= 10_000 ? 4 : 1 });
  const { TaskDuration, ScriptDuration } = await metrics();
  await close();
  return { "to rows": rowsAfter, "main thread": TaskDuration, script: ScriptDuration };
}

/** Runs in the page: keeps the time at which a text is in the DOM. */
function observeText(text) {
  globalThis.textAppeared = new Promise((resolve) => {
    const observer = new MutationObserver((records) => {
      // The panel groups the digits of a number.
      const contains = (node) => node.textContent.replaceAll(/\s/g, "").includes(text);
      if (
        !records.some(
          ({ target, addedNodes }) => [...addedNodes].some(contains) || (target.nodeType === 3 && contains(target)),
        )
      )
        return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** Changes the list, and measures from the answer to the DOM, ms. */
async function untilShown({ page, list, expected, change }) {
  await page.evaluate(observeText, expected);
  change();
  const appeared = await Promise.race([page.evaluate(() => globalThis.textAppeared), sleep(30_000, null)]);
  if (appeared === null) throw new Error("The change was not shown within 30 s.");
  return appeared - list.answered;
}

/** From an answer with one changed call to the changed DOM, ms. */
async function answer(how) {
  const { page, close } = await openColumn(how);
  await sleep(2_000);
  const waits = [];
  for (let time = 0; time < Math.max(5, how.seconds / 2); time++) {
    const { list } = how;
    waits.push(await untilShown({ page, list, expected: list.numberAfterChange(0), change: () => list.change(0) }));
    await sleep(200 + ((time * 137) % 500));
  }
  await close();
  return { "answer to DOM": quantile(waits, 0.5) };
}

/** All calls replaced by as many others: from the answer to the DOM, and what the replacement adds to the main thread. */
async function replace(how) {
  const { page, metrics, close } = await openColumn(how);
  const window = 4_000;
  await sleep(3_000);
  const before = await metrics();
  await sleep(window);
  const unchanged = await metrics();
  const { list } = how;
  const shown = await untilShown({ page, list, expected: list.numberAfterReplacement(), change: list.replaceAll });
  await sleep(Math.max(0, window - 1_000));
  const after = await metrics();
  await close();
  const added = (key) => difference(after, unchanged, key) - difference(unchanged, before, key);
  return {
    "answer to DOM": shown,
    "added main thread": added("TaskDuration"),
    "added script": added("ScriptDuration"),
  };
}

/** Runs in the page: for each click, the time from the input to a changed button. */
function observeClicks(selector) {
  globalThis.clicks = [];
  addEventListener(
    "click",
    ({ target, timeStamp }) => {
      const button = target.closest("button");
      const before = button.textContent;
      const { ariaDisabled } = button;
      const isChanged = () =>
        !button.isConnected || button.disabled || button.ariaDisabled !== ariaDisabled || button.textContent !== before;
      const observer = new MutationObserver(() => {
        if (!isChanged()) return;
        observer.disconnect();
        globalThis.clicks.push(performance.now() - timeStamp);
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    },
    { capture: true },
  );
  globalThis.clickable = () => {
    for (const row of document.querySelectorAll(selector))
      for (const button of row.querySelectorAll("button")) {
        const { top, bottom, left, width } = button.getBoundingClientRect();
        const isUsable =
          !button.disabled && button.ariaDisabled !== "true" && button.textContent.startsWith("Retrieve");
        if (isUsable && width > 0 && top >= 60 && bottom < innerHeight)
          return { x: left + width / 2, y: (top + bottom) / 2 };
      }
    return null;
  };
}

/** Click on a row's button to the changed button, 95th percentile, ms. */
async function click(how) {
  const { page, close } = await openColumn(how);
  await page.evaluate(observeClicks, how.rows);
  await sleep(1_500);
  for (let time = 0; time < Math.max(8, how.seconds); time++) {
    await page.mouse.move(450, 2);
    await sleep(250 + ((time * 137) % 500)); // at all points of the poll and the tick
    const place = await page.evaluate(() => globalThis.clickable());
    if (place === null) continue;
    await page.mouse.move(place.x, place.y);
    await page.mouse.click(place.x, place.y);
  }
  await sleep(500);
  const clicks = await page.evaluate(() => globalThis.clicks);
  await close();
  return { "click to DOM p95": quantile(clicks, 0.95), "click to DOM": quantile(clicks, 0.5), clicks: clicks.length };
}

/** Component renders and DOM writes a second while nothing changes. */
async function renders(how) {
  const { page, close } = await openColumn({ ...how, isCounting: true });
  await sleep(3_000);
  await page.evaluate(() => {
    globalThis.benchRenders = 0;
    globalThis.benchWrites = 0;
    new MutationObserver((records) => void (globalThis.benchWrites += records.length)).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
  });
  await sleep(how.seconds * 1_000);
  const counted = await page.evaluate(() => [globalThis.benchRenders, globalThis.benchWrites]);
  await close();
  return { renders: counted[0] / how.seconds, "DOM writes": counted[1] / how.seconds };
}

/** Heap after warm-up, MB, and its growth, kB for 1,000 polls. */
async function heap(how) {
  const { cdp, metrics, close } = await openColumn(how);
  const used = async () => {
    for (let time = 0; time < 3; time++) await cdp.send("HeapProfiler.collectGarbage");
    return (await metrics()).JSHeapUsedSize;
  };
  await sleep(20_000);
  const before = await used();
  const polled = how.list.requests;
  await sleep(Math.max(30, how.seconds * 3) * 1_000);
  const growth = (await used()) - before;
  await close();
  return { heap: before / 1e6, "growth over 1,000 polls": growth / 1e3 / ((how.list.requests - polled) / 1_000) };
}

/** Requests a minute of a visible page, of a hidden one, and of three tabs together. */
async function requests(how) {
  const count = async () => {
    await sleep(2_000);
    const before = how.list.requests;
    await sleep(how.seconds * 1_000);
    return ((how.list.requests - before) / how.seconds) * 60;
  };
  const first = await openColumn(how);
  const visible = await count();
  const further = [
    await openColumn({ ...how, context: first.context }),
    await openColumn({ ...how, context: first.context }),
  ];
  const tabs = await count();
  await Promise.all(further.map(({ page }) => page.close()));
  await first.close();
  const hidden = await openColumn({ ...how, isHidden: true });
  const whileHidden = await count();
  await hidden.close();
  return { visible, hidden: whileHidden, "three tabs": tabs };
}

/** The value below which a share of the values lies. */
export function quantile(values, share) {
  if (values.length === 0) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
}

export const measures = { cpu, start, answer, click, replace, renders, heap, requests };
