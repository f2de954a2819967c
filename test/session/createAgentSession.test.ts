import { describe, expect, it, vi } from "vitest";
import { createAgentSession } from "../../src/session/createAgentSession.js";

const agent = { agentId: "291", guid: "5f0ed22e-8a1a-4ad5-9a0c-2b3c4d5e6f70.AgentGateway1" };
const renewed = "6a1fe33f-9b2b-4be6-8b1d-3c4d5e6f7081.AgentGateway1";

/** The answer to an event poll, as documented. */
function event(eventType: string, content: unknown, workNo: string | null = "291") {
  return { message: "", retcode: "0", event: { eventType, workNo, content } };
}

describe("createAgentSession", () => {
  it("starts with nobody signed in", () => {
    expect(createAgentSession().getState().session).toBeNull();
    expect(createAgentSession(null).getState().session).toBeNull();
  });

  it("starts with the agent that it is given", () => {
    expect(createAgentSession(agent).getState().session).toMatchObject(agent);
  });

  it("signs an agent in and out", () => {
    const store = createAgentSession();
    store.getState().signIn(agent);
    expect(store.getState().session).toMatchObject(agent);
    store.getState().signOut();
    expect(store.getState().session).toBeNull();
  });

  it("keeps of a sign-in what it needs and nothing else", () => {
    const store = createAgentSession();
    const more = { ...agent, password: "demo" };
    store.getState().signIn(more);
    expect(Object.keys(store.getState().session ?? {}).sort()).toEqual(["agentId", "guid", "signIn"]);
  });

  it("tells every sign-in from every other, of the same agent and of another store too", () => {
    const one = createAgentSession(agent);
    const two = createAgentSession(agent);
    const signIns = [one.getState().session?.signIn, two.getState().session?.signIn];
    one.getState().signIn(agent);
    signIns.push(one.getState().session?.signIn);
    expect(signIns).not.toContain(undefined);
    expect(new Set(signIns).size).toBe(3);
  });

  it("shares nothing between two stores", () => {
    const one = createAgentSession(agent);
    const two = createAgentSession();
    expect(two.getState().session).toBeNull();
    two.getState().signIn({ agentId: "292", guid: renewed });
    two.getState().signOut();
    expect(one.getState().session).toMatchObject(agent);
  });

  it("renews the Guid of the sign-in that asked, and changes nothing else of it", () => {
    const store = createAgentSession(agent);
    const signIn = store.getState().session?.signIn ?? NaN;
    store.getState().renewGuid(renewed, signIn);
    expect(store.getState().session).toEqual({ agentId: "291", guid: renewed, signIn });
  });

  it("ignores a late Guid of a former sign-in of the same agent", () => {
    const store = createAgentSession(agent);
    const former = store.getState().session?.signIn ?? NaN;
    store.getState().signIn(agent);
    store.getState().renewGuid(renewed, former);
    expect(store.getState().session?.guid).toBe(agent.guid);
  });

  it("ignores a late Guid after sign-out", () => {
    const store = createAgentSession(agent);
    const former = store.getState().session?.signIn ?? NaN;
    store.getState().signOut();
    store.getState().renewGuid(renewed, former);
    expect(store.getState().session).toBeNull();
  });

  it("tells its listeners of each change, and not of a Guid that is the same", () => {
    const store = createAgentSession(agent);
    const signIn = store.getState().session?.signIn ?? NaN;
    const listener = vi.fn<(guid: string | undefined) => void>();
    store.subscribe(({ session }) => listener(session?.guid));
    store.getState().renewGuid(agent.guid, signIn);
    expect(listener).not.toHaveBeenCalled();
    store.getState().renewGuid(renewed, signIn);
    store.getState().signOut();
    expect(listener.mock.calls).toEqual([[renewed], [undefined]]);
  });

  it.each(["", " 291", "291 ", "abc", "2e3", "１０１", "101/../102", "-1"])("refuses the agent ID %j", (agentId) => {
    const store = createAgentSession(agent);
    expect(() => createAgentSession({ ...agent, agentId })).toThrow(TypeError);
    expect(() => store.getState().signIn({ ...agent, agentId })).toThrow("The agent ID must be a string of digits.");
    expect(store.getState().session).toMatchObject(agent);
  });

  it.each([
    "",
    " ",
    `${renewed}\n`,
    `${renewed}\r\nX: y`,
    ` ${renewed}`,
    `${renewed}é`,
    `${renewed}日`,
    `${renewed}\0`,
  ])("refuses a Guid that no header can carry, and does not quote it: %j", (guid) => {
    const store = createAgentSession(agent);
    const signIn = store.getState().session?.signIn ?? NaN;
    const tries = [
      () => createAgentSession({ ...agent, guid }),
      () => store.getState().signIn({ ...agent, guid }),
      () => store.getState().renewGuid(guid, signIn),
    ];
    for (const attempt of tries) {
      expect(attempt).toThrow(new TypeError("The Guid must be printable ASCII without spaces."));
    }
    expect(store.getState().session).toEqual({ ...agent, signIn });
  });

  it("takes the events of its agent, and of no other, and knows an event without a workNo for its own", () => {
    const store = createAgentSession(agent);
    const { applyAgentEvent } = store.getState();
    applyAgentEvent(event("AgentEvent_Hold", "1-1"));
    expect(store.getState().events).toEqual([{ kind: "held", callId: "1-1", at: null }]);
    const listener = vi.fn();
    store.subscribe(listener);
    applyAgentEvent(event("AgentEvent_Hold", "2-2", "292"));
    expect(listener).not.toHaveBeenCalled(); // It proves no flow of this agent's events
    applyAgentEvent([event("AgentEvent_Hold", "2-2", "292"), event("AgentEvent_Hold", "3-3")]);
    expect(store.getState().events).toEqual([{ kind: "held", callId: "3-3", at: null }]);
    applyAgentEvent(event("AgentEvent_Talking", { callid: "1-1" }, null));
    expect(store.getState().events).toEqual([{ kind: "talking", callId: "1-1", at: null }]);
  });

  it("tells its listeners of each answer to the event poll, also of an empty one, and of the same once more", () => {
    const store = createAgentSession(agent);
    const told: unknown[] = [];
    store.subscribe(({ events }, before) => told.push(events !== before.events && events));
    const empty = { message: "", retcode: "0", event: null };
    for (const answer of [empty, empty, event("AgentEvent_Hold", "1-1"), event("AgentEvent_Hold", "1-1")])
      store.getState().applyAgentEvent(answer);
    const held = [{ kind: "held", callId: "1-1", at: null }];
    expect(told).toEqual([[], [], held, held]);
  });

  it("takes an array of events as one answer", () => {
    const store = createAgentSession(agent);
    const hold = { eventType: "AgentEvent_Hold", workNo: "291", content: "1-1" };
    store.getState().applyAgentEvent({ retcode: "0", event: [hold, { ...hold, content: "1-2" }] });
    expect(store.getState().events).toMatchObject([{ callId: "1-1" }, { callId: "1-2" }]);
  });

  it.each(["100-006", "000-003", "100-008", "000-007", 1])(
    "hears nothing in an event poll that was refused with %j: it proves no flow of events",
    (retcode) => {
      const store = createAgentSession(agent);
      const listener = vi.fn();
      store.subscribe(listener);
      store.getState().applyAgentEvent({ message: "refused", retcode });
      expect(listener).not.toHaveBeenCalled();
      expect(store.getState().session).toMatchObject(agent);
    },
  );

  it.each(["0", 0, undefined, null, ""])("hears an answer with the retcode %j", (retcode) => {
    const store = createAgentSession(agent);
    store.getState().applyAgentEvent({ ...event("AgentEvent_Hold", "1-1"), retcode });
    expect(store.getState().events).toHaveLength(1);
  });

  it.each([null, undefined, "", "<html>", 7, [], {}])("takes the answer %j without harm", (answer) => {
    const store = createAgentSession(agent);
    store.getState().applyAgentEvent(answer);
    expect(store.getState().events).toEqual([]);
    expect(store.getState().session).toMatchObject(agent);
  });

  it("ends with a sign-out by the system, of its own agent only", () => {
    const store = createAgentSession(agent);
    store.getState().applyAgentEvent(event("AgentOther_ShutdownService", null, "292"));
    expect(store.getState().session).toMatchObject(agent);
    store.getState().applyAgentEvent(event("AgentOther_ShutdownService", { loginTime: 1_700_000_000_000 }));
    expect(store.getState().session).toBeNull();
  });

  it("ends with a sign-out by the system among other events", () => {
    const store = createAgentSession(agent);
    const hold = { eventType: "AgentEvent_Hold", workNo: "291", content: "1-1" };
    const shutdown = { eventType: "AgentOther_ShutdownService", workNo: "291", content: null };
    store.getState().applyAgentEvent([hold, shutdown, hold]);
    expect(store.getState().session).toBeNull();
  });

  it("hears nothing before a sign-in and after a sign-out, and a late sign-out ends nothing of the next", () => {
    const store = createAgentSession();
    const listener = vi.fn();
    store.subscribe(listener);
    store.getState().applyAgentEvent(event("AgentEvent_Hold", "1-1"));
    store.getState().applyAgentEvent(event("AgentOther_ShutdownService", null));
    expect(listener).not.toHaveBeenCalled();
    store.getState().signIn(agent);
    store.getState().signOut();
    store.getState().applyAgentEvent(event("AgentOther_ShutdownService", null));
    store.getState().signIn(agent);
    expect(store.getState().session).toMatchObject(agent);
    expect(store.getState().events).toEqual([]);
  });

  it("passes on since when a call is held", () => {
    const store = createAgentSession(agent);
    store.getState().setHeldSince("1-1", 1_700_000_000_000);
    expect(store.getState().events).toEqual([
      { kind: "held-since", callId: "1-1", since: 1_700_000_000_000, at: null },
    ]);
    expect(store.getState().session).toMatchObject(agent);
  });

  it("keeps of an event neither the Guid nor a number", () => {
    const store = createAgentSession(agent);
    const content = { callid: "1-1", caller: "10086", called: "70943", number: "10086", guid: agent.guid };
    for (const type of ["Talking", "Hold", "Conference", "Customer_Release", "Call_Release", "linkagePhoneHold"]) {
      const answer = event(`AgentEvent_${type}`, content);
      store.getState().applyAgentEvent({ ...answer, message: agent.guid, guid: agent.guid });
      expect(store.getState().events).toMatchObject([{ callId: "1-1" }]);
      expect(JSON.stringify(store.getState().events)).not.toMatch(/AgentGateway1|10086|70943/);
    }
  });

  it("writes nothing to storage, cookies or the address", () => {
    const store = createAgentSession(agent);
    store.getState().renewGuid(renewed, store.getState().session?.signIn ?? NaN);
    expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, ""]);
    expect(location.href).not.toMatch(/AgentGateway1/);
  });
});
