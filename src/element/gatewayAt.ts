import { createGateway } from "../gateway/createGateway.js";
import { GatewayError } from "../gateway/GatewayError.js";
import type { Gateway } from "../gateway/Gateway.js";

/**
 * The gateway at an address. One that is no address that a Guid may be sent to is reported as the page's fault, and a gateway
 * that is never reached stands in for it: a wrong attribute must not break the page.
 */
export function gatewayAt(baseUrl: string): Gateway {
  try {
    return createGateway({ baseUrl });
  } catch (error) {
    reportError(error);
    const notReached = () => Promise.reject(new GatewayError({ kind: "not-sent", reason: "no-gateway" }));
    return { baseUrl, fetchHoldList: notReached, send: notReached };
  }
}
