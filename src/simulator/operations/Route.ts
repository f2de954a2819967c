import { type Operation } from "../state/operationNames.js";

/** The operation that a request names, or the retcode that refuses its address. */
export type Route =
  | { operation: Operation; agentId: string | null; callId: string | null; workNo: string | null }
  | { operation: null; retcode: "000-001" | "000-002" };
