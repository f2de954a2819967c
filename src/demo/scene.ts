import type { Fault, SimulatedCall } from "../simulator/simulator.js";

/** A call of the scene. Its ID is the second in which the scene starts, followed by `-` and `number`. */
export type SceneCall = Omit<SimulatedCall, "callId"> & { readonly number: number };

/** What a step changes. */
export type SceneChange =
  | { readonly kind: "hold"; readonly call: SceneCall }
  | { readonly kind: "hang-up"; readonly number: number }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "clear-faults" };

/** One step. `at`: ms after the start of the scene. */
export type SceneStep = { readonly at: number; readonly text: string; readonly change?: SceneChange };

const hotline = "+18005550199";
const incoming = { callType: 0, called: hotline };
const outgoing = { callType: 7, caller: hotline };

/** The agent of the scene. */
export const sceneAgent = { agentId: "291", password: "demo", phoneNumber: "40038" };

/** The calls on hold when the agent signs in, and for how many ms each has been. */
export const waitingCalls: readonly { readonly call: SceneCall; readonly heldFor: number }[] = [
  { call: { ...incoming, number: 1, caller: "+12025550144", skill: "Billing" }, heldFor: 164_000 },
  { call: { ...incoming, number: 2, caller: "+13125550118", skill: "Orders" }, heldFor: 51_000 },
];

/** The steps, in the order of their times. The last one ends the scene. */
export const sceneSteps: readonly SceneStep[] = [
  { at: 0, text: "You are the agent. Two customers are on hold; the longest wait is first." },
  {
    at: 4_000,
    text: "You put a third call on hold. Its time is exact, because the panel gets the gateway’s events.",
    change: { kind: "hold", call: { ...outgoing, number: 3, called: "+14155550171", skill: "Technical support" } },
  },
  { at: 8_500, text: "After one minute a hold counts as long: the row turns amber." },
  { at: 15_500, text: "After three minutes it is too long: the row turns red, and the header counts it." },
  {
    at: 20_000,
    text: "A customer hangs up. The row says so before it leaves.",
    change: { kind: "hang-up", number: 2 },
  },
  {
    at: 25_000,
    text: "The connection is lost. The list stays, with the reason and the time of the last good answer.",
    change: { kind: "fault", fault: { kind: "disconnect", on: "holdList" } },
  },
  {
    at: 31_000,
    text: "The connection is back, and the list is up to date again.",
    change: { kind: "clear-faults" },
  },
  { at: 35_000, text: "Your turn: retrieve a call, or use the controls." },
];
