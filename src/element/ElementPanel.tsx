import { type ReactNode, type Ref, useMemo } from "react";
import {
  type AgentSessionStore,
  connectAndLeave,
  en,
  enActions,
  type Gateway,
  hangUp,
  HoldListPanel,
  type HoldListPanelHandle,
  HoldListProvider,
  maskNumber,
  retrieve,
  threeParty,
  zhCN,
  zhCNActions,
} from "../index.js";
import type { ElementLabels } from "./ElementLabels.js";
import type { ElementSettings } from "./ElementSettings.js";
import type { Emit } from "./HoldListPanelEvents.js";
import { SessionWatch } from "./SessionWatch.js";

type ElementPanelProps = {
  gateway: Gateway;
  session: AgentSessionStore;
  settings: ElementSettings;
  /** Words that take the place of the language's own. */
  labels: ElementLabels | undefined;
  handleRef: Ref<HoldListPanelHandle>;
  emit: Emit;
};

const readyActions = [retrieve, threeParty, connectAndLeave, hangUp];
const english = { ...en, ...enActions };
const chinese = { ...zhCN, ...zhCNActions };

/** The provider and the panel of one element. */
export function ElementPanel(props: ElementPanelProps): ReactNode {
  const { gateway, session, settings, labels, handleRef, emit } = props;
  const { longAfter = 60_000, tooLongAfter = 180_000, language = "en" } = settings;
  const attention = useMemo(() => ({ long: longAfter, tooLong: tooLongAfter }), [longAfter, tooLongAfter]);
  const words = useMemo(() => ({ ...(/^zh\b/i.test(language) ? chinese : english), ...labels }), [language, labels]);
  const ids = settings.actions ?? "";
  const actions = useMemo(
    () => ids.split(/\s+/).flatMap((id) => readyActions.find((action) => action.id === id) ?? []),
    [ids],
  );
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
        actions={actions}
        onAction={(call, report) => emit("action", { call, report })}
        handleRef={handleRef}
        onSignIn={settings.signInButton ? () => emit("sign-in", null) : undefined}
      />
    </HoldListProvider>
  );
}
