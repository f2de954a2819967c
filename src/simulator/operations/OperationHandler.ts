import { type GatewayAnswer } from "./GatewayAnswer.js";
import { type SimulatedAgent } from "../state/SimulatedAgent.js";
import { type SimulatedSession } from "../state/SimulatedSession.js";
import { type SimulatorState } from "../state/SimulatorState.js";

/** A request for a known operation. */
export interface OperationRequest {
  state: SimulatorState;
  agent: SimulatedAgent;
  callId: string | null;
  workNo: string | null;
  /** What its body holds: `undefined` if that is not JSON. */
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

/** Serves an operation that answers with something to read. */
export type QueryHandler = (request: SignedInRequest) => GatewayAnswer | Promise<GatewayAnswer>;

/** Looks whether a call can be moved: gives the retcode that refuses it, or what to do. */
export type ActionHandler = (request: SignedInRequest) => string | (() => void);
