import { HoldListPanel, HoldListProvider, retrieve } from "hold-list-panel";
import "hold-list-panel/styles.css";

// The host made the gateway and the session with its own copy of the package.
export default function HeldCalls({ gateway, session }) {
  return (
    <HoldListProvider gateway={gateway} session={session}>
      <HoldListPanel actions={[retrieve]} />
    </HoldListProvider>
  );
}
