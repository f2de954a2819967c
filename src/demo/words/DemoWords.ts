import type { HeldCallActionLabels, HoldListLabels } from "../../index.js";
import type { LogEntry } from "../createAgentDesktop.js";
import type { FaultName } from "../faultChoices.js";
import type { SignInProblem } from "../SignInProblem.js";

/** Every word of the demo's own, and the panel's words in the same language. */
export type DemoWords = {
  readonly panel: HoldListLabels & HeldCallActionLabels;
  readonly title: string;
  readonly gateway: { readonly simulated: string; readonly real: string };
  readonly language: string;
  readonly scheme: { readonly name: string; readonly auto: string; readonly light: string; readonly dark: string };
  readonly width: { readonly name: string; readonly narrow: string; readonly wide: string };

  readonly signIn: string;
  readonly signInAgain: string;
  readonly signInAnyway: string;
  readonly cancel: string;
  readonly signOut: string;
  readonly agent: (agentId: string) => string;
  readonly agentId: string;
  readonly password: string;
  readonly phoneNumber: string;
  readonly signInHint: string;
  readonly problem: (problem: SignInProblem) => string;
  /** Before a sign-out, of callers who still wait. */
  readonly stillOnHold: (calls: number) => string;

  readonly events: string;
  readonly listening: { readonly yes: string; readonly no: string; readonly failing: string };
  readonly noEvents: string;
  readonly notes: Readonly<Record<Exclude<LogEntry["kind"], "event" | "callback">, string>>;

  readonly controls: string;
  readonly panelSettings: string;
  readonly thresholds: { readonly long: string; readonly tooLong: string };
  readonly order: {
    readonly name: string;
    readonly longest: string;
    readonly newest: string;
    readonly gateway: string;
  };
  readonly acts: SwitchWords;
  readonly supervises: SwitchWords;
  readonly masks: SwitchWords;
  readonly sound: SwitchWords;
  readonly notifications: SwitchWords;
  readonly passesEvents: SwitchWords;

  readonly simulatorGone: string;
  readonly calls: (agentId: string) => string;
  readonly addCall: string;
  readonly addCalls: (count: number) => string;
  readonly heldCall: string;
  readonly longest: string;
  readonly noHeldCalls: string;
  readonly hangUp: string;
  readonly retrieve: string;
  readonly talkingTo: (number: string) => string;
  readonly hold: string;
  readonly session: string;
  readonly renewGuid: string;
  readonly endSession: string;
  readonly faults: string;
  readonly faultsHint: string;
  readonly actionFaultsHint: string;
  readonly faultNames: Readonly<Record<FaultName, string>>;
  readonly otherFault: (kind: string) => string;
  readonly clearFaults: string;
  readonly latency: string;
  readonly noLatency: string;
  readonly requests: string;
  readonly noRequests: string;
  readonly requestColumns: readonly [time: string, operation: string, outcome: string, took: string];
  readonly waiting: string;
};

/** The name of a switch, and what it means when it is on, and off. */
type SwitchWords = { readonly name: string; readonly on: string; readonly off: string };
