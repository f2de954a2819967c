import { type Action, type Operation } from "./operationNames.js";

/** Whom a fault strikes, and how often. */
interface Scope<On> {
  /** The operation that it strikes. */
  on?: On | undefined;
  /** Only requests of this agent. @default every agent */
  agentId?: string | undefined;
  /** How many requests it strikes. @default until cleared */
  times?: number | undefined;
}

/** Strikes any request, those for the hold list unless said otherwise. */
type OfRequest = Scope<Operation | "any">;
/** Strikes a hold list that would be empty. */
type OfHoldList = Scope<"holdList" | "holdListEx">;
/** Strikes operations that move a call, each of them unless said otherwise. */
type OfAction = Scope<Action | "any">;

/** How a hold list without calls looks on the wire; a real gateway's way is unknown. */
export type EmptyListForm = "400-003" | "array" | "object" | "null" | "text" | "absent";

/** Something that goes wrong to order. */
export type Fault =
  /** Refuses with any retcode, before the Guid is looked at. */
  | ({ kind: "retcode"; retcode: string; message?: string | undefined } & OfRequest)
  /** An HTTP status from 200 to 599, as of a proxy. `retryAfter` is the header's text: seconds or a date. */
  | ({ kind: "http"; status: number; retryAfter?: string | undefined; body?: string | undefined } & OfRequest)
  /** Serves the request `delay` ms later, on top of the latency of the settings. */
  | ({ kind: "latency"; delay: number } & OfRequest)
  /** Never answers; with `after: "headers"` status and headers come, and never the body. */
  | ({ kind: "silence"; after?: "headers" | undefined } & OfRequest)
  /** Cuts the connection without an answer: fetch rejects with a TypeError. */
  | ({ kind: "disconnect" } & OfRequest)
  /** Sends the client elsewhere. @see status, 302 by default */
  | ({ kind: "redirect"; location: string; status?: 301 | 302 | 303 | 307 | 308 | undefined } & OfRequest)
  /** Answers 200 with this body, whatever it is; `contentType` is `application/json` by default. */
  | ({ kind: "body"; body: string; contentType?: string | undefined } & OfRequest)
  /** Serves the request, and its answer carries `Set-GUID`: a real renewal, or the literal `value`. */
  | ({ kind: "setGuid"; value?: string | undefined } & OfRequest)
  /** The form of the list when no call is on hold; without this fault it is an empty array. */
  | ({ kind: "empty"; as: EmptyListForm } & OfHoldList)
  /** Accepts the operation, and never does it. */
  | ({ kind: "notDone" } & OfAction)
  /** Accepts the operation, and does it `after` ms, if it then still can. */
  | ({ kind: "doneLate"; after: number } & OfAction)
  /** Does the operation and cuts the connection, or never answers: the client cannot know. */
  | ({ kind: "answerLost"; by?: "disconnect" | "silence" | undefined } & OfAction);

export type FaultKind = Fault["kind"];

/** A fault as it stands in the book. */
export interface OrderedFault {
  /** To clear it by. */
  id: string;
  fault: Fault;
  /** How many requests it will still strike; null: until cleared. */
  remaining: number | null;
}
