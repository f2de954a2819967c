import type { GatewayFailure } from "../gateway/GatewayError.js";
import { parseHoldList } from "../gateway/parseHoldList.js";
import { retcodeMeaning } from "../gateway/retcodes.js";
import { nextPoll, pollAnswered, pollFailed, type PollState, initialPollState } from "../hold-list/pollPolicy.js";
import { hangUp } from "../panel/actions/hangUp.js";
import { resolveActions } from "../panel/actions/actionLabels.js";
import { rowOutcome } from "../panel/actions/rowOutcome.js";
import { failureLabels } from "../panel/labels/failureLabels.js";
import { en } from "../panel/labels/en.js";
import { operationRefusal } from "../gateway/operationRefusals.js";

/** A retcode as the interface explains it. */
export type Explained = { readonly retcode: string; readonly meaning: string };

/** What a gateway may answer to a question for the hold list. */
export const listRetcodes: readonly Explained[] = [
  { retcode: "0", meaning: "Success." },
  { retcode: "400-003", meaning: "No call information when getting the hold queue: nothing is on hold." },
  {
    retcode: "100-006",
    meaning: "The agent is not signed in. A stale or wrong Guid gets the same answer, so once proves nothing.",
  },
  { retcode: "000-003", meaning: "No right to call the interface; the Guid may have expired." },
  { retcode: "100-008", meaning: "The agent has signed out already." },
  { retcode: "105-005", meaning: "Disaster recovery: the restore failed, or the Guid no longer matches." },
  { retcode: "105-006", meaning: "As 105-005." },
  { retcode: "105-007", meaning: "As 105-005." },
  {
    retcode: "300-001",
    meaning: "No permission to query agent information. What makes a hold list answer so is not public.",
  },
  { retcode: "000-004", meaning: "The agent is being switched over to another gateway." },
  { retcode: "105-001", meaning: "Disaster recovery: the agent is not cached." },
  { retcode: "105-002", meaning: "Disaster recovery: the restore is in progress." },
  { retcode: "105-003", meaning: "Disaster recovery: the restore has finished." },
  { retcode: "105-004", meaning: "Disaster recovery: the restore could not be queued." },
  { retcode: "000-007", meaning: "The interface was invoked repeatedly." },
  { retcode: "100-007", meaning: "An internal or resource error in the gateway." },
  { retcode: "000-001", meaning: "Wrong method." },
  { retcode: "000-002", meaning: "Wrong address or parameter." },
  { retcode: "000-006", meaning: "Wrong message parameter." },
  { retcode: "999-999", meaning: "Any other code: no source explains it." },
];

/** What a gateway may answer to an operation on a held call. */
export const operationRetcodes: readonly Explained[] = [
  { retcode: "200-005", meaning: "Connect: there is no call." },
  { retcode: "200-006", meaning: "Connect: there is no held call." },
  { retcode: "200-010", meaning: "Three-party: there is no call." },
  { retcode: "200-011", meaning: "Three-party: there is no held call." },
  { retcode: "200-013", meaning: "Hold, and by its page connect: there is no call." },
  { retcode: "200-014", meaning: "Hold, and by its page connect: wrong state." },
  { retcode: "200-015", meaning: "Retrieve: there is no such held call." },
  { retcode: "200-016", meaning: "Retrieve: wrong state." },
  { retcode: "200-017", meaning: "Hang up the current call: there is no call." },
  { retcode: "200-025", meaning: "Hang up by call ID: an error." },
];

/** What the panel makes of a retcode, as its own code says it. */
export type Reading = { readonly says: string; readonly polls: string };

const intervals = { visible: 2_000, hidden: 15_000, events: 30_000 };

/** What the panel does with a retcode that answers a question for the hold list, and goes on answering it. */
export function readListRetcode(retcode: string): Reading {
  if (isGoodAnswer(retcode)) {
    const wait = nextPoll(pollAnswered(0, 0.5), intervals, "visible");
    return {
      says: retcode === "0" ? "The calls, or: " + en.empty : en.empty,
      polls: `Goes on, after ${seconds(wait)}.`,
    };
  }
  if (retcodeMeaning(retcode) === "signed-out") return { says: en.signedOut, polls: pollsAfter(retcode, newSession) };
  const { title, reason } = failureLabels(failureOf(retcode), stopsFor(retcode), en);
  return { says: title === undefined ? reason : `${title}. ${reason}`, polls: pollsAfter(retcode) };
}

/** What the row of a call says when an operation on it is answered so. */
export function readOperationRetcode(retcode: string): string {
  const failure = failureOf(retcode);
  const saysOf = (state: { phase: "gone"; sent: true } | { phase: "refused"; failure: GatewayFailure }) =>
    rowOutcome({ action: hangUp, ...state }, resolveActions([hangUp], en))?.text ?? "";
  const refused = saysOf({ phase: "refused", failure });
  if (operationRefusal(retcode) !== "off-hold") return refused;
  return `${saysOf({ phase: "gone", sent: true })} Where a list that was read since still shows the call: ${refused}`;
}

function isGoodAnswer(retcode: string): boolean {
  try {
    return parseHoldList({ retcode, message: "", result: [] }).calls.length === 0;
  } catch {
    return false;
  }
}

/** The waits after the first outcome of this retcode, the second, and one of many, at the middle of the jitter. */
function waits(retcode: string, jitter: number) {
  const outcome = { failure: failureOf(retcode), guidRenewed: false, at: 0, jitter };
  const states: PollState[] = [];
  for (let state = initialPollState; states.length < 20; states.push(state)) state = pollFailed(state, outcome);
  return states.map((state) => nextPoll(state, intervals, "visible"));
}

const newSession = "until there is a new Guid or another sign-in";

function pollsAfter(retcode: string, until = `${newSession}, or the agent presses Retry`): string {
  const [first, second] = waits(retcode, 0.5);
  if (first === "silent") return `Stops at once, ${until}.`;
  if (second === "silent")
    return `Asks once more after ${seconds(first)}, or at once with a Guid that was renewed meanwhile; then stops, ${until}.`;
  const least = waits(retcode, 0).at(-1);
  const most = waits(retcode, 1).at(-1);
  const backsOff = `Goes on, later from failure to failure: in the end after ${seconds(least)} to ${seconds(most)}, at random.`;
  return first === 1 ? `Asks at once, but not twice in a row. ${backsOff}` : backsOff;
}

const stopsFor = (retcode: string) => waits(retcode, 0.5).includes("silent");

const failureOf = (retcode: string): GatewayFailure => ({ kind: "retcode", retcode, gatewayMessage: "" });

const seconds = (wait: number | "silent" | undefined) => `${Number(wait) / 1000} s`;
