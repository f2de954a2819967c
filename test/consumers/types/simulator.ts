import {
  type Action,
  type CallEnd,
  ControlError,
  createSimulator,
  type EmptyListForm,
  type EventEnvelope,
  type Fault,
  type FaultKind,
  type GuidStanding,
  type LoggedRequest,
  type Operation,
  type OrderedFault,
  type SimulatedAgentView,
  type SimulatedCall,
  type SimulatedHeldCall,
  type Simulator,
  type SimulatorClock,
  type SimulatorControls,
  type SimulatorOptions,
  type SimulatorSettings,
  strictSettings,
} from "hold-list-panel/simulator";
import { createGateway } from "hold-list-panel";

const clock: SimulatorClock = { now: () => 0, sleep: () => Promise.resolve() };
const options: SimulatorOptions = { ...strictSettings, clock, random: () => 0.5, latency: 100 };
export const simulator: Simulator = createSimulator(options);
createSimulator();
export const gateway = createGateway({ baseUrl: "", fetch: simulator.fetch });
export const answer: Promise<Response> = simulator.handle(new Request("http://localhost/agentgateway/resource/"));

const controls: SimulatorControls = simulator;
const guid: string = controls.signIn("291");
const held: SimulatedHeldCall = controls.holdCall("291", { callId: "1501127996-2", heldSince: 0 });
const current: SimulatedCall = controls.takeCall("291");
const view: SimulatedAgentView = controls.agent("291");
const ends: CallEnd[] = ["customer", "retrieved", "released"];
for (const how of ends) controls.endCall("291", held.callId, how);
controls.sendEvent("291", { eventType: "AgentOther_InService", eventGenTime: undefined });
export const unsubscribe: () => void = controls.observeEvents("291", ({ workNo, eventList }: EventEnvelope) =>
  eventList.map(({ eventType }) => eventType + workNo),
);
controls.signOut(view.agentId + current.callId + guid);

const empty: EmptyListForm = "array";
const on: Operation = "retrieve" satisfies Action;
const faults: Fault[] = [
  { kind: "empty", as: empty },
  { kind: "retcode", retcode: "200-016", on },
  { kind: "silence", times: 2, agentId: undefined },
];
const ordered: OrderedFault[] = faults.map((fault) => controls.order(fault));
export const kinds: FaultKind[] = ordered.map(({ fault }) => fault.kind);
controls.clearFaults(ordered[0]?.id);
export const seen: GuidStanding[] = controls.requests.map((request: LoggedRequest) => request.guid);
controls.set({ latency: 0, guidRenewal: undefined } satisfies {
  [K in keyof SimulatorSettings]?: SimulatorSettings[K] | undefined;
});
try {
  controls.reset();
} catch (error) {
  if (error instanceof ControlError) error.message.trim();
}
