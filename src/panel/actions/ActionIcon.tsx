import { Component, type ReactNode } from "react";

/** An action's icon. One that throws is left out. */
export class ActionIcon extends Component<{ icon: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.icon;
  }
}
