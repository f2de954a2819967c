import type { ReactElement } from "react";
import results from "../../test/bench/results.json" with { type: "json" };

type Values = Readonly<Record<string, { readonly median: number | null; readonly spread: number | null }>>;
type Measures = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Values>>>>>>;

type Mark = {
  readonly measure: "cpu" | "start";
  readonly size: number;
  readonly value: string;
  readonly title: string;
  /** What the panel is compared with: the React floor, or the better of the two grids. */
  readonly reference: "floor" | "grid";
  /** The ratio to the reference that must not be exceeded. */
  readonly atMost: number;
};

const cpu = { measure: "cpu", value: "main thread", title: "Main thread, ms per minute" } as const;
const start = { measure: "start", value: "to rows", title: "Navigation to rows, ms" } as const;

const marks: readonly Mark[] = [
  { ...cpu, size: 6, reference: "floor", atMost: 1.15 },
  { ...cpu, size: 30, reference: "grid", atMost: 0.6 },
  { ...cpu, size: 100, reference: "grid", atMost: 0.6 },
  { ...cpu, size: 1_000, reference: "grid", atMost: 0.6 },
  { ...start, size: 6, reference: "floor", atMost: 1.3 },
  { ...start, size: 1_000, reference: "grid", atMost: 1 },
];

const candidates = { floor: ["react-floor"], grid: ["mui", "ag-grid"] } as const;
const names: Readonly<Record<string, string>> = {
  "react-floor": "React floor",
  mui: "MUI X DataGrid",
  "ag-grid": "AG Grid",
};

/** The marks of the benchmark, and whether the saved results meet them. */
export function Marks(): ReactElement {
  return (
    <table>
      <thead>
        <tr>
          <th>measure</th>
          <th>calls</th>
          <th>panel</th>
          <th>compared with</th>
          <th>ratio</th>
          <th>mark</th>
          <th>met</th>
        </tr>
      </thead>
      <tbody>
        {marks.map((mark) => (
          <MarkRow key={`${mark.measure} ${mark.size}`} mark={mark} />
        ))}
      </tbody>
    </table>
  );
}

function MarkRow({ mark: { measure, size, value, title, reference, atMost } }: { mark: Mark }): ReactElement | null {
  const columns = (results as Measures)[measure]?.[size] ?? {};
  const of = (name: string) => ({ name, median: NaN, spread: 0, ...columns[name]?.[value] });
  const panel = of("panel");
  const [best] = candidates[reference].map(of).sort((a, b) => Number(a.median) - Number(b.median));
  if (best?.median == null || panel.median === null || Number.isNaN(panel.median / best.median)) return null;
  const ratio = panel.median / best.median;
  const spread = ratio * ((panel.spread ?? 0) / panel.median + (best.spread ?? 0) / best.median);
  return (
    <tr>
      <td>{title}</td>
      <td>{size.toLocaleString("en")}</td>
      <td>{panel.median.toFixed(0)}</td>
      <td>{`${names[best.name] ?? best.name}: ${best.median.toFixed(0)}`}</td>
      <td>{`${ratio.toFixed(2)} ± ${spread.toFixed(2)}`}</td>
      <td>{atMost}</td>
      <td>{ratio <= atMost ? "yes" : ratio - spread <= atMost ? "within the spread" : "no"}</td>
    </tr>
  );
}
