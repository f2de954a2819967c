// Every export and every prop, as a host may write them under strict settings. It is compiled, never run.
import {
  type FormatNumber,
  type AgentSession,
  type AgentSessionState,
  type AgentSessionStore,
  type AttentionLevel,
  type AttentionSetting,
  type AttentionThresholds,
  type CallDirection,
  callDirection,
  type CallTypeName,
  callTypeName,
  createAgentSession,
  type Certainty,
  createGateway,
  createHoldListFeed,
  type Doubt,
  en,
  type Gateway,
  GatewayError,
  type GatewayFailure,
  type GatewayOptions,
  type GatewayRequest,
  type HeldCall,
  type HeldTime,
  type HoldList,
  type HoldListFeed,
  type HoldListFeedOptions,
  type HoldListAnswer,
  type HoldListLabels,
  type HoldListOrder,
  HoldListBadge,
  HoldListPanel,
  type HoldListPanelProps,
  HoldListProvider,
  type HoldListProviderProps,
  type HeldDuration,
  type HoldListState,
  type ListCondition,
  type AgentSignIn,
  isGatewayError,
  type LeftReason,
  maskNumber,
  type MaskNumber,
  otherParty,
  parseSetGuid,
  useHoldList,
  zhCN,
} from "hold-list-panel";
import "hold-list-panel/styles.css";
import { type ComponentPropsWithoutRef, createRef, type ReactNode } from "react";
import { actionLabels, actions, handle, supervised, told as toldOfAction, Toolbar } from "./actions.js";

export const options: Required<GatewayOptions> = {
  baseUrl: "https://gateway.example:8043",
  fetch: (input, init) => fetch(input, init),
  timeout: 10_000,
  allowInsecureHttp: false,
  credentials: "include",
  maxAgentId: 999_999,
};
export const gateway: Gateway = createGateway(options);
createGateway({ baseUrl: "", fetch: undefined, timeout: undefined, credentials: undefined, maxAgentId: undefined });

const request: Required<GatewayRequest> = {
  agentId: "291",
  guid: "0123",
  formerGuid: "0122",
  signal: new AbortController().signal,
  onSetGuid: (header) => void parseSetGuid(header)?.length,
  onDate: (time) => void time.toFixed(),
};
export async function list(): Promise<string[]> {
  try {
    const { calls, unreadable }: HoldListAnswer = await gateway.fetchHoldList(request);
    await gateway.fetchHoldList({ agentId: "291", guid: "0123", signal: undefined });
    return [...unreadable, ...calls.map(otherParty)];
  } catch (error) {
    if (error instanceof GatewayError || isGatewayError(error)) return [told(error.failure)];
    throw error;
  }
}

/** Has no default case: a new kind of failure is a breaking change. */
function told(failure: GatewayFailure): string {
  switch (failure.kind) {
    case "network":
    case "redirect":
      return failure.kind;
    case "timeout":
      return failure.after.toFixed();
    case "http":
      return `${failure.status} ${failure.retryAfter?.toFixed() ?? ""}`;
    case "retcode":
      return failure.retcode + failure.gatewayMessage;
    case "malformed":
      return failure.path;
    case "not-sent":
      return failure.reason satisfies "agent-id" | "guid" | "insecure" | "no-gateway";
  }
}

const feedOptions: Required<HoldListFeedOptions> = { live: true, gateway };
export const feed: HoldListFeed = createHoldListFeed(feedOptions);
createHoldListFeed();
feed.push([{ callId: "1501127996-2", callType: 7, caller: "10086", called: "70943", skill: "" }]);
feed.pushAnswer({ message: "", retcode: "0", result: [] });
feed.fail({ kind: "network" });

const signIn: Required<AgentSignIn> = { agentId: 291, guid: "0123", loginTime: "1700000000000" };
export const session: AgentSessionStore = createAgentSession(signIn);
createAgentSession();
createAgentSession(null);
export const unsubscribe: () => void = session.subscribe(({ session: now }, { session: before }) => {
  const states: (AgentSession | null)[] = [now, before];
  states.map((state) => state?.agentId);
});
export async function eventPoll(response: Response): Promise<void> {
  const state: AgentSessionState = session.getState();
  const guid: string | null = parseSetGuid(response.headers.get("Set-GUID"));
  if (guid !== null) state.signIn({ agentId: "291", guid });
  if (guid !== null && state.session !== null) state.renewGuid(guid, state.session.signIn);
  state.applyAgentEvent(await response.json());
  state.setHeldSince("1501127996-2", Date.now());
  state.events.map(({ kind }) => kind);
  state.signOut();
}

export const call: HeldCall = { callId: "1501127996-2", callType: 0, caller: "10086", called: "70943", skill: "voice" };
const direction: CallDirection | undefined = callDirection(call.callType);
const typeName: CallTypeName | undefined = callTypeName(call.callType);
export const named: string = typeName === undefined ? (direction ?? "") : en.callTypes[typeName];

export const thresholds: AttentionThresholds = { long: 60_000, tooLong: Infinity };
const settings: AttentionSetting[] = [thresholds, ({ skill }) => (skill === "voice" ? thresholds : undefined)];

