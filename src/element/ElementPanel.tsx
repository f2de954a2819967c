import { type ReactNode, useMemo } from "react";
import {
  type AgentSessionStore,
  en,
  type Gateway,
  type HoldListLabels,
  HoldListPanel,
  HoldListProvider,
  maskNumber,
  zhCN,
} from "../index.js";
import type { ElementSettings } from "./ElementSettings.js";
import type { Emit } from "./HoldListPanelEvents.js";
import { SessionWatch } from "./SessionWatch.js";

type ElementPanelProps = {
  gateway: Gateway;
  session: AgentSessionStore;
  settings: ElementSettings;
  /** Words that take the place of the language's own. */
  labels: Partial<HoldListLabels> | undefined;
  emit: Emit;
};

/** The provider and the panel of one element. */
export function ElementPanel({ gateway, session, settings, labels, emit }: ElementPanelProps): ReactNode {
  const { longAfter = 60_000, tooLongAfter = 180_000, language = "en" } = settings;
  const attention = useMemo(() => ({ long: longAfter, tooLong: tooLongAfter }), [longAfter, tooLongAfter]);
  const words = useMemo(() => ({ ...(/^zh\b/i.test(language) ? zhCN : en), ...labels }), [language, labels]);
  return (
    <HoldListProvider
      gateway={gateway}
      session={session}
      pollInterval={settings.interval}
      attention={attention}
      onHeld={(call) => emit("held", { call })}
      onLeft={(call, reason) => emit("left", { call, reason })}
      onAttention={(call, level) => emit("attention", { call, level })}
    >
      <SessionWatch session={session} emit={emit} />
      <HoldListPanel
        labels={words}
        order={settings.order}
        mask={settings.mask ? maskNumber : undefined}
        revealFor={settings.revealFor}
        sound={settings.sound}
        notifications={settings.notifications}
        onSignIn={settings.signInButton ? () => emit("sign-in", null) : undefined}
      />
    </HoldListProvider>
  );
}
