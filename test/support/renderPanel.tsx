import { type UserEvent, userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { HoldListPanel, type HoldListPanelProps } from "../../src/index.js";
import { passTime, startClock } from "./clock.js";
import {
  createDesktop,
  type Desktop,
  type DesktopOptions,
  type ProviderSettings,
  renderDesktop,
  type RenderedDesktop,
} from "./desktop.js";

export { agentId, holdThree } from "./calls.js";
export { passTime } from "./clock.js";
export { recordAnnouncements } from "./screen.js";
export { setVisibility } from "./setVisibility.js";

/** Thresholds that no call crosses, for tests that take long and are about something else. */
export const noAttention = { attention: { long: Infinity, tooLong: Infinity } };

/** The settings of {@link renderPanel}. */
export type PanelOptions = Pick<DesktopOptions, "before" | "signedOut"> & {
  props?: HoldListPanelProps;
  provider?: ProviderSettings;
  strict?: boolean;
  /** The host's page around the panel. */
  page?: (panel: ReactNode) => ReactNode;
};

/** A rendered panel, its desktop and its user. */
export type RenderedPanel = RenderedDesktop &
  Desktop & {
    readonly user: UserEvent;
    /** Renders the panel with other props. */
    show: (props: HoldListPanelProps) => void;
    /** Renders the provider with other settings. */
    provide: (settings: ProviderSettings) => void;
  };

/** Renders a panel over a desktop of its own, after the gateway's first answer, at 10:42:07. */
export async function renderPanel(options: PanelOptions = {}): Promise<RenderedPanel> {
  const { props = {}, page = (panel) => panel } = options;
  await loadLaterCode();
  startClock();
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const desktop = createDesktop(options);
  const content = (panelProps: HoldListPanelProps) => page(<HoldListPanel {...panelProps} />);
  const result = renderDesktop(desktop, content(props), options);
  await passTime(0);
  return {
    ...desktop,
    ...result,
    user,
    show: (next) => result.update(content(next)),
    provide: (settings) => result.update(content(props), settings),
  };
}

/** Loads what a panel loads when it needs it, as in a browser that has it in its cache. */
async function loadLaterCode(): Promise<void> {
  await import("../../src/panel/alerts/AttentionAlerts.js");
}
