import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createAgentDesktop } from "../../src/demo/createAgentDesktop.js";
import { createScene } from "../../src/demo/createScene.js";
import { createSimulatorRemote } from "../../src/demo/createSimulatorRemote.js";
import { sceneAgent, sceneSteps } from "../../src/demo/scene.js";
import { createAgentSession } from "../../src/index.js";
import { createControlledFetch } from "../../src/simulator/server/createControlledFetch.js";
import { createSimulator } from "../../src/simulator/simulator.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const simulator = createSimulator();
  const access = { baseUrl: "https://simulator.invalid", fetch: createControlledFetch(simulator), isSimulated: true };
  const session = createAgentSession();
  const scene = createScene(createAgentDesktop(access, session), session, createSimulatorRemote(access));
  const held = () => simulator.agent(sceneAgent.agentId).heldCalls.map(({ callId }) => callId.slice(-1));
  return { simulator, session, scene, held };
}

it("signs in, plays each step at its time, and leaves calls to retrieve and no fault", async () => {
  const { simulator, session, scene, held } = open();
  void scene.getState().start();
  await vi.advanceTimersByTimeAsync(1);
  expect(session.getState().session?.agentId).toBe(sceneAgent.agentId);
  const seen: unknown[] = [];
  for (const [step, { at }] of sceneSteps.entries()) {
    await vi.advanceTimersByTimeAsync(at + 10 - (sceneSteps[step - 1]?.at ?? -10));
    expect(scene.getState().phase).toMatchObject({ step });
    seen.push([held().join(""), simulator.faults.length]);
  }
  expect(seen).toEqual([
    ["12", 0],
    ["123", 0],
    ["123", 0],
    ["123", 0],
    ["13", 0],
    ["13", 1],
    ["13", 0],
    ["13", 0],
  ]);
  expect(scene.getState().phase.kind).toBe("ended");
});

it("stops at once, clears its fault, and can be played again with new calls", async () => {
  const { simulator, scene, held } = open();
  const isFault = ({ change }: (typeof sceneSteps)[number]) => change?.kind === "fault";
  void scene.getState().start();
  await vi.advanceTimersByTimeAsync((sceneSteps.find(isFault)?.at ?? NaN) + 50);
  expect(simulator.faults).toHaveLength(1);
  scene.getState().stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(simulator.faults).toEqual([]);
  expect(scene.getState().phase).toEqual({ kind: "ready" });
  void scene.getState().start();
  await vi.advanceTimersByTimeAsync(1);
  expect(held()).toEqual(["1", "2"]);
});

it("stops when the agent is signed out", async () => {
  const { session, scene } = open();
  void scene.getState().start();
  await vi.advanceTimersByTimeAsync(1);
  session.getState().signOut();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(scene.getState().phase).toEqual({ kind: "ready" });
});
