import { useRequest } from "ahooks";
import { Button, Table, type TableColumnsType } from "antd";
import { useState } from "react";
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

const columns: TableColumnsType<AgentCall> = [
  { title: "Number", dataIndex: "number", width: 180 },
  { title: "Type", dataIndex: "type", width: 180 },
  { title: "Skill", dataIndex: "skill", width: 180 },
  { title: "On hold", key: "time", width: 100, render: (_, { id }) => <HeldTime id={id} /> },
  { title: "", key: "action", width: 140, render: (_, { id }) => <Retrieve id={id} /> },
];

/** antd's Table with ahooks' useRequest, with or without its virtual mode. */
export function AntdPanel({ isVirtual }: { isVirtual: boolean }) {
  const { data } = useRequest(readCalls, { pollingInterval: 1_000 });
  return (
    <Table
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={data}
      pagination={false}
      {...(isVirtual ? { virtual: true, scroll: { x: 780, y: 660 } } : {})}
    />
  );
}
