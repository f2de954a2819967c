import { type EmptyListForm } from "../state/Fault.js";
import { type Operation } from "../state/operationNames.js";
import { type SimulatedAgent } from "../state/SimulatedAgent.js";
import { type SimulatedCall } from "../state/SimulatedCall.js";
import { type SimulatorState } from "../state/SimulatorState.js";
import { answer, refusal } from "./answers.js";
import { type GatewayAnswer } from "./GatewayAnswer.js";
import { type QueryHandler } from "./OperationHandler.js";

/** The agent's own calls on hold. */
export const holdList: QueryHandler = ({ state, agent }) => listAnswer(state, "holdList", agent.agentId, agent);

/** Another agent's calls on hold. Which agents a real gateway permits is unknown; here all are. Order 300-001 to refuse. */
export const holdListEx: QueryHandler = ({ state, agent, workNo }) =>
  listAnswer(state, "holdListEx", agent.agentId, state.agents.get(workNo ?? ""));

function listAnswer(
  state: SimulatorState,
  operation: Operation,
  agentId: string,
  listed: SimulatedAgent | undefined,
): GatewayAnswer {
  const rows = [...(listed?.heldCalls.values() ?? [])].map(row);
  const fault = rows.length === 0 ? state.faults.take({ operation, agentId }, "empty") : undefined;
  return fault === undefined ? answer({ message: "", retcode: "0", result: rows }) : emptyList(fault.as);
}

/** A row with the fields of the documented sample, in the same order. */
function row({ callId, callType, caller, called, skill }: SimulatedCall): Record<string, unknown> {
  return {
    callfeature: callType,
    callid: callId,
    caller,
    called,
    callskill: skill,
    callskillid: 0,
    orgicallednum: "",
    calldata: null,
    begintime: null,
    endtime: null,
  };
}

function emptyList(form: EmptyListForm): GatewayAnswer {
  if (form === "400-003") return refusal("400-003", "No call information when getting the hold queue.");
  if (form === "absent") return answer({ message: "", retcode: "0" });
  const results = { array: [], object: {}, null: null, text: "" };
  return answer({ message: "", retcode: "0", result: results[form] });
}
