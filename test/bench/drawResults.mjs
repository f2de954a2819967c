// node test/bench/drawResults.mjs
//
// Draws the main-thread time of results.json as the plot of the manual: src/docs/pictures/performance.svg. `npm run bench` does it too.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { columns } from "./columns.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const picture = here("../../src/docs/pictures/performance.svg");

const width = 760;
const barsFrom = 210;
const barsTo = 640;
const rowHeight = 20;
const gap = 34;
const ours = "#1d5fd1";
const others = "#9aa4b8";

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const text = (x, y, content, more = "") => `<text x="${x}" y="${y}" ${more}>${escaped(content)}</text>`;

/** The plot as SVG: for each number of calls a bar for each column, on a logarithmic scale. */
export function plot({ cpu = {} }) {
  const sizes = Object.keys(cpu)
    .map(Number)
    .sort((a, b) => a - b);
  const medians = (size) =>
    Object.entries(cpu[size])
      .map(([name, values]) => ({ name, ...values["main thread"] }))
      .filter(({ median }) => median !== null);
  const all = sizes.flatMap((size) => medians(size).map(({ median }) => median));
  const lowest = 10 ** Math.floor(Math.log10(Math.min(...all)));
  const highest = Math.max(...all);
  const place = (value) => barsFrom + ((barsTo - barsFrom) * Math.log(value / lowest)) / Math.log(highest / lowest);
  const parts = [];
  let y = 44;
  for (const size of sizes) {
    parts.push(text(16, y, size === 1 ? "1 call" : `${size} calls`, 'font-weight="600"'));
    y += 10;
    for (const { name, median, spread } of medians(size)) {
      const end = place(median).toFixed(1);
      const [from, to] = [median - spread, median + spread].map((value) => place(Math.max(value, lowest)).toFixed(1));
      const middle = y + rowHeight / 2;
      const isOurs = name.startsWith("panel");
      parts.push(
        text(barsFrom - 8, middle + 4, columns[name]?.title ?? name, 'text-anchor="end"'),
        `<rect x="${barsFrom}" y="${y + 3}" width="${(end - barsFrom).toFixed(1)}" height="${rowHeight - 6}" fill="${isOurs ? ours : others}"/>`,
        `<path d="M${from} ${middle}H${to}" stroke="#1b1f27" stroke-width="1.5"/>`,
        text((Number(to) + 8).toFixed(1), middle + 4, median.toFixed(0)),
      );
      y += rowHeight;
    }
    y += gap;
  }
  const title = "Main-thread time, ms per minute (median, with its spread; logarithmic scale)";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y - gap + 16}" font-family="sans-serif" font-size="12" fill="#1b1f27" role="img" aria-label="${title}">
<rect width="100%" height="100%" fill="#fff"/>
${text(16, 20, title)}
${parts.join("\n")}
</svg>
`;
}

/** Draws the plot of the saved results. */
export async function drawResults() {
  await writeFile(picture, plot(JSON.parse(await readFile(here("results.json"), "utf8"))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await drawResults();
