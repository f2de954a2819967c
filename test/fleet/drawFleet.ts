import type { Day, Fault } from "./Day.js";
import { measureLoad } from "./measureLoad.js";
import type { ClientName } from "./runFleet.js";

type Curve = { readonly client: ClientName; readonly tenths: Uint32Array };

const width = 340;
const height = 170;
const left = 44;
const top = 34;
const gap = 24;
const before = 60_000;
const after = 120_000;

/** Draws requests a second around each outage, as an SVG in the colours of the reader's colour scheme. */
export function drawFleet(day: Day, agents: number, curves: readonly Curve[]): string {
  const most = agents; // twice the load of plain polling every 2 s
  const faults = day.faults.filter(({ name }) => name.startsWith("outage"));
  const fullWidth = left + faults.length * (width + gap);
  const legendY = top + height + 52;
  const plots = faults.map((fault, index) => drawFault(fault, left + index * (width + gap), most, curves));
  const axis = [0, most / 2, most].map(
    (value) =>
      `<text x="${left - 6}" y="${yOf(value, most) + 4}" text-anchor="end">${value.toLocaleString("en")}</text>`,
  );
  const legend = curves.map(({ client }, index) => {
    const x = left + index * 165;
    return `<path class="c${index}" d="M${x} ${legendY}h24"/><text x="${x + 30}" y="${legendY + 4}">${client}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${fullWidth} ${legendY + 14}" font-family="system-ui, sans-serif" font-size="12">
<style>
text { fill: #3c4043; } .axis { stroke: #80868b; fill: none; } .fault { fill: #80868b; opacity: 0.15; }
path { fill: none; stroke-width: 1.5; } .c0 { stroke: #0b57d0; stroke-width: 2.5; } .c1 { stroke: #146c2e; stroke-width: 2.5; }
.c2 { stroke: #b3261e; stroke-dasharray: 6 3; } .c3 { stroke: #8c5a00; stroke-width: 0.75; opacity: 0.6; }
@media (prefers-color-scheme: dark) {
text { fill: #c4c7c5; } .c0 { stroke: #a8c7fa; } .c1 { stroke: #6dd58c; } .c2 { stroke: #f2b8b5; } .c3 { stroke: #ffb951; }
}
</style>
${[...plots, ...axis, ...legend].join("\n")}
</svg>
`;
}

function yOf(value: number, most: number): number {
  return Math.round((top + height * (1 - value / most)) * 10) / 10;
}

function drawFault({ name, from, to }: Fault, x: number, most: number, curves: readonly Curve[]): string {
  const start = from - before;
  const length = to - from + before + after;
  const xOf = (time: number) => Math.round((x + ((time - start) / length) * width) * 10) / 10;
  const paths: string[] = [];
  const notes: string[] = [];
  curves.forEach(({ tenths }, index) => {
    const seconds = Array.from({ length: length / 1_000 }, (_, second) => start + second * 1_000);
    const points = seconds.map((time) => {
      const { mean } = measureLoad(tenths, { name, from: time, to: time + 1_000 });
      return `${xOf(time + 500)} ${yOf(Math.min(mean, most), most)}`;
    });
    paths.push(`<path class="c${index}" d="M${points.join("L")}"/>`);
    const { peak } = measureLoad(tenths, { name, from: start, to: start + length });
    if (peak > most * 1.02)
      notes.push(
        `<text x="${xOf(to)}" y="${top - 5}" text-anchor="middle">up to ${peak.toLocaleString("en")} a second</text>`,
      );
  });
  const ticks = [start, from, to, to + 60_000].map(
    (time) =>
      `<text x="${xOf(time)}" y="${top + height + 16}" text-anchor="middle">${Math.round((time - from) / 1_000)} s</text>`,
  );
  return [
    `<rect class="fault" x="${xOf(from)}" y="${top}" width="${xOf(to) - xOf(from)}" height="${height}"/>`,
    `<path class="axis" d="M${x} ${top}v${height}h${width}"/>`,
    ...[...paths].reverse(),
    ...notes,
    ...ticks,
    `<text x="${x + width / 2}" y="${top + height + 34}" text-anchor="middle">${name}</text>`,
  ].join("\n");
}
