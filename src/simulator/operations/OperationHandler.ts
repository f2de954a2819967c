import { type SimulatedAgent } from "../state/SimulatedAgent.js";
import { type SimulatedSession } from "../state/SimulatedSession.js";
import { type SimulatorState } from "../state/SimulatorState.js";
import { type GatewayAnswer } from "./GatewayAnswer.js";

/** A request for a known operation. */
export interface OperationRequest {
  state: SimulatorState;
  agent: SimulatedAgent;
  callId: string | null;
  workNo: string | null;
  /** The parsed body; `undefined` if it is not JSON. */
  body: unknown;
  signal: AbortSignal;
}

/** A request whose Guid was accepted. */
export interface SignedInRequest extends OperationRequest {
  session: SimulatedSession;
  guid: string;
}

/** Serves an operation that needs no Guid. */
export type SignInHandler = (request: OperationRequest) => GatewayAnswer;

/** Serves an operation that moves no call. */
export type QueryHandler = (request: SignedInRequest) => GatewayAnswer | Promise<GatewayAnswer>;

/** Returns the retcode that refuses the action, or a function that carries it out. */
export type ActionHandler = (request: SignedInRequest) => string | (() => void);
