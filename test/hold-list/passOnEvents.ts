import { onTestFinished } from "vitest";
import type { openGateway } from "../support/renderHoldList.js";

/** A host that polls the agent's events and passes on every answer while the agent is signed in and the test runs. */
export function passOnEvents({ simulator, session }: ReturnType<typeof openGateway>): void {
  const host = new AbortController();
  onTestFinished(() => host.abort());
  const poll = async () => {
    const agent = session.getState().session;
    if (agent === null || host.signal.aborted) return;
    const url = `/agentgateway/resource/agentevent/${agent.agentId}`;
    const response = await simulator.fetch(url, { headers: { Guid: agent.guid }, signal: host.signal });
    if (!host.signal.aborted) session.getState().applyAgentEvent(await response.json());
    setTimeout(() => void poll().catch(() => {}), 300);
  };
  poll().catch(() => {});
}
