import { type EmptyListForm, type Fault, type FaultKind } from "../state/Fault.js";
import { actions, operations } from "../state/operationNames.js";
import { number, object, oneOf, type Reader, text, whole } from "./readers.js";

const emptyForms = ["400-003", "array", "object", "null", "text", "absent"] as const satisfies EmptyListForm[];

const anyScope = { agentId: text, times: whole(1) };
const ofRequest = { ...anyScope, on: oneOf(...operations, "any") };
const ofHoldList = { ...anyScope, on: oneOf("holdList", "holdListEx") };
const ofAction = { ...anyScope, on: oneOf(...actions, "any") };

const milliseconds = number(0);

const readers: { [K in FaultKind]: Reader<Extract<Fault, { kind: K }>> } = {
  retcode: object({ kind: oneOf("retcode"), retcode: text }, { message: text, ...ofRequest }),
  http: object({ kind: oneOf("http"), status: whole(200, 599) }, { retryAfter: text, body: text, ...ofRequest }),
  latency: object({ kind: oneOf("latency"), delay: milliseconds }, ofRequest),
  silence: object({ kind: oneOf("silence") }, { after: oneOf("headers"), ...ofRequest }),
  disconnect: object({ kind: oneOf("disconnect") }, ofRequest),
  redirect: object(
    { kind: oneOf("redirect"), location: text },
    { status: oneOf(301, 302, 303, 307, 308), ...ofRequest },
  ),
  body: object({ kind: oneOf("body"), body: text }, { contentType: text, ...ofRequest }),
  setGuid: object({ kind: oneOf("setGuid") }, { value: text, ...ofRequest }),
  empty: object({ kind: oneOf("empty"), as: oneOf(...emptyForms) }, ofHoldList),
  notDone: object({ kind: oneOf("notDone") }, ofAction),
  doneLate: object({ kind: oneOf("doneLate"), after: milliseconds }, ofAction),
  answerLost: object({ kind: oneOf("answerLost") }, { by: oneOf("disconnect", "silence"), ...ofAction }),
};

const kindOf = oneOf(...(Object.keys(readers) as FaultKind[]));

/** Validates a fault to order. */
export const readFault: Reader<Fault> = (value, path) => {
  const kind = typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
  return readers[kindOf(kind, `${path}.kind`)](value, path);
};
