import { type ReactNode, useId } from "react";
import type { LoggedRequest } from "../simulator/simulator.js";
import { clockTime } from "./clockTime.js";
import type { DemoWords } from "./words/DemoWords.js";

const shown = 12;

/** The last requests that reached the gateway, newest first: polling made visible. */
export function RequestList(props: { requests: readonly LoggedRequest[]; words: DemoWords }): ReactNode {
  const { requests, words } = props;
  const headingId = useId();
  return (
    <section className="demo-controls" aria-labelledby={headingId}>
      <h3 className="demo-subheading" id={headingId}>
        {words.requests}
      </h3>
      {requests.length === 0 ? (
        <p className="demo-soft">{words.noRequests}</p>
      ) : (
        <table className="demo-requests" aria-labelledby={headingId}>
          <thead className="demo-hidden">
            <tr>
              {words.requestColumns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {requests
              .slice(-shown)
              .reverse()
              .map(({ at, operation, outcome, endedAt }, index) => (
                <tr key={`${at} ${index}`} data-bad={endedAt !== null && outcome !== "0"}>
                  <td>{clockTime(at, words.panel.language)}</td>
                  <td>{operation ?? "?"}</td>
                  <td>{endedAt === null ? words.waiting : outcome}</td>
                  <td>{endedAt === null ? "" : `${endedAt - at} ms`}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
