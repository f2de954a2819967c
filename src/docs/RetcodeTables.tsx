import type { ReactNode } from "react";
import { type Explained, listRetcodes, operationRetcodes, readListRetcode, readOperationRetcode } from "./retcodes.js";

/** What each code does to the list, computed from the panel's own code. */
export function ListRetcodes(): ReactNode {
  return (
    <Table head={["Retcode", "It means", "The panel says", "Polls"]}>
      {listRetcodes.map((explained) => {
        const { says, polls } = readListRetcode(explained.retcode);
        return <Row key={explained.retcode} {...explained} cells={[says, polls]} />;
      })}
    </Table>
  );
}

/** What each code of an operation puts on the call's row. */
export function OperationRetcodes(): ReactNode {
  return (
    <Table head={["Retcode", "It means", "The row says"]}>
      {operationRetcodes.map((explained) => (
        <Row key={explained.retcode} {...explained} cells={[readOperationRetcode(explained.retcode)]} />
      ))}
    </Table>
  );
}

function Table({ head, children }: { head: readonly string[]; children: ReactNode }): ReactNode {
  return (
    <table className="manual-table">
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Row({ retcode, meaning, cells }: Explained & { cells: readonly string[] }): ReactNode {
  return (
    <tr>
      <th scope="row">{retcode === "999-999" ? "any other" : <code>{retcode}</code>}</th>
      {[meaning, ...cells].map((cell) => (
        <td key={cell}>{cell}</td>
      ))}
    </tr>
  );
}
