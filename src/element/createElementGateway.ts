import { createGateway } from "../gateway/createGateway.js";
import type { Gateway } from "../gateway/Gateway.js";
import { GatewayError } from "../gateway/GatewayError.js";

/**
 * The gateway at an address. An address that no Guid may be sent to is reported as an error of the page, since a wrong attribute
 * must not break it. The gateway then sends nothing and fails every request.
 */
export function createElementGateway(baseUrl: string): Gateway {
  try {
    return createGateway({ baseUrl });
  } catch (error) {
    reportError(error);
    const fail = () => Promise.reject(new GatewayError({ kind: "not-sent", reason: "no-gateway" }));
    return { baseUrl, fetchHoldList: fail, send: fail };
  }
}
