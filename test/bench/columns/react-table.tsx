// react-query and react-table: a plain table, and a timer in each row.
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { createColumnHelper, flexRender, getCoreRowModel, useReactTable } from "@tanstack/react-table";
import { createRoot } from "react-dom/client";
import { type AgentCall, readCalls } from "./agentCalls.js";
import { HeldTime } from "./HeldTime.js";
import { RetrieveButton } from "./RetrieveButton.js";
import "./table.css";

const column = createColumnHelper<AgentCall>();
const columns = [
  column.accessor("number", { header: "Number" }),
  column.accessor("type", { header: "Type" }),
  column.accessor("skill", { header: "Skill" }),
  column.display({ id: "time", header: "On hold", cell: ({ row }) => <HeldTime id={row.id} /> }),
  column.display({ id: "action", cell: ({ row }) => <RetrieveButton id={row.id} /> }),
];
const none: AgentCall[] = [];
const coreRowModel = getCoreRowModel<AgentCall>();

function Panel() {
  const { data = none } = useQuery({ queryKey: ["calls"], queryFn: readCalls, refetchInterval: 1_000 });
  // eslint-disable-next-line react-hooks/incompatible-library -- the library as it is, without React's compiler
  const table = useReactTable({ data, columns, getCoreRowModel: coreRowModel, getRowId: ({ id }) => id });
  return (
    <table>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <th key={header.id}>{flexRender(header.column.columnDef.header, header.getContext())}</th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id}>
            {row.getVisibleCells().map((cell) => (
              <td key={cell.id}>{flexRender(cell.column.columnDef.cell, cell.getContext())}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

createRoot(document.getElementById("root")!).render(
  <QueryClientProvider client={new QueryClient()}>
    <Panel />
  </QueryClientProvider>,
);
