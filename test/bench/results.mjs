// Medians with spread, as a table and as JSON.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { quantile } from "./measures.mjs";

const file = fileURLToPath(new URL("results.json", import.meta.url));

/** The median of each named value, and half of the range between its quartiles. */
function summarize(samples) {
  const names = [...new Set(samples.flatMap((sample) => Object.keys(sample)))];
  return Object.fromEntries(
    names.map((name) => {
      const values = samples.map((sample) => sample[name]).filter(Number.isFinite);
      const spread = (quantile(values, 0.75) - quantile(values, 0.25)) / 2;
      return [name, { median: quantile(values, 0.5), spread }];
    }),
  );
}

const digits = (value) =>
  !Number.isFinite(value)
    ? "–"
    : Math.abs(value) >= 100
      ? value.toFixed(0)
      : Math.abs(value) >= 10
        ? value.toFixed(1)
        : value.toFixed(2);

/** Prints what was measured of one measure and size: median ±spread (ratio to the reference). */
export function printResults(measure, size, samples, reference) {
  const summaries = Object.entries(samples).map(([name, values]) => [name, summarize(values)]);
  const base = (summaries.find(([name]) => name === reference) ?? summaries[0])[1];
  const names = [...new Set(summaries.flatMap(([, summary]) => Object.keys(summary)))];
  const table = [["", ...summaries.map(([name]) => name)]];
  for (const name of names)
    table.push([
      name,
      ...summaries.map(([, summary]) => {
        const { median, spread } = summary[name] ?? {};
        const ratio = median / base[name]?.median;
        return `${digits(median)} ±${digits(spread)}${Number.isFinite(ratio) ? ` (${ratio.toFixed(2)})` : ""}`;
      }),
    ]);
  const widths = table[0].map((_, at) => Math.max(...table.map((row) => row[at].length)));
  console.log(`\n## ${measure}, ${size} calls`);
  for (const row of table)
    console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  "));
}

/** Replaces the results of one measure and size by those of this run: ratios hold only within one run. */
export async function saveResults(measure, size, samples) {
  const results = JSON.parse(await readFile(file, "utf8").catch(() => "{}"));
  const rounded = (value) => (Number.isFinite(value) ? Number(value.toPrecision(4)) : null);
  results[measure] ??= {};
  results[measure][size] = Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [
      name,
      Object.fromEntries(
        Object.entries(summarize(values)).map(([key, { median, spread }]) => [
          key,
          { median: rounded(median), spread: rounded(spread) },
        ]),
      ),
    ]),
  );
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
}
