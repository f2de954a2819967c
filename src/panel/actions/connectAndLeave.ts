import { connectCalls } from "../../gateway/callOperations.js";
import { createHeldCallAction } from "./createHeldCallAction.js";

/** Joins a held call and the current one, and leaves both, after a confirmation: it cannot be undone. */
export const connectAndLeave = /* @__PURE__ */ createHeldCallAction({
  id: "connect-and-leave",
  labels: (labels) => labels.connectAndLeave,
  movesVoice: true,
  needsCurrentCall: true,
  isFinal: true,
  endsHold: true,
  run: ({ call, gateway, request }) => gateway.send(connectCalls(call.callId), request),
});
