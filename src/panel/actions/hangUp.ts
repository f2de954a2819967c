import { hangUpCall } from "../../gateway/callOperations.js";
import { createHeldCallAction } from "./createHeldCallAction.js";

/** Hangs up a held call. It asks first. Whether a gateway does so with a call on hold is unknown: the row tells. */
export const hangUp = /* @__PURE__ */ createHeldCallAction({
  id: "hang-up",
  labels: (labels) => labels.hangUp,
  isFinal: true,
  endsHold: true,
  run: ({ call, gateway, request }) => gateway.send(hangUpCall(call.callId), request),
});
