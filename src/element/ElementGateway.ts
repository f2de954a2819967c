import type { Gateway } from "../gateway/Gateway.js";

/** Why a gateway can send nothing: no https, or an address that is none. */
export type GatewayProblem = "insecure" | "no-gateway";

/** The gateway of an element. With a problem it sends nothing, whoever signs in. */
export type ElementGateway = { readonly gateway: Gateway; readonly problem: GatewayProblem | null };
