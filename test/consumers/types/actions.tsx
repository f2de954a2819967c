// What acts on held calls, guards them and measures.
import {
  type CallAction,
  type CallActionContext,
  type CallActionReport,
  connectAndLeave,
  createHeldCallAction,
  enActions,
  type Gateway,
  type GatewayOperation,
  hangUp,
  type HeldCallAction,
  type HeldCallActionDefinition,
  type HeldCallActionLabels,
  type SingleActionLabels,
  type HeldCallConfirmation,
  type HoldGuard,
  type HoldGuardOptions,
  type HoldListPanelHandle,
  type HoldListRequest,
  retrieve,
  RetrieveLongestHeldButton,
  type RetrieveLongestHeldButtonProps,
  type Supervised,
  threeParty,
  useHoldGuard,
  zhCNActions,
} from "hold-list-panel";
import { createRef } from "react";

const operation: GatewayOperation = { method: "POST", path: "voicecall/{agentid}/hold", body: undefined };
const request: HoldListRequest = {
  agentId: "291",
  guid: "0123",
  supervised: undefined,
  onAge: (age) => void age.toFixed(),
};
export const ask = (gateway: Gateway): Promise<void> => gateway.send(operation, request);

const confirm: HeldCallConfirmation = { question: (number) => `Park ${number}?`, no: "No" };
const labels: SingleActionLabels = {
  label: "Park",
  busy: "Parking",
  done: "Parked",
  othersWait: "Wait",
  announceStart: (ending) => `Parking ${ending}`,
  confirm,
};
const run = async ({ call, gateway, request, session, signal }: CallActionContext): Promise<void> => {
  signal.throwIfAborted();
  if (session.getState().session !== null) await gateway.send({ ...operation, body: { callid: call.callId } }, request);
};
const plain: CallAction = { id: "park", run };
const definition: HeldCallActionDefinition = {
  ...plain,
  movesVoice: true,
  needsCurrentCall: false,
  isFinal: false,
  endsHold: true,
  confirmWithin: 5_000,
  labels: (all) => ({ ...labels, ...all.retrieve, confirm: undefined }),
  icon: <svg />,
  isFor: (call, held) => held.includes(call) && call.skill !== "",
};
export const actions: readonly HeldCallAction[] = [
  retrieve,
  threeParty,
  connectAndLeave,
  hangUp,
  createHeldCallAction(definition),
  createHeldCallAction({ ...plain, labels }),
];

export function told(report: CallActionReport): string {
  switch (report.kind) {
    case "started":
      return report.action;
    case "confirmed":
      return report.after.toFixed();
    case "failed":
      return report.code;
  }
}

export const supervised: Supervised = { agentId: "292", name: "Li Na" };
export const actionLabels: HeldCallActionLabels = { ...enActions, ...zhCNActions, dismiss: "Fine" };
export const handle = createRef<HoldListPanelHandle>();
export async function shortcut(): Promise<void> {
  await handle.current?.refresh();
  if (handle.current?.retrieveLongestHeld() === false) handle.current.focusFirst();
}

const button: RetrieveLongestHeldButtonProps = {
  action: retrieve,
  labels: actionLabels,
  mask: undefined,
  onAction: (call, report) => void (call.callId + told(report)),
  className: "mine",
  disabled: false,
};
const options: Required<HoldGuardOptions> = { prompt: true };
export function Toolbar() {
  const { callsOnHold, isCertain }: HoldGuard = useHoldGuard(options);
  useHoldGuard();
  return (
    <>
      {callsOnHold} {isCertain}
      <RetrieveLongestHeldButton {...button} />
    </>
  );
}
