import { HoldListPanel } from "hold-list-panel";
import "hold-list-panel/styles.css";

// Reads the host's provider.
export default function HeldCalls({ actions }) {
  return <HoldListPanel actions={actions} />;
}
