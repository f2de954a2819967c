import { joinThreeParty } from "../../gateway/callOperations.js";
import { createHeldCallAction } from "./createHeldCallAction.js";

/** Joins a held call to the current one in a three-party call. */
export const threeParty = /* @__PURE__ */ createHeldCallAction({
  id: "three-party",
  labels: (labels) => labels.threeParty,
  movesVoice: true,
  needsCurrentCall: true,
  endsHold: true,
  run: ({ call, gateway, request }) => gateway.send(joinThreeParty(call.callId), request),
});
