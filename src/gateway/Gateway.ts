import type { HoldListAnswer } from "./parseHoldList.js";

/** The credentials of a request, its abort signal, and its callbacks. */
export type GatewayRequest = {
  readonly agentId: string;
  readonly guid: string;
  /** The Guid before the last renewal. It is not sent, but removed from the texts of the answer, as `guid` is. */
  readonly formerGuid?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with the `Set-GUID` header of the answer, whatever the body says. */
  readonly onSetGuid?: ((header: string) => void) | undefined;
  /**
   * Called with the `Date` header of the answer when the page may read it: ms since 1970, in whole seconds. Not called for an answer
   * from a store.
   */
  readonly onDate?: ((time: number) => void) | undefined;
};

/** A request for a hold list. */
export type HoldListRequest = GatewayRequest & {
  /**
   * Called with the age of the list in ms when the list was not read from the gateway just now: a pushed list, or an answer that a
   * service worker or a proxy had stored. A page on another origin can tell a stored answer only when the gateway sends
   * `Access-Control-Expose-Headers: Date, Age`.
   */
  readonly onAge?: ((age: number) => void) | undefined;
  /**
   * The agent whose list a supervisor reads. That agent must be of the same VDN and, in a cluster, of the same node.
   * @default the agent who sends the request
   */
  readonly supervised?: string | undefined;
  /** The last list of this gateway. It is returned again, as the same object, when the answer has the same text. */
  readonly known?: HoldListAnswer | undefined;
};

/** An operation that a gateway can perform. */
export type GatewayOperation = {
  readonly method: "POST" | "PUT" | "DELETE";
  /** The path below `/agentgateway/resource/`, with `{agentid}` for the agent who sends it: `voicecall/{agentid}/hold`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object | undefined;
};

/** A CC-Gateway, or another source of the same list. */
export type Gateway = {
  /** Identifies the gateway. Has no trailing slash. */
  readonly baseUrl: string;
  /**
   * Reads the held calls of the agent, or of the supervised agent. A read that has not settled after 30 s counts as failed.
   * @throws {GatewayError} for every failure. The reason of an abort is rethrown unchanged.
   */
  readonly fetchHoldList: (request: HoldListRequest) => Promise<HoldListAnswer>;
  /**
   * Sends an operation once; the client never retries it. (A browser may resend a request by itself when a kept-alive connection
   * closes without an answer.) The promise resolves when the gateway has accepted the operation. Only the list shows whether it
   * has been carried out.
   * @throws {GatewayError} for every failure. After most failures it is unknown whether the operation was carried out.
   */
  readonly send: (operation: GatewayOperation, request: GatewayRequest) => Promise<void>;
  /**
   * Registers a callback for new lists and returns its unsubscribe function. Present when the gateway learns of new lists without
   * being polled: see `createHoldListFeed`.
   */
  readonly subscribe?: ((onChange: () => void) => () => void) | undefined;
  /**
   * Whether the lists come from inside this page, as of `createHoldListFeed` and of a simulator, so that other tabs must not take them
   * for theirs.
   * @default false
   */
  readonly isInPage?: boolean | undefined;
};
