import { act, render } from "@testing-library/react";
import { useLayoutEffect } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import type { CallAction, CallActionContext } from "../../../src/hold-list/actions/CallAction.js";
import type { ProviderActions } from "../../../src/hold-list/actions/ProviderActions.js";
import { useActionRunner } from "../../../src/hold-list/actions/useActionRunner.js";
import { useHoldList } from "../../../src/hold-list/useHoldList.js";
import { HoldListProvider, type HoldListProviderProps } from "../../../src/HoldListProvider.js";
import { openGateway, pass } from "../../support/renderHoldList.js";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

const held = { callId: "1-1", callType: 0, caller: "10086", called: "70943", skill: "voice" };
const options = { currentCall: "unknown", onReport: () => {} } as const;

/** Renders components that use the provider's actions, and records what each received. */
async function renderActions() {
  const world = openGateway();
  const given: ProviderActions[] = [];
  function Actor() {
    const actions = useActionRunner();
    useHoldList();
    useLayoutEffect(() => void given.push(actions));
    return null;
  }
  const tree = (actors: number, settings: Partial<HoldListProviderProps> = {}) => (
    <HoldListProvider gateway={world.gateway} session={world.session} {...settings}>
      {Array.from({ length: actors }, (_, index) => (
        <Actor key={index} />
      ))}
    </HoldListProvider>
  );
  const { rerender } = render(tree(2));
  await pass(500);
  return {
    ...world,
    given,
    actions: () => {
      const last = given.at(-1);
      if (last === undefined) throw new Error("Nothing was rendered.");
      return last;
    },
    show: (actors: number, settings?: Partial<HoldListProviderProps>) => rerender(tree(actors, settings)),
  };
}

const talk = (callid: string) => ({ retcode: "0", event: { eventType: "AgentEvent_Talking", content: { callid } } });

it("gives all components of a provider the same actions, also after its settings change", async () => {
  const { given, show } = await renderActions();
  show(1, { pollInterval: 3_000 });
  show(3);
  expect(new Set(given).size).toBe(1);
});

it("runs an action as the agent who is signed in, with the present Guid, and keeps the renewed one of the answer", async () => {
  const { actions, session, gateway } = await renderActions();
  const run = vi.fn(({ request }: CallActionContext) => {
    request.onSetGuid?.("JSESSIONID=a-new-one.AgentGateway1");
    request.onSetGuid?.("not a Guid");
    return Promise.resolve();
  });
  const before = session.getState().session;
  const action: CallAction = { id: "a", run };
  expect(actions().runner.start(action, held, options)).toBe(true);
  await pass(250);
  const [context] = run.mock.calls[0] ?? [];
  expect(context).toMatchObject({ call: held, gateway, session, request: { agentId: "101", guid: before?.guid } });
  expect(context?.request.signal).toBe(context?.signal);
  expect(session.getState().session).toMatchObject({ signIn: before?.signIn, guid: "a-new-one.AgentGateway1" });
});

it("runs an action over the provider's present gateway", async () => {
  const { actions, show, gateway, asked } = await renderActions();
  const other = { ...gateway, baseUrl: "https://other.invalid" };
  show(2, { gateway: other });
  await pass(500);
  const run = vi.fn<(context: CallActionContext) => Promise<void>>(() => Promise.resolve());
  actions().runner.start({ id: "a", run }, held, options);
  await pass(250);
  expect(run.mock.calls[0]?.[0].gateway).toBe(other);
  expect(asked.length).toBeGreaterThan(1);
});

it("follows the agent's current call while a component observes it, and forgets it afterwards", async () => {
  const { actions, session, show } = await renderActions();
  const { currentCall } = actions();
  expect(currentCall.getState()).toBe("unknown");
  act(() => session.getState().applyAgentEvent(talk("9-9")));
  expect(currentCall.getState()).toEqual({ callId: "9-9" });
  show(1);
  expect(currentCall.getState()).toEqual({ callId: "9-9" });
  show(0);
  await pass(1);
  expect(currentCall.getState()).toBe("unknown");
  act(() => session.getState().applyAgentEvent(talk("8-8")));
  expect(currentCall.getState()).toBe("unknown");
});

it("aborts running actions at another sign-in of the same agent, but not at a new Guid", async () => {
  const { actions, session, simulator } = await renderActions();
  let signal: AbortSignal | undefined;
  const run = (context: CallActionContext) => {
    signal = context.signal;
    return new Promise<never>(() => {});
  };
  actions().runner.start({ id: "a", run }, held, options);
  await pass(250);
  const guid = simulator.renewGuid("101");
  act(() => session.getState().renewGuid(guid, session.getState().session?.signIn ?? 0));
  expect(signal?.aborted).toBe(false);
  act(() => session.getState().signIn({ agentId: "101", guid }));
  expect(signal?.aborted).toBe(true);
  expect(actions().runner.store.getState().size).toBe(0);
});

it("aborts running actions at a sign-out after the last panel has unmounted", async () => {
  const { actions, session, show } = await renderActions();
  let signal: AbortSignal | undefined;
  const run = (context: CallActionContext) => {
    signal = context.signal;
    return new Promise<never>(() => {});
  };
  actions().runner.start({ id: "a", run }, held, options);
  await pass(250);
  show(0);
  expect(signal?.aborted).toBe(false);
  act(() => session.getState().signOut());
  expect(signal?.aborted).toBe(true);
});

it("keeps nothing of an action that ended after the last panel had unmounted", async () => {
  const { actions, session, show } = await renderActions();
  let finish = () => {};
  const run = () => new Promise<void>((resolve) => (finish = resolve));
  actions().runner.start({ id: "a", run }, held, options);
  await pass(250);
  show(0);
  finish();
  await pass(250);
  act(() => session.getState().signOut());
  expect(actions().runner.store.getState().size).toBe(0);
});
