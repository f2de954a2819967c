import { HoldListPanel, zhCN } from "hold-list-panel";
import { Desk } from "./Desk.jsx";

// For each request, on the server.
export const dynamic = "force-dynamic";

/** A server component: the panels are its children, and it hands them words that hold functions. */
export default function Page() {
  return (
    <Desk>
      <HoldListPanel />
      <HoldListPanel labels={zhCN} aria-label="On hold, in Chinese" />
    </Desk>
  );
}
