// npm run bench -- --columns panel,react-floor --sizes 6,100 --measures cpu,start --seconds 20 --repeats 5
//
// Builds the package and one page for each column, and measures them in turn in headless Chromium, `repeats` times. Prints medians
// with their spread (half of the range between the quartiles) and ratios to the reference, and updates results.json and the plot.
//   --columns   names in columns.mjs; `name=folder` measures the panel from another built package beside this one
//   --reference the column that ratios refer to (default react-floor, else the first)
//   --package   the built package to measure (default: built anew from src)
//   --profile   writes a CPU profile of the first column and size instead, and prints where its time goes
import { mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { resolve } from "node:path";
import { chromium } from "playwright";
import { browserLaunchOptions } from "../browser/browser.mjs";
import { buildColumn, buildPackage, cache } from "./buildColumns.mjs";
import { columns } from "./columns.mjs";
import { drawResults } from "./drawResults.mjs";
import { measures } from "./measures.mjs";
import { profileColumn } from "./profileColumn.mjs";
import { printResults, saveResults } from "./results.mjs";
import { serveBench } from "./serveBench.mjs";

const { values: options } = parseArgs({
  options: {
    columns: { type: "string", default: Object.keys(columns).join() },
    sizes: { type: "string", default: "1,6,30,100,1000,10000" },
    measures: { type: "string", default: Object.keys(measures).join() },
    seconds: { type: "string", default: "15" },
    repeats: { type: "string", default: "3" },
    reference: { type: "string", default: "react-floor" },
    package: { type: "string" },
    profile: { type: "boolean", default: false },
    "no-save": { type: "boolean", default: false },
  },
});

const list = (text) => text.split(",").filter((part) => part !== "");
const chosen = list(options.columns).map((text) => {
  const [name, folder] = text.split("=");
  return folder === undefined
    ? { name, source: name, packageFolder: options.package }
    : { name, source: name in columns ? name : "panel", packageFolder: folder };
});
for (const [at, column] of chosen.entries())
  if (chosen.findIndex(({ name }) => name === column.name) !== at) column.name += `-${at}`;
const sizes = list(options.sizes).map(Number);
const chosenMeasures = list(options.measures);
const unknown = chosenMeasures.find((name) => !(name in measures));
if (unknown !== undefined) throw new Error(`There is no measure "${unknown}".`);

await mkdir(cache, { recursive: true });
const ownPackage = chosen.some(({ source, packageFolder }) => /^panel/.test(source) && packageFolder === undefined)
  ? await buildPackage()
  : cache;
for (const { name, source, packageFolder } of chosen)
  await buildColumn({
    name,
    source,
    packageFolder: packageFolder === undefined ? ownPackage : resolve(packageFolder),
    isReadable: options.profile,
  });

const server = await serveBench(`${cache}/pages`);
const launchOptions = await browserLaunchOptions();

async function measure({ name, source }, measureName, size) {
  // A browser for each measurement, so that none inherits another's caches, heap or compiled code.
  const browser = await chromium.launch(launchOptions);
  try {
    const { rows } = columns[source];
    const how = {
      browser,
      server,
      name,
      source,
      rows,
      size,
      list: server.reset(size),
      seconds: Number(options.seconds),
    };
    return await measures[measureName](how);
  } catch (error) {
    console.error(`${measureName}, ${size} calls, ${name}: ${error.message.split("\n")[0]}`);
    return {};
  } finally {
    await browser.close();
  }
}

if (options.profile) {
  await profileColumn({ launchOptions, server, column: chosen[0], size: sizes[0], seconds: Number(options.seconds) });
} else {
  for (const measureName of chosenMeasures)
    for (const size of sizes) {
      const samples = Object.fromEntries(chosen.map(({ name }) => [name, []]));
      for (let repeat = 0; repeat < Number(options.repeats); repeat++)
        for (const column of chosen) {
          process.stderr.write(`${measureName}, ${size} calls, ${column.name}, ${repeat + 1}\r\x1b[K`);
          samples[column.name].push(await measure(column, measureName, size));
        }
      printResults(measureName, size, samples, options.reference);
      if (!options["no-save"]) await saveResults(measureName, size, samples);
    }
  if (!options["no-save"]) await drawResults();
}
server.close();
