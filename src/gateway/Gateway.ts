import type { HoldListAnswer } from "./parseHoldList.js";

/** Who asks, and how to stop. */
export type GatewayRequest = {
  readonly agentId: string;
  readonly guid: string;
  readonly signal?: AbortSignal | undefined;
  /** Called with the `Set-GUID` header of the answer, whatever else the answer says. */
  readonly onSetGuid?: ((header: string) => void) | undefined;
  /** Called with the time in the `Date` header of the answer, ms since 1970 in whole seconds, where the page may read it. */
  readonly onDate?: ((time: number) => void) | undefined;
};
/** Whose list is asked for. */
export type HoldListRequest = GatewayRequest & {
  /** Called where the answer was not had by asking now, with how old it is: ms. */
  readonly onAge?: ((age: number) => void) | undefined;
  /**
   * Another agent, whose list a supervisor reads: one of the same VDN and, in a cluster, of the same node.
   * @default the list of who asks
   */
  readonly supervised?: string | undefined;
};
// a browser ends a longer one at once

/** A CC-Gateway. */
export type Gateway = {
  /** Tells two gateways apart; without a slash at the end. */
  readonly baseUrl: string;
  /**
   * The calls that the agent, or the agent whom they supervise, has on hold now.
   * @throws {GatewayError} for every failure; an abort by `signal` is rethrown untouched.
   */
  readonly fetchHoldList: (request: HoldListRequest) => Promise<HoldListAnswer>;
  /**
   * Asks for an operation, once: never again by itself. It ends when the gateway has accepted, which is not done: that is for
   * the list to show. (A browser may send a request again by itself when a connection that it had kept dies unanswered.)
   * @throws {GatewayError} for every failure; after most of them it is unknown whether the operation was done.
   */
  readonly send: (operation: GatewayOperation, request: GatewayRequest) => Promise<void>;
  /** Calls back when there is a new list to be had, where the gateway knows it by itself: see `createHoldListFeed`. */
  readonly subscribe?: ((onChange: () => void) => () => void) | undefined;
};
// a browser ends a longer one at once
/** Something that a gateway can be asked to do. */
export type GatewayOperation = {
  readonly method: "POST" | "PUT" | "DELETE";
  /** Below `/agentgateway/resource/`, with `{agentid}` for who asks: `voicecall/{agentid}/hold`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object | undefined;
};
