import type { ReactNode } from "react";
import { criteria, type Standing } from "./wcag.js";

const standings: readonly Standing[] = ["supported", "partly", "looked at", "not applicable"];

/** How many criteria stand how. */
export function WcagCount(): ReactNode {
  const count = (standing: Standing) => criteria.filter((one) => one.standing === standing).length;
  return (
    <p>
      Of {criteria.length} criteria: {standings.map((standing) => `${count(standing)} ${standing}`).join(", ")}.
    </p>
  );
}

/** The statement, criterion by criterion. */
export function WcagTable(): ReactNode {
  return (
    <table className="manual-table">
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col">Level</th>
          <th scope="col">Standing</th>
          <th scope="col">Why, and the tests that show it</th>
        </tr>
      </thead>
      <tbody>
        {criteria.map(({ number, name, level, standing, because, tests }) => (
          <tr key={number}>
            <th scope="row">
              {number} {name}
            </th>
            <td>{level}</td>
            <td>{standing}</td>
            <td>
              {because}
              {tests.map((test) => (
                <code key={test}>{test}</code>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