const hook: Record<HoldList["status"], (state: HoldListState) => ReactNode> = {
  "signed-out": () => null,
  loading: () => "…",
  error: (state) => (state.status === "error" ? doubtful(state.doubt) : null),
  ready: (state) =>
    state.status === "ready" && (
      <ul data-overdue={state.overdue} title={new Date(state.updatedAt).toISOString()}>
        {state.calls.map((held) => (
          <li key={held.callId}>{otherParty(held)}</li>
        ))}
        {state.calls[0]?.callId}
        {conditions[state.condition]}
        {state.unreadable.join()}
        {state.doubt !== null && doubtful(state.doubt)}
      </ul>
    ),
};
/** Each condition: one more does not compile until it is here. */
export const conditions: Record<ListCondition, boolean> = {
  "signed-out": false,
  loading: false,
  current: true,
  "in-doubt": true,
  switching: true,
  refused: false,
  "no-permission": false,
  "cannot-send": false,
};
const doubtful = ({ failure, failures, since, stopped }: Doubt) =>
  `${told(failure)} ${failures.toFixed()} ${since.toFixed()} ${stopped}`;

function Badge() {
  const held = useHoldList();
  const { refresh } = held;
  return <button onClick={() => void refresh().then(() => {})}>{hook[held.status](held)}</button>;
}

const formatNumber: FormatNumber = (number) => number.replace(/(\d{3})/g, "$1 ");
const mask: MaskNumber = (number) => maskNumber(number).padStart(4);
const heldFor = ({ minutes }: HeldTime, certainty: Certainty["kind"]) => `${certainty} ${minutes.toFixed()}`;
const labels: HoldListLabels = { ...en, heldFor, heading: "Waiting", callTypes: { ...en.callTypes, incoming: "In" } };
const orders: HoldListOrder[] = ["longest-first", "newest-first", "gateway"];
const section = createRef<HTMLElement>();

const durationOf = ({ duration, certainty }: HeldDuration) => (certainty === "exact" ? duration : Math.round(duration));
const provider: Required<HoldListProviderProps> = {
  gateway,
  session,
  pollInterval: 2_000,
  hiddenPollInterval: 15_000,
  safetyInterval: 30_000,
  shareBetweenTabs: false,
  attention: settings[0] ?? thresholds,
  onHeld: (held) => void held.callId,
  onLeft: (call, reason, held) =>
    void [
      call.callId,
      ({ unknown: 0, "customer-hung-up": 1, retrieved: 2 } satisfies Record<LeftReason, number>)[reason],
      held === null ? 0 : durationOf(held),
    ],
  onAttention: (held, level) =>
    void ({ none: 0, long: 1, "too-long": 2 } satisfies Record<AttentionLevel, number>)[level],
  supervised,
  children: [<Badge key="badge" />, <Toolbar key="toolbar" />, "text", null],
};

type OwnProps = Omit<HoldListPanelProps, keyof ComponentPropsWithoutRef<"section">>;
/** Every prop of the panel: a new one does not compile until it is listed here. */
const own: Required<OwnProps> = {
  labels: { ...labels, ...actionLabels },
  onSignIn: () => {},
  order: orders[0] ?? "gateway",
  mask,
  formatNumber,
  revealFor: 10_000,
  sound: true,
  notifications: true,
  renderCall: (held) => <b>{held.caller}</b>,
  renderHeader: (calls) => calls.length,
  renderEmpty: () => "Nobody waits",
  filter: false,
  density: "compact",
  elementRef: section,
  actions,
  hasCurrentCall: true,
  onAction: (held, report) => void (held.callId + toldOfAction(report)),
  handleRef: handle,
};
const panel: HoldListPanelProps = {
  ...own,
  id: "held",
  className: "mine",
  style: { inlineSize: 320 },
  lang: "zh-CN",
  dir: "auto",
  hidden: false,
  "aria-label": "Waiting",
  onClick: ({ currentTarget }) => currentTarget.focus(),
};
/** Every prop accepts `undefined`, since hosts pass props on. */
const left: Record<keyof OwnProps, undefined> = {
  labels: undefined,
  onSignIn: undefined,
  order: undefined,
  mask: undefined,
  formatNumber: undefined,
  revealFor: undefined,
  sound: undefined,
  notifications: undefined,
  renderCall: undefined,
  renderHeader: undefined,
  renderEmpty: undefined,
  filter: undefined,
  density: undefined,
  elementRef: undefined,
  actions: undefined,
  hasCurrentCall: undefined,
  onAction: undefined,
  handleRef: undefined,
};

export const Desktop = () => (
  <HoldListProvider {...provider}>
    <HoldListPanel {...panel} data-testid="held" />
    <HoldListPanel {...left} labels={zhCN} elementRef={(element) => void element?.scrollIntoView()} />
    <HoldListPanel labels={{ empty: "Nobody waits" }} />
  </HoldListProvider>
);
export const Small = ({ pollInterval }: { pollInterval?: number }) => (
  <HoldListProvider gateway={gateway} session={session} pollInterval={pollInterval}>
    <HoldListPanel />
    <HoldListBadge {...own} />
  </HoldListProvider>
);
