import { beforeEach, describe, expect, it, vi } from "vitest";
import { createElementSession, type ElementSession } from "../../src/element/createElementSession.js";

type Step = { signIn?: string | number; guid?: string | null; signOut?: true; agentId?: string; baseUrl?: string };

let session: ElementSession;
const onGuidRenewed = vi.fn();
beforeEach(() => {
  session = createElementSession(onGuidRenewed);
  session.applyPending(undefined, "");
});

/** Makes the changes of one task, and gives the agent and the Guid of the session after it. */
function run({ signIn, guid, signOut, agentId, baseUrl = "" }: Step): string | null {
  if (guid !== undefined) session.setGuid(guid);
  if (signIn !== undefined) session.signIn({ agentId: signIn, guid: "guid-m" });
  if (signOut) session.signOut();
  session.applyPending(agentId, baseUrl);
  const { session: current } = session.store.getState();
  return current && `${current.agentId} ${current.guid}`;
}
const signInNumber = () => session.store.getState().session?.signIn;

describe("createElementSession", () => {
  it.each<[name: string, ...steps: [step: Step, result: string | null][]]>([
    ["starts when the agent ID follows the Guid", [{ guid: "guid-a" }, null], [{ agentId: "291" }, "291 guid-a"]],
    ["starts when the Guid follows the agent ID", [{ agentId: "291" }, null], [{ agentId: "291", guid: "g" }, "291 g"]],
    [
      "ends with its agent, and the Guid is not used again",
      [{ agentId: "291", guid: "guid-a" }, "291 guid-a"],
      [{ agentId: "292" }, null],
      [{ agentId: "291" }, null],
    ],
    ["ends when no agent is named any more", [{ agentId: "291", guid: "guid-a" }, "291 guid-a"], [{}, null]],
    [
      "ends with its gateway, unless a Guid for the new one is set",
      [{ agentId: "291", guid: "guid-a", baseUrl: "/one" }, "291 guid-a"],
      [{ agentId: "291", guid: "guid-b", baseUrl: "/two" }, "291 guid-b"],
      [{ agentId: "291", baseUrl: "/three" }, null],
    ],
    [
      "ends with a Guid of null",
      [{ agentId: "291", guid: "guid-a" }, "291 guid-a"],
      [{ agentId: "291", guid: null }, null],
    ],
    [
      "does not use a Guid that was pending before a sign-out",
      [{ guid: "guid-a" }, null],
      [{ signOut: true }, null],
      [{ agentId: "291" }, null],
    ],
    [
      "needs no agent ID after a sign-in by method, and ends when another agent is named",
      [{ signIn: "291", baseUrl: "/a" }, "291 guid-m"],
      [{ guid: "guid-b", baseUrl: "/a" }, "291 guid-b"],
      [{ agentId: "291", baseUrl: "/a" }, "291 guid-b"],
      [{ agentId: "292", baseUrl: "/a" }, null],
    ],
    [
      "prefers a sign-in by method to a Guid set in the same task",
      [{ guid: "a", signIn: "292", agentId: "291" }, "292 guid-m"],
    ],
  ])("%s", (_, ...steps) => {
    for (const [step, result] of steps) expect(run(step)).toBe(result);
  });

  it("renews the Guid when another one is set for the same agent", () => {
    run({ agentId: "291", guid: "guid-a" });
    const before = signInNumber();
    expect(run({ agentId: "291", guid: "guid-b" })).toBe("291 guid-b");
    expect(signInNumber()).toBe(before);
  });

  it.each([291, "291", " 291 "])(
    "treats a sign-in of %j as one of the agent that the attribute names '291'",
    (agentId) => {
      expect(run({ signIn: agentId, agentId: "291" })).toBe("291 guid-m");
      const before = signInNumber();
      expect(run({ agentId: "291", guid: "guid-b" })).toBe("291 guid-b");
      expect(run({ agentId: String(agentId), guid: "guid-c" })).toBe("291 guid-c");
      expect(signInNumber()).toBe(before);
    },
  );

  it.each<[string, Step]>([
    ["agent", { agentId: "292", guid: "guid-b" }],
    ["gateway", { agentId: "291", guid: "guid-b", baseUrl: "/two" }],
  ])("starts a new sign-in when a Guid for another %s is set", (_, step) => {
    run({ agentId: "291", guid: "guid-a" });
    const before = signInNumber();
    expect(run(step)).toBe(`${step.agentId} guid-b`);
    expect(signInNumber()).not.toBe(before);
  });

  it("reports a Guid that the store got from an answer, and none that the page set", () => {
    onGuidRenewed.mockClear();
    run({ agentId: "291", guid: "guid-a" });
    run({ agentId: "291", guid: "guid-b" });
    const signIn = signInNumber() ?? 0;
    session.renewGuid("guid-c", signIn);
    expect(() => session.renewGuid("two words", signIn)).toThrow(TypeError);
    expect(onGuidRenewed).not.toHaveBeenCalled();
    session.store.getState().renewGuid("guid-d", signIn);
    session.store.getState().renewGuid("guid-d", signIn);
    run({ agentId: "292", guid: "guid-e" });
    run({ signOut: true });
    expect(onGuidRenewed.mock.calls).toMatchObject([[{ agentId: "291", guid: "guid-d", signIn }]]);
  });

  it("throws at an invalid Guid, and does not keep it", () => {
    expect(() => run({ agentId: "291", guid: "two words" })).toThrow(TypeError);
    expect(run({ agentId: "291" })).toBe(null);
  });

  it("throws at an invalid agent ID, and ends the session of the former agent", () => {
    run({ agentId: "291", guid: "guid-a" });
    expect(() => run({ agentId: "agent", guid: "guid-b" })).toThrow(TypeError);
    expect(session.store.getState().session).toBe(null);
  });
});
