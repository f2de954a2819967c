import { createGateway } from "../gateway/createGateway.js";
import { isInsecurePage } from "../gateway/gatewayAddress.js";
import { GatewayError } from "../gateway/GatewayError.js";
import type { ElementGateway, GatewayProblem } from "./ElementGateway.js";

/**
 * The gateway at an address. An address that no Guid may be sent to is reported as an error of the page, since a wrong attribute
 * must not break it. The gateway then sends nothing and fails every request.
 */
export function createElementGateway(baseUrl: string): ElementGateway {
  try {
    return { gateway: createGateway({ baseUrl }), problem: isInsecurePage(baseUrl) ? "insecure" : null };
  } catch (error) {
    reportError(error);
    const problem: GatewayProblem = /^http:/i.test(baseUrl) ? "insecure" : "no-gateway";
    const fail = () => Promise.reject(new GatewayError({ kind: "not-sent", reason: problem }));
    return { gateway: { baseUrl, fetchHoldList: fail, send: fail }, problem };
  }
}
