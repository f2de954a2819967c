import type { ReactNode } from "react";
import results from "../../../test/fleet/results.json" with { type: "json" };

type FleetTableProps = { agents: 10_000 | 100_000 };

const titles = {
  "sign-in": "Sign-in, within 2 minutes",
  ordinary: "Ordinary work",
  "after interruption": "After 8 s without an answer",
  "outage, refused": "Outage of 5 minutes, connections refused",
  "after outage, refused": "After it",
  "outage, unanswered": "Outage of 5 minutes, no answers",
  "after outage, unanswered": "After it",
  "switch-over": "Switch-over of a minute",
  "after switch-over": "After it",
} as const;

const format = (value: number) => value.toLocaleString("en");

/** The figures of a fleet: what `npm run fleet` measured last. */
export function FleetTable({ agents }: FleetTableProps): ReactNode {
  const fleets = results.filter((result) => result.agents === agents);
  return (
    <table className="manual-table">
      <caption>{`Requests a second of ${format(agents)} agents: mean, and the busiest second`}</caption>
      <thead>
        <tr>
          <td />
          {fleets.map(({ client }) => (
            <th key={client} scope="col">
              {client}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(titles).map(([phase, title]) => (
          <tr key={phase}>
            <th scope="row">{title}</th>
            {fleets.map(({ client, phases }) => {
              const { mean, peak } = phases[phase as keyof typeof titles];
              return <td key={client}>{`${format(mean)} · ${format(peak)}`}</td>;
            })}
          </tr>
        ))}
        <tr>
          <th scope="row">All up to date after an outage</th>
          {fleets.map(({ client, freshAfter }) => (
            <td key={client}>{`${Math.max(freshAfter["outage, refused"], freshAfter["outage, unanswered"])} s`}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
