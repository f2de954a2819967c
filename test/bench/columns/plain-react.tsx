// Plain React: the list and the time are state of the parent, which renders all rows each second.
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { type AgentCall, heldTime, readCalls } from "./agentCalls.js";
import { RetrieveButton } from "./RetrieveButton.js";
import "./table.css";

function Panel() {
  const [calls, setCalls] = useState<readonly AgentCall[]>([]);
  const [, setNow] = useState(0);
  useEffect(() => {
    const poll = () => void readCalls().then(setCalls, () => {});
    poll();
    const polls = setInterval(poll, 1_000);
    const ticks = setInterval(() => setNow(Date.now()), 1_000);
    return () => {
      clearInterval(polls);
      clearInterval(ticks);
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
          <tr key={call.id}>
            <td>{call.number}</td>
            <td>{call.type}</td>
            <td>{call.skill}</td>
            <td className="time">{heldTime(call.id)}</td>
            <td>
              <RetrieveButton id={call.id} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

createRoot(document.getElementById("root")!).render(<Panel />);
