// Where the main thread's script time goes, by function and by source file, from a CPU profile and the source maps.
import { readFile, writeFile } from "node:fs/promises";
import { SourceMap } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright";
import { cache } from "./buildColumns.mjs";
import { columns } from "./columns.mjs";
import { openColumn } from "./openColumn.mjs";

/** Self time in ms by function and by file. */
async function selfTimes({ nodes, samples, timeDeltas }, folder) {
  const maps = new Map();
  const mapOf = async (url) => {
    const file = new URL(url).pathname.split("/").at(-1);
    if (!maps.has(file))
      maps.set(
        file,
        await readFile(join(folder, `${file}.map`), "utf8").then(
          (text) => new SourceMap(JSON.parse(text)),
          () => null,
        ),
      );
    return maps.get(file);
  };
  const places = new Map();
  for (const { id, callFrame } of nodes) {
    const { functionName, url, lineNumber, columnNumber } = callFrame;
    const map = url.startsWith("http") ? await mapOf(url) : null;
    const source = map?.findEntry(lineNumber, columnNumber).originalSource;
    const file =
      source === undefined ? url : source.replace(/^(\.\.\/)+/, "").replace(/^.*node_modules\/(?!\.cache)/, "");
    places.set(id, { file: file.replace(/^.*\.cache\/bench\//, ""), name: functionName || "(anonymous)" });
  }
  const functions = new Map();
  const files = new Map();
  const add = (map, key, time) => map.set(key, (map.get(key) ?? 0) + time);
  samples.forEach((id, at) => {
    const { file, name } = places.get(id);
    if (name === "(idle)") return;
    add(functions, `${name}  ${file}`, timeDeltas[at] / 1_000);
    add(files, file === "" ? name : file, timeDeltas[at] / 1_000);
  });
  return { functions, files };
}

function printLargest(title, times, count) {
  console.log(`\n${title}`);
  for (const [name, ms] of [...times].sort((a, b) => b[1] - a[1]).slice(0, count))
    console.log(`${ms.toFixed(1).padStart(9)}  ${name}`);
}

/** Profiles a column at rest (unchanged polls and ticks), and from navigation to the end of the start-up. */
export async function profileColumn({ launchOptions, server, column, size, seconds }) {
  const { name, source } = column;
  const browser = await chromium.launch(launchOptions);
  server.reset(size);
  const folder = join(cache, "pages", name);
  const { page, cdp } = await openColumn({ browser, server, name, source, size });
  await cdp.send("Profiler.enable");
  await cdp.send("Profiler.setSamplingInterval", { interval: 100 });
  const record = async (phase, work) => {
    await cdp.send("Profiler.start");
    await work();
    const { profile } = await cdp.send("Profiler.stop");
    const file = join(cache, `${name}-${size}-${phase}.cpuprofile`);
    await writeFile(file, JSON.stringify(profile));
    const { functions, files } = await selfTimes(profile, folder);
    printLargest(`${name}, ${size} calls, ${phase}: self time in ms by function (${file})`, functions, 40);
    printLargest(`${name}, ${size} calls, ${phase}: self time in ms by file`, files, 25);
  };
  await record("start", async () => {
    await page.reload({ waitUntil: "commit" });
    await page.waitForSelector(columns[source].rows, { state: "attached" });
    await sleep(1_000);
  });
  await record(`${seconds}s unchanged`.replace(" ", "-"), () => sleep(seconds * 1_000));
  await browser.close();
}
