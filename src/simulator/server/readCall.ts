import { number, object, oneOf, text, whole } from "./readers.js";

/** Validates the fields of a new call. All are optional. */
export const readCall = object(
  {},
  {
    callId: text,
    callType: whole(Number.MIN_SAFE_INTEGER),
    caller: text,
    called: text,
    skill: text,
    heldSince: number(0),
    state: oneOf("held", "current"),
  },
);
