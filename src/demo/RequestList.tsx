import type { ReactNode } from "react";
import { clockTime } from "../panel/format/clockTime.js";
import type { LoggedRequest } from "../simulator/simulator.js";
import { ControlGroup } from "./ControlGroup.js";

/** The last requests that reached the gateway, newest first. */
export function RequestList({ requests }: { requests: readonly LoggedRequest[] }): ReactNode {
  return (
    <ControlGroup name="Requests">
      {requests.length === 0 ? (
        <p className="demo-muted">Requests to the gateway appear here.</p>
      ) : (
        <table className="demo-requests" aria-label="Requests">
          <thead className="demo-visually-hidden">
            <tr>
              {["Time", "Operation", "Outcome", "Duration"].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...requests].reverse().map(({ at, operation, outcome, endedAt }, index) => (
              <tr key={`${at} ${index}`} data-bad={endedAt !== null && outcome !== "0"}>
                <td>{clockTime(at, "en")}</td>
                <td>{operation ?? "?"}</td>
                <td>{endedAt === null ? "waiting" : outcome}</td>
                <td>{endedAt === null ? "" : `${endedAt - at} ms`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ControlGroup>
  );
}
