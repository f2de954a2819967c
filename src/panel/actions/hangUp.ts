import { hangUpCall } from "../../gateway/callOperations.js";
import { createHeldCallAction } from "./createHeldCallAction.js";

/**
 * Hangs up a held call, after a confirmation. The gateway's manual does not say whether it hangs up a call that is on hold; the row
 * shows the outcome.
 */
export const hangUp = /* @__PURE__ */ createHeldCallAction({
  id: "hang-up",
  labels: (labels) => labels.hangUp,
  isFinal: true,
  endsHold: true,
  run: ({ call, gateway, request }) => gateway.send(hangUpCall(call.callId), request),
});
