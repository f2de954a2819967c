// AG Grid (community) and react-query. The grid draws the rows in view.
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { AllCommunityModule, type ColDef, type GetRowIdParams, ModuleRegistry } from "ag-grid-community";
import { AgGridReact, type CustomCellRendererProps } from "ag-grid-react";
import { createRoot } from "react-dom/client";
import { type AgentCall, readCalls } from "./agentCalls.js";
import { HeldTime } from "./HeldTime.js";
import { RetrieveButton } from "./RetrieveButton.js";

ModuleRegistry.registerModules([AllCommunityModule]);

type Cell = CustomCellRendererProps<AgentCall>;

const columns: ColDef<AgentCall>[] = [
  { field: "number", headerName: "Number", flex: 1 },
  { field: "type", headerName: "Type", flex: 1 },
  { field: "skill", headerName: "Skill", flex: 1 },
  { headerName: "On hold", width: 100, cellRenderer: ({ data }: Cell) => <HeldTime id={data!.id} /> },
  { headerName: "", width: 140, cellRenderer: ({ data }: Cell) => <RetrieveButton id={data!.id} /> },
];
const getRowId = ({ data }: GetRowIdParams<AgentCall>) => data.id;

function Panel() {
  const { data } = useQuery({ queryKey: ["calls"], queryFn: readCalls, refetchInterval: 1_000 });
  return (
    <div style={{ height: "100vh" }}>
      <AgGridReact rowData={data ?? null} columnDefs={columns} getRowId={getRowId} rowHeight={37} />
    </div>
  );
}

createRoot(document.getElementById("root")!).render(
  <QueryClientProvider client={new QueryClient()}>
    <Panel />
  </QueryClientProvider>,
);
