import { type ReactNode, type Ref, useMemo } from "react";
import {
  type AgentSessionStore,
  connectAndLeave,
  type Gateway,
  hangUp,
  HoldListPanel,
  type HoldListPanelHandle,
  HoldListProvider,
  maskNumber,
  retrieve,
  threeParty,
} from "../index.js";
import type { GatewayProblem } from "./ElementGateway.js";
import type { ElementLabels } from "./ElementLabels.js";
import type { ElementSettings } from "./ElementSettings.js";
import type { DispatchPanelEvent } from "./HoldListPanelEvents.js";
import { labelsForLanguage } from "./labelsForLanguage.js";
import { SessionRefusedReporter } from "./SessionRefusedReporter.js";

type ElementPanelProps = {
  gateway: Gateway;
  /** Why the gateway can send nothing; null where it can. */
  problem: GatewayProblem | null;
  session: AgentSessionStore;
  settings: ElementSettings;
  /** Labels that replace those of the language. */
  labels: ElementLabels | undefined;
  handleRef: Ref<HoldListPanelHandle>;
  dispatch: DispatchPanelEvent;
};

const availableActions = [retrieve, threeParty, connectAndLeave, hangUp];

/** The provider and the panel of one element. */
export function ElementPanel(props: ElementPanelProps): ReactNode {
  const { gateway, problem, session, settings, handleRef, dispatch } = props;
  const { longAfter = 60_000, tooLongAfter = 180_000, language = "en", actions: actionIds = "" } = settings;
  const attention = useMemo(() => ({ long: longAfter, tooLong: tooLongAfter }), [longAfter, tooLongAfter]);
  const labels = useMemo(() => {
    const all = { ...labelsForLanguage(language), ...props.labels };
    // While nothing can be sent, signing in would not help.
    return problem === null ? all : { ...all, signedOut: problem === "insecure" ? all.insecurePage : all.noGateway };
  }, [language, props.labels, problem]);
  const actions = useMemo(
    () => actionIds.split(/\s+/).flatMap((id) => availableActions.find((action) => action.id === id) ?? []),
    [actionIds],
  );
  return (
    <HoldListProvider
      gateway={gateway}
      session={session}
      pollInterval={settings.interval}
      attention={attention}
      shareBetweenTabs={!settings.separateTabs}
      onHeld={(call) => dispatch("held", { call })}
      onLeft={(call, reason) => dispatch("left", { call, reason })}
      onAttention={(call, level) => dispatch("attention", { call, level })}
    >
      <SessionRefusedReporter session={session} dispatch={dispatch} />
      <HoldListPanel
        labels={labels}
        order={settings.order}
        mask={settings.mask ? maskNumber : undefined}
        revealFor={settings.revealFor}
        sound={settings.sound}
        notifications={settings.notifications}
        density={settings.density}
        filter={!settings.noFilter}
        actions={actions}
        onAction={(call, report) => dispatch("action", { call, report })}
        handleRef={handleRef}
        onSignIn={settings.signInButton ? () => dispatch("sign-in", null) : undefined}
      />
    </HoldListProvider>
  );
}
