import { HoldListPanel, zhCN } from "hold-list-panel";
import { Desk } from "./Desk.jsx";

// Rendered for each request, on the server.
export const dynamic = "force-dynamic";

/** A server component that renders the panels, and passes labels with functions to one. */
export default function Page() {
  return (
    <Desk>
      <HoldListPanel />
      <HoldListPanel labels={zhCN} aria-label="On hold, in Chinese" />
    </Desk>
  );
}
