import { createStore, type StoreApi } from "zustand/vanilla";
import type { AgentSessionStore } from "../index.js";
import type { AgentDesktop } from "./AgentDesktop.js";
import type { SimulatorRemote } from "./createSimulatorRemote.js";
import { pause } from "./pause.js";
import { sceneAgent, type SceneChange, sceneSteps, waitingCalls } from "./scene.js";

/** The state of a {@link Scene}. */
export type SceneState = {
  /** `step` is the index of the step that is shown. */
  readonly phase:
    { readonly kind: "ready" | "starting" } | { readonly kind: "playing" | "ended"; readonly step: number };
  /** Signs in and plays the scene from its first step. Never rejects. */
  readonly start: () => Promise<void>;
  /** Ends the scene and clears the faults. The calls stay. */
  readonly stop: () => void;
};

/** The scene that the demo plays. The page's timers drive it. */
export type Scene = StoreApi<SceneState>;

/** Creates a scene that has not been started. */
export function createScene(desktop: AgentDesktop, session: AgentSessionStore, simulator: SimulatorRemote): Scene {
  const { agentId } = sceneAgent;
  let running = new AbortController();
  let idPrefix = "";
  const callIdOf = (number: number) => `${idPrefix}-${number}`;

  const scene = createStore<SceneState>()((set) => ({
    phase: { kind: "ready" },
    start: async () => {
      running.abort();
      running = new AbortController();
      const { signal } = running;
      set({ phase: { kind: "starting" } });
      const signIn = await ignoringErrors(setUp);
      if (signal.aborted) return;
      if (signIn === undefined) return set({ phase: { kind: "ready" } });
      await play(signal);
    },
    stop: () => {
      running.abort();
      set({ phase: { kind: "ready" } });
      void ignoringErrors(simulator.clearFaults);
    },
  }));

  /** Puts the first calls on hold, and signs in. Gives back the sign-in; undefined where it was refused. */
  async function setUp(): Promise<number | undefined> {
    await simulator.clearFaults();
    const { heldCalls, currentCall } = (await simulator.view(agentId)).agent;
    const former = currentCall === null ? heldCalls : [...heldCalls, currentCall];
    await Promise.all(former.map(({ callId }) => simulator.endCall(agentId, callId, "customer")));
    const now = Date.now();
    idPrefix = String(Math.floor(now / 1_000));
    for (const { call, heldFor } of waitingCalls) {
      const { number, ...fields } = call;
      await simulator.holdCall(agentId, { ...fields, callId: callIdOf(number), heldSince: now - heldFor });
    }
    await desktop.getState().signIn(sceneAgent, true);
    // As a host does that knows since when each call has been on hold.
    for (const { call, heldFor } of waitingCalls) session.getState().setHeldSince(callIdOf(call.number), now - heldFor);
    return session.getState().session?.signIn;
  }

  async function play(signal: AbortSignal): Promise<void> {
    const startedAt = performance.now();
    for (const [step, { at, change }] of sceneSteps.entries()) {
      await pause(at - (performance.now() - startedAt), signal);
      if (signal.aborted) return;
      if (session.getState().session === null) return scene.setState({ phase: { kind: "ready" } });
      scene.setState({ phase: { kind: step === sceneSteps.length - 1 ? "ended" : "playing", step } });
      if (change !== undefined) await ignoringErrors(() => apply(change));
    }
  }

  function apply(change: SceneChange): Promise<unknown> {
    switch (change.kind) {
      case "hold": {
        const { number, ...fields } = change.call;
        return simulator.holdCall(agentId, { ...fields, callId: callIdOf(number) });
      }
      case "hang-up":
        return simulator.endCall(agentId, callIdOf(change.number), "customer");
      case "fault":
        return simulator.orderFault(change.fault);
      case "clear-faults":
        return simulator.clearFaults();
    }
  }

  return scene;
}

/** Somebody may have ended the call by hand, and the drawer reports an unreachable simulator. */
async function ignoringErrors<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch {
    return undefined;
  }
}
