import { retrieveCall } from "../../gateway/callOperations.js";
import { createHeldCallAction } from "./createHeldCallAction.js";

/** Takes a call off hold, so that the agent talks to it. */
export const retrieve = /* @__PURE__ */ createHeldCallAction({
  id: "retrieve",
  labels: (labels) => labels.retrieve,
  movesVoice: true,
  endsHold: true,
  run: ({ call, gateway, request }) => gateway.send(retrieveCall(call.callId), request),
});
