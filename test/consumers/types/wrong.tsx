// What must not compile.
import {
  createAgentSession,
  createGateway,
  createHeldCallAction,
  type HeldCall,
  type HoldListLabels,
  HoldListPanel,
  HoldListProvider,
  RetrieveLongestHeldButton,
  useHoldList,
} from "hold-list-panel";
import { createSimulator } from "hold-list-panel/simulator";

const gateway = createGateway({ baseUrl: "" });
const session = createAgentSession();

// @ts-expect-error -- where the gateway is must be said
createGateway({});
// @ts-expect-error -- a number of milliseconds
createGateway({ baseUrl: "", timeout: "10s" });
// @ts-expect-error -- the Guid belongs to the session
createGateway({ baseUrl: "", guid: "0123" });
// @ts-expect-error -- an agent without a Guid is not signed in
createAgentSession({ agentId: "291" });
// @ts-expect-error -- an agent ID is text or a number
session.getState().signIn({ agentId: null, guid: "0123" });
// @ts-expect-error -- whose Guid it is must be said
session.getState().renewGuid("0123");
// @ts-expect-error -- null where no one is signed in
void session.getState().session.guid;

// @ts-expect-error -- a provider needs a gateway
export const noGateway = <HoldListProvider session={session} />;
// @ts-expect-error -- a provider needs a session
export const noSession = <HoldListProvider gateway={gateway} />;
// @ts-expect-error -- both thresholds or none
export const half = <HoldListProvider gateway={gateway} session={session} attention={{ long: 1 }} />;
// @ts-expect-error -- the store, not what is in it
export const inside = <HoldListProvider gateway={gateway} session={session.getState()} />;

// @ts-expect-error -- no such order
export const order = <HoldListPanel order="shortest-first" />;
// @ts-expect-error -- words, not a locale
export const locale = <HoldListPanel labels="zh-CN" />;
// @ts-expect-error -- a count is told by a function
export const count = <HoldListPanel labels={{ count: "3 calls" }} />;
// @ts-expect-error -- no such word
export const word = <HoldListPanel labels={{ headding: "On hold" }} />;
// @ts-expect-error -- what is inside is the panel's
export const children = <HoldListPanel>Mine</HoldListPanel>;
// @ts-expect-error -- a function of the number
export const mask = <HoldListPanel mask />;
// @ts-expect-error -- no such prop
export const prop = <HoldListPanel pollInterval={500} />;

// @ts-expect-error -- an action by its name brings nothing along
export const named = <HoldListPanel actions={["retrieve"]} />;
const bare = [{ id: "park", run: () => Promise.resolve(), words: { label: "Park" } }];
// @ts-expect-error -- an action that was made by hand
export const unmade = <HoldListPanel actions={bare} />;
// @ts-expect-error -- an action needs its words
createHeldCallAction({ id: "park", run: () => Promise.resolve() });
// @ts-expect-error -- what it does on a press is the button's
export const press = <RetrieveLongestHeldButton action={undefined} onClick={() => {}} />;

export function Reader() {
  const list = useHoldList();
  // @ts-expect-error -- there are calls only where there is a list
  void list.calls;
  if (list.status !== "ready") return null;
  // @ts-expect-error -- the gateway's list is not the host's to change
  list.calls.push(list.calls[0]);
  // @ts-expect-error -- there may be none
  void list.calls[0].callId;
  // @ts-expect-error -- since when a call is held is not in the list
  void list.calls[0]?.heldSince;
  return null;
}

export function change(call: HeldCall, labels: HoldListLabels) {
  // @ts-expect-error -- a call is what the gateway said
  call.caller = "";
  // @ts-expect-error -- words are replaced by a prop
  labels.heading = "";
}

// @ts-expect-error -- no such fault
createSimulator().order({ kind: "explosion" });
// @ts-expect-error -- a delay is needed
createSimulator().order({ kind: "latency" });
