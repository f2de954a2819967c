import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useStore } from "zustand";
import {
  type AgentSessionStore,
  type CallActionReport,
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
import { AgentCard } from "./AgentCard.js";
import type { AgentDesktop } from "./AgentDesktop.js";
import { ControlsDrawer } from "./ControlsDrawer.js";
import type { Scene } from "./createScene.js";
import type { SimulatorRemote } from "./createSimulatorRemote.js";
import { CurrentCall } from "./CurrentCall.js";
import { initialView } from "./demoView.js";
import { EventLog } from "./EventLog.js";
import { PanelControls } from "./PanelControls.js";
import { defaultSettings, revealFor, supervised } from "./panelSettings.js";
import { Preview } from "./Preview.js";
import { renderCustomer } from "./renderCustomer.js";
import { SceneBar } from "./SceneBar.js";
import { SimulatorControls } from "./SimulatorControls.js";
import { TopBar } from "./TopBar.js";
import { useAskAtFaultChange } from "./useAskAtFaultChange.js";
import { useSimulatorView } from "./useSimulatorView.js";

const actions = [retrieve, threeParty, connectAndLeave, hangUp];
const panelLabels = { en: { ...en, ...enActions }, zh: { ...zhCN, ...zhCNActions } };

type DemoPageProps = {
  gateway: Gateway;
  session: AgentSessionStore;
  desktop: AgentDesktop;
  /** Null with a real gateway. */
  simulator: SimulatorRemote | null;
  /** Null with a real gateway. */
  scene: Scene | null;
};

/** A small agent desktop: the scene, sign-in, the panel in its column, the event log, and the drawer with the controls. */
export function DemoPage({ gateway, session, desktop, simulator, scene }: DemoPageProps): ReactNode {
  const [view, setView] = useState(initialView);
  const [settings, setSettings] = useState(defaultSettings);
  const labels = panelLabels[view.language];
  const mask = settings.isMasked ? maskNumber : undefined;
  const isSignedIn = useStore(session, (state) => state.session !== null);
  const agentId = useStore(desktop, (state) => state.agentId);
  const hasLog = useStore(desktop, (state) => state.log.length > 0);
  const simulated = useSimulatorView(simulator, agentId);
  const currentCall = simulated?.view?.agent.currentCall ?? null;
  const isFormOpen = useStore(desktop, (state) => state.isFormOpen);
  const { logCallback, openForm } = desktop.getState();
  const panel = useRef<HoldListPanelHandle>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  useAskAtFaultChange(panel, simulated?.view?.faults, agentId);

  useEffect(() => {
    document.documentElement.dataset.scheme = view.scheme;
  }, [view.scheme]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey && event.code === "KeyR" && !event.repeat) panel.current?.retrieveLongestHeld();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const goToSignIn = () => {
    flushSync(() => openForm(true));
    passwordField.current?.focus();
  };
  const panelControls = <PanelControls settings={settings} onChange={setSettings} desktop={desktop} />;
  return (
    <div className="demo" data-panel={view.panelWidth} data-drawer={view.isDrawerOpen ? "open" : "closed"}>
      <TopBar view={view} onChange={setView} isSimulated={simulator !== null} />
      <SceneBar scene={scene} />
      <main className="demo-main">
        <div className="demo-work">
          <HoldListProvider
            gateway={gateway}
            session={session}
            attention={settings.attention}
            onHeld={(call) => logCallback(call, { name: "onHeld" })}
            onLeft={(call, reason) => logCallback(call, { name: "onLeft", detail: reason })}
            onAttention={(call, level) => logCallback(call, { name: "onAttention", detail: level })}
          >
            <AgentCard
              desktop={desktop}
              isSignedIn={isSignedIn}
              isSimulated={simulator !== null}
              passwordField={passwordField}
            >
              {simulator !== null && simulated !== null && currentCall !== null && (
                <CurrentCall
                  key={currentCall.callId}
                  call={currentCall}
                  mask={mask}
                  onHold={() => void simulated.act(() => simulator.holdCall(agentId, { callId: currentCall.callId }))}
                />
              )}
            </AgentCard>
            <HoldListPanel
              labels={labels}
              order={settings.order}
              mask={mask}
              sound={settings.hasSound}
              notifications={settings.hasNotifications}
              revealFor={revealFor}
              renderCall={renderCustomer}
              actions={settings.hasActions ? actions : undefined}
              onAction={(call, report) => logCallback(call, { name: "onAction", detail: actionText(report) })}
              handleRef={panel}
              onSignIn={isFormOpen ? undefined : goToSignIn}
            />
          </HoldListProvider>
          {settings.isSupervisor && (
            <HoldListProvider gateway={gateway} session={session} supervised={supervised}>
              <HoldListPanel labels={labels} order={settings.order} mask={mask} />
            </HoldListProvider>
          )}
        </div>
        {isSignedIn || hasLog ? (
          <EventLog desktop={desktop} mask={mask} />
        ) : (
          <Preview labels={labels} mask={mask} actions={settings.hasActions ? actions : undefined} />
        )}
      </main>
      {view.isDrawerOpen && (
        <ControlsDrawer>
          {simulator === null || simulated === null ? (
            panelControls
          ) : (
            <SimulatorControls
              simulator={simulator}
              state={simulated}
              agentId={agentId}
              isSignedIn={isSignedIn}
              mask={mask}
            >
              {panelControls}
            </SimulatorControls>
          )}
        </ControlsDrawer>
      )}
    </div>
  );
}

/** An action and its outcome, for the log. */
function actionText(report: CallActionReport): string {
  const action = `${report.action} ${report.kind}`;
  if (report.kind === "started") return action;
  return `${action} ${report.kind === "confirmed" ? `${Math.round(report.after)} ms` : report.code}`;
}
