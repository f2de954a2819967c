import { type Action, type Operation } from "./operationNames.js";

/** The requests that a fault applies to. */
interface Scope<On> {
  /** The operation that it applies to. */
  on?: On | undefined;
  /** Only requests of this agent. @default every agent */
  agentId?: string | undefined;
  /** The number of requests that it applies to. @default until cleared */
  times?: number | undefined;
}

/** Applies to any request; by default to those for the hold list. */
type OfRequest = Scope<Operation | "any">;
/** Applies to a hold list that would be empty. */
type OfHoldList = Scope<"holdList" | "holdListEx">;
/** Applies to operations that move a call; by default to all of them. */
type OfAction = Scope<Action | "any">;

/** The form of a hold list without calls on the wire. The form that a real gateway uses is unknown. */
export type EmptyListForm = "400-003" | "array" | "object" | "null" | "text" | "absent";

/** A fault to inject. */
export type Fault =
  /** Refuses with any retcode, before the Guid is checked. */
  | ({ kind: "retcode"; retcode: string; message?: string | undefined } & OfRequest)
  /** Answers an HTTP status from 200 to 599, as a proxy might. `retryAfter` is the header's text: seconds or a date. */
  | ({ kind: "http"; status: number; retryAfter?: string | undefined; body?: string | undefined } & OfRequest)
  /** Delays the request by `delay` ms, in addition to the `latency` setting. */
  | ({ kind: "latency"; delay: number } & OfRequest)
  /** Never answers. With `after: "headers"` the status and headers are sent and the body never ends. */
  | ({ kind: "silence"; after?: "headers" | undefined } & OfRequest)
  /** Cuts the connection without an answer: fetch rejects with a TypeError. */
  | ({ kind: "disconnect" } & OfRequest)
  /** Redirects to `location`. `status` is 302 by default. */
  | ({ kind: "redirect"; location: string; status?: 301 | 302 | 303 | 307 | 308 | undefined } & OfRequest)
  /** Answers HTTP 200 with this body. `contentType` is `application/json` by default. */
  | ({ kind: "body"; body: string; contentType?: string | undefined } & OfRequest)
  /** Serves the request and adds `Set-GUID` to the answer: a real renewal, or the literal `value`. */
  | ({ kind: "setGuid"; value?: string | undefined } & OfRequest)
  /** Sets the form of a list without calls. Without this fault it is an empty array. */
  | ({ kind: "empty"; as: EmptyListForm } & OfHoldList)
  /** Accepts the operation and never carries it out. */
  | ({ kind: "notDone" } & OfAction)
  /** Accepts the operation and carries it out `after` ms later, if it is still possible then. */
  | ({ kind: "doneLate"; after: number } & OfAction)
  /** Carries the operation out, then cuts the connection or never answers: the client cannot know the outcome. */
  | ({ kind: "answerLost"; by?: "disconnect" | "silence" | undefined } & OfAction);

export type FaultKind = Fault["kind"];

/** A fault that has been ordered and is not used up. */
export interface OrderedFault {
  /** Identifies the fault when it is cleared. */
  id: string;
  fault: Fault;
  /** The number of requests that it will still apply to; null: until cleared. */
  remaining: number | null;
}
