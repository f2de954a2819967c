import { afterEach, describe, expect, it, vi } from "vitest";
import { createAgentSession } from "../../src/session/createAgentSession.js";

const agent = { agentId: "291", guid: "5f0ed22e-8a1a-4ad5-9a0c-2b3c4d5e6f70.AgentGateway1" };
const renewed = "6a1fe33f-9b2b-4be6-8b1d-3c4d5e6f7081.AgentGateway1";

/** A store with the agent signed in, and shortcuts to its state. */
function signedIn(initial: Parameters<typeof createAgentSession>[0] = agent) {
  const store = createAgentSession(initial);
  const { signIn, renewGuid, applyAgentEvent, signOut, setHeldSince } = store.getState();
  const session = () => store.getState().session;
  const events = () => store.getState().events;
  const number = () => session()?.signIn ?? NaN;
  return { store, signIn, renewGuid, applyAgentEvent, signOut, setHeldSince, session, events, number };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("signing in", () => {
  it("starts without a session, or with the given one", () => {
    expect(createAgentSession().getState().session).toBeNull();
    expect(createAgentSession(null).getState().session).toBeNull();
    expect(createAgentSession(agent).getState().session).toMatchObject(agent);
  });

  it("starts and ends a session", () => {
    const { signIn, signOut, session } = signedIn(null);
    signIn(agent);
    expect(session()).toMatchObject(agent);
    signOut();
    expect(session()).toBeNull();
  });

  it("takes an agent ID as a number and as text for the same agent", () => {
    expect(signedIn({ ...agent, agentId: 291 }).session()?.agentId).toBe("291");
  });

  it("keeps no other field of a sign-in", () => {
    const more = { ...agent, password: "demo" };
    expect(Object.keys(signedIn(more).session() ?? {}).sort()).toEqual(["agentId", "guid", "signIn"]);
  });

  it.each([
    [1_700_000_000_000, 1_700_000_000_000],
    ["1700000000000", 1_700_000_000_000],
    ["yesterday", undefined],
    [null, undefined],
  ])("reads the login time %j as %j", (loginTime, expected) => {
    expect(signedIn({ ...agent, loginTime }).session()?.loginTime).toBe(expected);
  });

  it("gives every sign-in its own number, also for the same agent and in another store", () => {
    const one = signedIn();
    const numbers = [one.number(), signedIn().number()];
    one.signIn(agent);
    numbers.push(one.number());
    expect(new Set(numbers).size).toBe(3);
    expect(numbers).not.toContain(NaN);
  });

  it("shares nothing between two stores", () => {
    const one = signedIn();
    const two = signedIn(null);
    expect(two.session()).toBeNull();
    two.signIn({ agentId: "292", guid: renewed });
    two.signOut();
    expect(one.session()).toMatchObject(agent);
  });

  it.each(["", " 291", "291 ", "abc", "2e3", "１０１", "101/../102", "-1", -1, 1.5, NaN, 1e21])(
    "rejects the agent ID %j and keeps the session",
    (agentId) => {
      const { signIn, session } = signedIn();
      expect(() => createAgentSession({ ...agent, agentId })).toThrow(TypeError);
      expect(() => signIn({ ...agent, agentId })).toThrow("The agent ID must be a string of digits.");
      expect(session()).toMatchObject(agent);
    },
  );

  it.each([
    "",
    " ",
    `${renewed}\n`,
    `${renewed}\r\nX: y`,
    ` ${renewed}`,
    `${renewed}é`,
    `${renewed}日`,
    `${renewed}\0`,
  ])("rejects a Guid that no header can carry without quoting it: %j", (guid) => {
    const { signIn, renewGuid, session, number } = signedIn();
    const before = session();
    for (const attempt of [
      () => createAgentSession({ ...agent, guid }),
      () => signIn({ ...agent, guid }),
      () => renewGuid(guid, number()),
    ])
      expect(attempt).toThrow(new TypeError("The Guid must be printable ASCII without spaces."));
    expect(session()).toBe(before);
  });
});

describe("renewing the Guid", () => {
  it("replaces the Guid of the sign-in that asked and keeps the former one", () => {
    const { renewGuid, session, number } = signedIn();
    const before = session();
    renewGuid(renewed, number());
    expect(session()).toEqual({ ...before, guid: renewed, formerGuid: agent.guid });
  });

  it("ignores a late Guid of a former sign-in", () => {
    const { signIn, signOut, renewGuid, session, number } = signedIn();
    const former = number();
    signIn(agent);
    renewGuid(renewed, former);
    expect(session()?.guid).toBe(agent.guid);
    signOut();
    renewGuid(renewed, former);
    expect(session()).toBeNull();
  });

  it("notifies listeners of each change, but not of an unchanged Guid", () => {
    const { store, renewGuid, signOut, number } = signedIn();
    const guids: unknown[] = [];
    store.subscribe(({ session }) => guids.push(session?.guid));
    renewGuid(agent.guid, number());
    expect(guids).toEqual([]);
    renewGuid(renewed, number());
    signOut();
    expect(guids).toEqual([renewed, undefined]);
  });

  it("reports a listener that throws and notifies the listeners after it", () => {
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    const { store, signOut } = signedIn();
    const fault = new Error("host fault");
    const after = vi.fn();
    store.subscribe(() => {
      throw fault;
    });
    store.subscribe(after);
    signOut();
    expect(report.mock.calls).toEqual([[fault]]);
    expect(after).toHaveBeenCalledTimes(1);
  });
});

describe("applying agent events", () => {
  const hold = { eventType: "AgentEvent_Hold", workNo: "291", content: "1-1" };
  const held = [{ kind: "held", callId: "1-1", at: null }];
  /** The answer to an event poll, as documented. */
  const answer = (event: unknown) => ({ message: "", retcode: "0", event });
  const empty = answer(null);
  const shutdown = (content: unknown, workNo = "291") =>
    answer({ eventType: "AgentOther_ShutdownService", workNo, content });

  it("keeps the events of the agent and no others", () => {
    const { applyAgentEvent, events } = signedIn();
    applyAgentEvent([answer({ ...hold, workNo: "292", content: "2-2" }), answer(hold)]);
    expect(events()).toEqual(held);
    applyAgentEvent(answer({ eventType: "AgentEvent_Talking", content: { callid: "1-1" } }));
    expect(events()).toEqual([{ kind: "talking", callId: "1-1", at: null }]);
  });

  it("notifies listeners of every understood answer, also of an empty or repeated one", () => {
    const { store, applyAgentEvent } = signedIn();
    const told: unknown[] = [];
    store.subscribe(({ events }, before) => told.push(events !== before.events && events));
    for (const each of [empty, empty, answer(hold), answer(hold)]) applyAgentEvent(each);
    expect(told).toEqual([[], [], held, held]);
  });

  it.each([
    ...["100-006", "000-003", "100-008", "000-007", 1].map((retcode) => ({ message: "refused", retcode, event: null })),
    ...[null, undefined, "", "<html>", JSON.stringify(answer(hold)), 7, [], {}, { type: "ping" }],
    ...[{ retcode: "0", result: {} }, answer({ ...hold, workNo: "292" }), shutdown(null, "292")],
  ])("changes nothing for an answer that does not prove that events flow: %j", (other) => {
    const { store, applyAgentEvent, session } = signedIn();
    const listener = vi.fn();
    store.subscribe(listener);
    applyAgentEvent(other);
    expect(listener).not.toHaveBeenCalled();
    expect(session()).toMatchObject(agent);
  });

  it.each(["0", 0, undefined, null, ""])("applies an event with the retcode %j", (retcode) => {
    const { applyAgentEvent, events } = signedIn();
    applyAgentEvent({ ...answer(hold), retcode });
    expect(events()).toEqual(held);
  });

  it("applies the events of a push envelope", () => {
    const { applyAgentEvent, events } = signedIn();
    applyAgentEvent({ workNo: "291", eventList: [hold, { ...hold, content: "1-2" }] });
    expect(events()).toMatchObject([{ callId: "1-1" }, { callId: "1-2" }]);
  });

  it.each([
    ["alone", shutdown(null)],
    ["with a login time", shutdown({ loginTime: 1_700_000_000_000 })],
    ["among other events", [hold, shutdown(null), hold]],
  ])("ends the session with a sign-out by the system %s", (_, signOut) => {
    const { applyAgentEvent, session } = signedIn();
    applyAgentEvent(signOut);
    expect(session()).toBeNull();
  });

  it("applies nothing without a session and keeps no event for the next session", () => {
    const { store, signIn, signOut, applyAgentEvent, session, events } = signedIn(null);
    const listener = vi.fn();
    store.subscribe(listener);
    applyAgentEvent(answer(hold));
    applyAgentEvent(shutdown(null));
    expect(listener).not.toHaveBeenCalled();
    signIn(agent);
    signOut();
    applyAgentEvent(shutdown(null));
    signIn(agent);
    expect(session()).toMatchObject(agent);
    expect(events()).toEqual([]);
  });

  it("ignores late answers of a former sign-in", () => {
    const { store, signIn, applyAgentEvent, session, events, number } = signedIn();
    const former = number();
    signIn(agent);
    const listener = vi.fn();
    store.subscribe(listener);
    for (const late of [answer(hold), empty, shutdown({ loginTime: 1_700_000_000_000 })]) applyAgentEvent(late, former);
    expect(listener).not.toHaveBeenCalled();
    applyAgentEvent(answer(hold), number());
    expect(events()).toEqual(held);
    applyAgentEvent(shutdown(null), number());
    expect(session()).toBeNull();
  });

  it.each([
    ["1700000000000", { loginTime: "1700000000000" }, true],
    ["1700000000000", { loginTime: 1_700_000_000_000 }, true],
    ["1700000000000", null, true],
    ["1700000000000", { loginTime: "soon" }, true],
    ["1700000000000", { loginTime: "1600000000000" }, false],
    [1_700_000_000_000, "1600000000000", false],
    [undefined, { loginTime: "1600000000000" }, true],
  ])("with the login time %j, the sign-out event %j ends the session: %j", (loginTime, content, ends) => {
    const { applyAgentEvent, session } = signedIn({ ...agent, loginTime });
    applyAgentEvent(shutdown(content));
    expect(session() === null).toBe(ends);
  });

  it("applies the other events of an answer that ends another login", () => {
    const { applyAgentEvent, session, events } = signedIn({ ...agent, loginTime: 1_700_000_000_000 });
    applyAgentEvent([shutdown({ loginTime: 1_600_000_000_000 }), hold]);
    expect(session()).toMatchObject(agent);
    expect(events()).toEqual(held);
  });

  it("publishes the time at which the host says a hold began", () => {
    const { setHeldSince, events, session } = signedIn();
    setHeldSince("1-1", 1_700_000_000_000);
    expect(events()).toEqual([{ kind: "held-since", callId: "1-1", since: 1_700_000_000_000, at: null }]);
    expect(session()).toMatchObject(agent);
  });
});

describe("privacy", () => {
  it("keeps neither the Guid nor a number of an event", () => {
    const { applyAgentEvent, events } = signedIn();
    const content = { callid: "1-1", caller: "10086", called: "70943", number: "10086", guid: agent.guid };
    for (const type of ["Talking", "Hold", "Conference", "Customer_Release", "Call_Release", "linkagePhoneHold"]) {
      const event = { eventType: `AgentEvent_${type}`, workNo: "291", content };
      applyAgentEvent({ message: agent.guid, guid: agent.guid, retcode: "0", event });
      expect(events()).toMatchObject([{ callId: "1-1" }]);
      expect(JSON.stringify(events())).not.toMatch(/AgentGateway1|10086|70943/);
    }
  });

  it("writes nothing to storage, cookies or the address", () => {
    const { renewGuid, number } = signedIn();
    renewGuid(renewed, number());
    expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, ""]);
    expect(location.href).not.toMatch(/AgentGateway1/);
  });
});
