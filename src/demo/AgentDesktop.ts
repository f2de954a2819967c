import type { StoreApi } from "zustand/vanilla";
import type { AttentionLevel, HeldCall, LeftReason } from "../index.js";
import type { GatewayEvent } from "./parseGatewayEvent.js";
import type { SignInProblem } from "./signInProblem.js";

/** A callback of the panel, as the log shows it. */
export type PanelCallback =
  | { readonly name: "onHeld" }
  | { readonly name: "onLeft"; readonly detail: LeftReason }
  | { readonly name: "onAttention"; readonly detail: AttentionLevel }
  /** The action and its outcome, as text. */
  | { readonly name: "onAction"; readonly detail: string };

/** What an entry of the log tells: an agent event, a callback of the panel, or a change of the desktop itself. */
export type LogContent =
  | ({ readonly kind: "event" } & GatewayEvent)
  | ({ readonly kind: "callback"; readonly call: HeldCall } & PanelCallback)
  | { readonly kind: "signed-in" | "signed-out" | "renewed" | "failed" | "recovered" };

/** An entry of the log. `at`: ms since 1970. */
export type LogEntry = { readonly id: number; readonly at: number } & LogContent;

/** The fields of the sign-in form. */
export type Credentials = { readonly agentId: string; readonly password: string; readonly phoneNumber: string };

/** The state of an {@link AgentDesktop}, and its actions. */
export type AgentDesktopState = {
  /** The agent who is or was last signed in, or whom the form suggests. */
  readonly agentId: string;
  /** Whether a sign-in or sign-out is under way. */
  readonly busy: boolean;
  readonly problem: SignInProblem | null;
  /** Whether the form is shown although there is a session. */
  readonly isFormOpen: boolean;
  readonly listening: "no" | "yes" | "failing";
  /** Whether the panel gets the answers of the event poll. */
  readonly forwardsEvents: boolean;
  /** Newest first. */
  readonly log: readonly LogEntry[];

  /** Signs in. `force` ends a session of the same agent elsewhere. */
  readonly signIn: (credentials: Credentials, force: boolean) => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly openForm: (isOpen: boolean) => void;
  readonly forwardEvents: (isOn: boolean) => void;
  readonly logCallback: (call: HeldCall, callback: PanelCallback) => void;
};

/** The logic of an agent desktop: sign-in, sign-out and events. */
export type AgentDesktop = StoreApi<AgentDesktopState>;
