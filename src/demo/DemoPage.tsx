import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useStore } from "zustand";
import { type AgentSessionStore, type Gateway, HoldListPanel, HoldListProvider } from "../index.js";
import { AgentCard } from "./AgentCard.js";
import type { AgentDesktop } from "./createAgentDesktop.js";
import type { SimulatorRemote } from "./createSimulatorRemote.js";
import { renderCustomer } from "./renderCustomer.js";
import { EventLog } from "./EventLog.js";
import { SimulatorDrawer } from "./SimulatorDrawer.js";
import { TopBar } from "./TopBar.js";
import { type View, viewAtFirst } from "./View.js";
import { chinese } from "./words/chinese.js";
import { english } from "./words/english.js";

export type DemoPageProps = {
  gateway: Gateway;
  session: AgentSessionStore;
  desktop: AgentDesktop;
  /** Null where the gateway is a real one. */
  simulator: SimulatorRemote | null;
};

/** A small agent desktop: who is signed in, the panel in its column, the events, and the simulator's drawer. */
export function DemoPage({ gateway, session, desktop, simulator }: DemoPageProps): ReactNode {
  const [view, setView] = useState<View>(viewAtFirst);
  const words = view.language === "zh" ? chinese : english;
  const isSignedIn = useStore(session, (state) => state.session !== null);
  const showsForm = useStore(desktop, (state) => state.wantsSignIn);
  const passwordField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.documentElement.lang = words.panel.language;
    document.documentElement.dataset.scheme = view.scheme;
  }, [words, view.scheme]);

  const goToSignIn = () => {
    flushSync(() => desktop.getState().wantSignIn(true));
    passwordField.current?.focus();
  };
  return (
    <div className="demo" data-panel={view.panel} data-drawer={simulator !== null && view.drawer ? "open" : "closed"}>
      <TopBar view={view} onChange={setView} isSimulated={simulator !== null} words={words} />
      <main className="demo-main">
        <div className="demo-work">
          <AgentCard
            desktop={desktop}
            isSignedIn={isSignedIn}
            isSimulated={simulator !== null}
            passwordField={passwordField}
            words={words}
          />
          <HoldListProvider gateway={gateway} session={session}>
            <HoldListPanel
              labels={words.panel}
              renderCall={renderCustomer}
              onSignIn={showsForm ? undefined : goToSignIn}
            />
          </HoldListProvider>
        </div>
        <EventLog desktop={desktop} words={words} />
      </main>
      {simulator !== null && view.drawer && (
        <SimulatorDrawer simulator={simulator} desktop={desktop} isSignedIn={isSignedIn} words={words} />
      )}
    </div>
  );
}
