import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createAgentDesktop } from "../../src/demo/createAgentDesktop.js";
import { createAgentSession } from "../../src/index.js";
import { createSimulator } from "../../src/simulator/simulator.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const credentials = { agentId: "291", password: "demo", phoneNumber: "40038" };

async function signedIn() {
  const simulator = createSimulator();
  const session = createAgentSession();
  const access = { baseUrl: "https://gateway.invalid", fetch: simulator.fetch, isSimulated: true };
  const desktop = createAgentDesktop(access, session);
  await desktop.getState().signIn(credentials, false);
  await vi.advanceTimersByTimeAsync(1);
  return { simulator, session, desktop };
}

it("passes events on to the panel only while that is switched on, and logs them always", async () => {
  const { simulator, session, desktop } = await signedIn();
  const events = () => session.getState().events.map((event) => "callId" in event && event.callId);
  const logged = () => desktop.getState().log.flatMap((entry) => (entry.kind === "event" ? [entry.callId] : []));
  simulator.holdCall("291", { callId: "1-1" });
  await vi.advanceTimersByTimeAsync(1);
  expect(events()).toEqual(["1-1"]);

  desktop.getState().forwardEvents(false);
  simulator.holdCall("291", { callId: "2-2" });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(events()).toEqual(["1-1"]);
  expect(logged()).toEqual(["2-2", "1-1"]);
});

it("keeps a new sign-in when an event poll of the former one reports its sign-out", async () => {
  const { simulator, session, desktop } = await signedIn();
  const former = session.getState().session?.signIn ?? NaN;
  const loginTime = session.getState().session?.loginTime;
  expect(loginTime).toBeTypeOf("number");
  const shutdown = {
    eventType: "AgentOther_ShutdownService",
    workNo: "291",
    content: { loginTime: String(loginTime) },
  };
  await vi.advanceTimersByTimeAsync(1);
  await desktop.getState().signIn(credentials, true);
  expect(session.getState().session?.signIn).not.toBe(former);
  session.getState().applyAgentEvent({ retcode: "0", event: shutdown });
  expect(session.getState().session?.loginTime).not.toBe(loginTime);
  expect(simulator.agent("291").signedIn).toBe(true);
  expect(session.getState().session).not.toBeNull();
});
