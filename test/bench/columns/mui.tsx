// MUI X DataGrid and SWR. The grid draws the rows in view.
import Button from "@mui/material/Button";
import { DataGrid, type GridColDef } from "@mui/x-data-grid";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import useSWR from "swr";
import { type AgentCall, readCalls, retrieveCall } from "./agentCalls.js";
import { HeldTime } from "./HeldTime.js";

function Retrieve({ id }: { id: string }) {
  const [isPressed, setPressed] = useState(false);
  const retrieve = () => {
    setPressed(true);
    void retrieveCall(id);
  };
  return (
    <Button size="small" disabled={isPressed} onClick={retrieve}>
      {isPressed ? "Retrieving…" : "Retrieve"}
    </Button>
  );
}

const columns: GridColDef<AgentCall>[] = [
  { field: "number", headerName: "Number", flex: 1 },
  { field: "type", headerName: "Type", flex: 1 },
  { field: "skill", headerName: "Skill", flex: 1 },
  { field: "time", headerName: "On hold", width: 100, renderCell: ({ row }) => <HeldTime id={row.id} /> },
  { field: "action", headerName: "", width: 140, renderCell: ({ row }) => <Retrieve id={row.id} /> },
];
const none: AgentCall[] = [];

function Panel() {
  const { data = none } = useSWR("calls", readCalls, { refreshInterval: 1_000, dedupingInterval: 500 });
  return (
    <div style={{ height: "100vh" }}>
      {/* The community edition shows pages of 100 rows at most. */}
      <DataGrid
        rows={data}
        columns={columns}
        rowHeight={37}
        hideFooter={data.length <= 100}
        disableRowSelectionOnClick
      />
    </div>
  );
}

createRoot(document.getElementById("root")!).render(<Panel />);
