import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useStore } from "zustand";
import {
  type AgentSessionStore,
  type CallActionReport,
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
import { AgentCard } from "./AgentCard.js";
import { ControlsDrawer } from "./ControlsDrawer.js";
import type { AgentDesktop } from "./createAgentDesktop.js";
import type { SimulatorRemote } from "./createSimulatorRemote.js";
import { EventLog } from "./EventLog.js";
import { PanelControls } from "./PanelControls.js";
import { type PanelSettings, revealFor, supervised, usualSettings } from "./PanelSettings.js";
import { renderCustomer } from "./renderCustomer.js";
import { SimulatorControls } from "./SimulatorControls.js";
import { TopBar } from "./TopBar.js";
import { type View, viewAtFirst } from "./View.js";
import { chinese } from "./words/chinese.js";
import { english } from "./words/english.js";

const actions = [retrieve, threeParty, connectAndLeave, hangUp];

export type DemoPageProps = {
  gateway: Gateway;
  session: AgentSessionStore;
  desktop: AgentDesktop;
  /** Null where the gateway is a real one. */
  simulator: SimulatorRemote | null;
};

/** A small agent desktop: who is signed in, the panel in its column, the events, and the drawer with the controls. */
export function DemoPage({ gateway, session, desktop, simulator }: DemoPageProps): ReactNode {
  const [view, setView] = useState<View>(viewAtFirst);
  const [settings, setSettings] = useState<PanelSettings>(usualSettings);
  const words = view.language === "zh" ? chinese : english;
  const isSignedIn = useStore(session, (state) => state.session !== null);
  const mask = settings.masks ? maskNumber : undefined;
  const { noteCallback } = desktop.getState();
  const showsForm = useStore(desktop, (state) => state.wantsSignIn);
  const panel = useRef<HoldListPanelHandle>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.documentElement.lang = words.panel.language;
    document.documentElement.dataset.scheme = view.scheme;
  }, [words, view.scheme]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey && event.code === "KeyR" && !event.repeat) panel.current?.retrieveLongestHeld();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const goToSignIn = () => {
    flushSync(() => desktop.getState().wantSignIn(true));
    passwordField.current?.focus();
  };
  const panelControls = <PanelControls settings={settings} onChange={setSettings} desktop={desktop} words={words} />;
  return (
    <div className="demo" data-panel={view.panel} data-drawer={view.drawer ? "open" : "closed"}>
      <TopBar view={view} onChange={setView} isSimulated={simulator !== null} words={words} />
      <main className="demo-main">
        <div className="demo-work">
          <HoldListProvider
            gateway={gateway}
            session={session}
            attention={settings.attention}
            onHeld={(call) => noteCallback(call, { name: "onHeld" })}
            onLeft={(call, reason) => noteCallback(call, { name: "onLeft", detail: reason })}
            onAttention={(call, level) => noteCallback(call, { name: "onAttention", detail: level })}
          >
            <AgentCard
              desktop={desktop}
              isSignedIn={isSignedIn}
              isSimulated={simulator !== null}
              passwordField={passwordField}
              words={words}
            />
            <HoldListPanel
              labels={words.panel}
              order={settings.order}
              mask={mask}
              sound={settings.sound}
              notifications={settings.notifications}
              revealFor={revealFor}
              renderCall={renderCustomer}
              actions={settings.acts ? actions : undefined}
              onAction={(call, report) => noteCallback(call, { name: "onAction", detail: outcome(report) })}
              handleRef={panel}
              onSignIn={showsForm ? undefined : goToSignIn}
            />
          </HoldListProvider>
          {settings.supervises && (
            <HoldListProvider gateway={gateway} session={session} supervised={supervised}>
              <HoldListPanel labels={words.panel} order={settings.order} mask={mask} />
            </HoldListProvider>
          )}
        </div>
        <EventLog desktop={desktop} mask={mask} words={words} />
      </main>
      {view.drawer && (
        <ControlsDrawer name={words.controls}>
          {simulator === null ? (
            panelControls
          ) : (
            <SimulatorControls
              simulator={simulator}
              desktop={desktop}
              isSignedIn={isSignedIn}
              mask={mask}
              words={words}
            >
              {panelControls}
            </SimulatorControls>
          )}
        </ControlsDrawer>
      )}
    </div>
  );
}

/** What became of an action, in a few words for the log. */
function outcome(report: CallActionReport): string {
  const said = `${report.action} ${report.kind}`;
  if (report.kind === "started") return said;
  return `${said} ${report.kind === "confirmed" ? `${Math.round(report.after)} ms` : report.code}`;
}
