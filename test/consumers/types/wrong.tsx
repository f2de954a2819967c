// Wrong uses, which must not compile.
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

// @ts-expect-error -- the gateway's address is required
createGateway({});
// @ts-expect-error -- a number of milliseconds
createGateway({ baseUrl: "", timeout: "10s" });
// @ts-expect-error -- the Guid is part of the session
createGateway({ baseUrl: "", guid: "0123" });
// @ts-expect-error -- an agent without a Guid is not signed in
createAgentSession({ agentId: "291" });
// @ts-expect-error -- an agent ID is text or a number
session.getState().signIn({ agentId: null, guid: "0123" });
// @ts-expect-error -- whose Guid it is must be said
session.getState().renewGuid("0123");
// @ts-expect-error -- null while nobody is signed in
void session.getState().session.guid;

// @ts-expect-error -- the gateway is required
export const noGateway = <HoldListProvider session={session} />;
// @ts-expect-error -- the session is required
export const noSession = <HoldListProvider gateway={gateway} />;
// @ts-expect-error -- both thresholds are required
export const half = <HoldListProvider gateway={gateway} session={session} attention={{ long: 1 }} />;
// @ts-expect-error -- the store, not its state
export const inside = <HoldListProvider gateway={gateway} session={session.getState()} />;

// @ts-expect-error -- no such order
export const order = <HoldListPanel order="shortest-first" />;
// @ts-expect-error -- labels, not a locale
export const locale = <HoldListPanel labels="zh-CN" />;
// @ts-expect-error -- this label is a function
export const count = <HoldListPanel labels={{ count: "3 calls" }} />;
// @ts-expect-error -- no such label
export const word = <HoldListPanel labels={{ headding: "On hold" }} />;
// @ts-expect-error -- the panel takes no children
export const children = <HoldListPanel>Mine</HoldListPanel>;
// @ts-expect-error -- a function of the number
export const mask = <HoldListPanel mask />;
// @ts-expect-error -- no such prop
export const prop = <HoldListPanel pollInterval={500} />;

// @ts-expect-error -- an action is an object, not a name
export const named = <HoldListPanel actions={["retrieve"]} />;
const bare = [{ id: "park", run: () => Promise.resolve(), words: { label: "Park" } }];
// @ts-expect-error -- an action comes from createHeldCallAction
export const unmade = <HoldListPanel actions={bare} />;
// @ts-expect-error -- an action's labels are required
createHeldCallAction({ id: "park", run: () => Promise.resolve() });
// @ts-expect-error -- the button takes no onClick
export const press = <RetrieveLongestHeldButton action={undefined} onClick={() => {}} />;

export function Reader() {
  const list = useHoldList();
  // @ts-expect-error -- only a ready list has calls
  void list.calls;
  if (list.status !== "ready") return null;
  // @ts-expect-error -- the list is read-only
  list.calls.push(list.calls[0]);
  // @ts-expect-error -- may be null
  void list.calls[0].callId;
  // @ts-expect-error -- the gateway does not report when a hold began
  void list.calls[0]?.heldSince;
  return null;
}

export function change(call: HeldCall, labels: HoldListLabels) {
  // @ts-expect-error -- a call is read-only
  call.caller = "";
  // @ts-expect-error -- labels are read-only, and replaced by a prop
  labels.heading = "";
}

// @ts-expect-error -- no such fault
createSimulator().order({ kind: "explosion" });
// @ts-expect-error -- the delay is required
createSimulator().order({ kind: "latency" });
