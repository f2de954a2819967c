// React that renders on changes only. One timer writes the times straight into their text nodes.
import { memo, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { type AgentCall, heldTime, readCalls, retrieveCall } from "./agentCalls.js";
import "./table.css";

const times = new Map<string, Text>();

const Row = memo(function Row({ call }: { call: AgentCall }) {
  const [isPressed, setPressed] = useState(false);
  const cell = useRef<HTMLTableCellElement>(null);
  useEffect(() => {
    times.set(call.id, cell.current!.firstChild as Text);
    return () => void times.delete(call.id);
  }, [call.id]);
  const retrieve = () => {
    setPressed(true);
    void retrieveCall(call.id);
  };
  return (
    <tr>
      <td>{call.number}</td>
      <td>{call.type}</td>
      <td>{call.skill}</td>
      <td className="time" ref={cell}>
        {heldTime(call.id)}
      </td>
      <td>
        <button disabled={isPressed} onClick={retrieve}>
          {isPressed ? "Retrieving…" : "Retrieve"}
        </button>
      </td>
    </tr>
  );
});

const isSame = (a: AgentCall, b: AgentCall) => a.number === b.number && a.type === b.type && a.skill === b.skill;

/** Keeps the calls that did not change, and the list itself where none did. */
function share(former: readonly AgentCall[], next: readonly AgentCall[]): readonly AgentCall[] {
  const known = new Map(former.map((call) => [call.id, call]));
  const shared = next.map((call) => {
    const same = known.get(call.id);
    return same !== undefined && isSame(same, call) ? same : call;
  });
  return shared.length === former.length && shared.every((call, at) => call === former[at]) ? former : shared;
}

function Panel() {
  const [calls, setCalls] = useState<readonly AgentCall[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const poll = async () => {
      const answer = await readCalls().catch(() => null);
      if (isOver) return;
      if (answer !== null) setCalls((former) => share(former, answer));
      timer = setTimeout(() => void poll(), 1_000);
    };
    void poll();
    const tick = setInterval(() => {
      for (const [id, text] of times) text.data = heldTime(id);
    }, 1_000);
    return () => {
      isOver = true;
      clearTimeout(timer);
      clearInterval(tick);
    };
  }, []);
  return (
    <table>
      <thead>
        <tr>
          <th>Number</th>
          <th>Type</th>
          <th>Skill</th>
          <th>On hold</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <Row key={call.id} call={call} />
        ))}
      </tbody>
    </table>
  );
}

createRoot(document.getElementById("root")!).render(<Panel />);
