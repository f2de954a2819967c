import { describe, expect, it, vi } from "vitest";
import { createAgentSession } from "../../src/session/createAgentSession.js";

const agent = { agentId: "291", guid: "5f0ed22e-8a1a-4ad5-9a0c-2b3c4d5e6f70.AgentGateway1" };
const renewed = "6a1fe33f-9b2b-4be6-8b1d-3c4d5e6f7081.AgentGateway1";

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

  it("writes nothing to storage, cookies or the address", () => {
    const store = createAgentSession(agent);
    store.getState().renewGuid(renewed, store.getState().session?.signIn ?? NaN);
    expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, ""]);
    expect(location.href).not.toMatch(/AgentGateway1/);
  });
});
