import { beforeEach, describe, expect, it } from "vitest";
import { createElementSession, type ElementSession } from "../../src/element/createElementSession.js";

describe("an element's session", () => {
  let session: ElementSession;
  const now = () => {
    const present = session.store.getState().session;
    return present && `${present.agentId} ${present.guid}`;
  };
  const signIns = () => session.store.getState().session?.signIn;
  beforeEach(() => {
    session = createElementSession();
    session.applyPending(undefined, "");
  });

  it("is made of an agent ID and a Guid, whichever comes first", () => {
    session.setGuid("guid-a");
    session.applyPending(undefined, "");
    expect(now()).toBe(null);
    session.applyPending("291", "");
    expect(now()).toBe("291 guid-a");

    session = createElementSession();
    session.applyPending("291", "");
    expect(now()).toBe(null);
    session.setGuid("guid-a");
    session.applyPending("291", "");
    expect(now()).toBe("291 guid-a");
  });

  it("is renewed by another Guid for the same agent", () => {
    session.setGuid("guid-a");
    session.applyPending("291", "");
    const before = signIns();
    session.setGuid("guid-b");
    session.applyPending("291", "");
    expect(now()).toBe("291 guid-b");
    expect(signIns()).toBe(before);
  });

  it("ends with its agent, whose Guid nobody else gets", () => {
    session.setGuid("guid-a");
    session.applyPending("291", "");
    session.applyPending("292", "");
    expect(now()).toBe(null);
    session.applyPending("291", "");
    expect(now()).toBe(null);
  });

  it("becomes another agent's with that one's Guid, as a new sign-in", () => {
    session.setGuid("guid-a");
    session.applyPending("291", "");
    const before = signIns();
    session.setGuid("guid-b");
    session.applyPending("292", "");
    expect(now()).toBe("292 guid-b");
    expect(signIns()).not.toBe(before);
  });

  it("ends where no agent is named any more", () => {
    session.setGuid("guid-a");
    session.applyPending("291", "");
    session.applyPending(undefined, "");
    expect(now()).toBe(null);
  });

  it("ends with its gateway, unless a Guid for the new one comes along", () => {
    session.setGuid("guid-a");
    session.applyPending("291", "/one");
    const before = signIns();
    session.setGuid("guid-b");
    session.applyPending("291", "/two");
    expect(now()).toBe("291 guid-b");
    expect(signIns()).not.toBe(before);
    session.applyPending("291", "/three");
    expect(now()).toBe(null);
  });

  it("ends by null, and by signing out, which also forgets a Guid that waits for its agent", () => {
    session.setGuid("guid-a");
    session.applyPending("291", "");
    session.setGuid(null);
    session.applyPending("291", "");
    expect(now()).toBe(null);

    session.setGuid("guid-b");
    session.applyPending(undefined, "");
    session.signOut();
    session.applyPending("291", "");
    expect(now()).toBe(null);
  });

  it("by method needs no agent ID beside it, and lives until another one is named", () => {
    session.signIn({ agentId: "291", guid: "guid-a" });
    session.applyPending(undefined, "/gateway");
    expect(now()).toBe("291 guid-a");
    session.setGuid("guid-b");
    session.applyPending(undefined, "/gateway");
    expect(now()).toBe("291 guid-b");
    session.applyPending("291", "/gateway");
    expect(now()).toBe("291 guid-b");
    session.applyPending("292", "/gateway");
    expect(now()).toBe(null);
  });

  it("by method outdoes a Guid that was set before in the same turn", () => {
    session.setGuid("guid-a");
    session.signIn({ agentId: "292", guid: "guid-b" });
    session.applyPending("291", "");
    expect(now()).toBe("292 guid-b");
  });

  it("is none with a Guid or an agent ID that is none, and keeps neither", () => {
    session.setGuid("two words");
    expect(() => session.applyPending("291", "")).toThrow(TypeError);
    expect(now()).toBe(null);
    expect(() => session.applyPending("291", "")).not.toThrow();

    session.setGuid("guid-a");
    session.applyPending("291", "");
    session.setGuid("guid-b");
    expect(() => session.applyPending("agent", "")).toThrow(TypeError);
    expect(now()).toBe(null);
  });
});
