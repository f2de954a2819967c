import { useLayoutEffect, useState } from "react";
import { retcodeMeaning } from "../gateway/retcodes.js";
import type { HoldListState } from "../hold-list/HoldListState.js";
import { useHoldList } from "../hold-list/useHoldList.js";
import type { AgentSession, AgentSessionStore } from "../session/createAgentSession.js";
import type { DispatchPanelEvent } from "./HoldListPanelEvents.js";

type SessionRefusedReporterProps = { session: AgentSessionStore; dispatch: DispatchPanelEvent };

/** Renders nothing. Dispatches `session-refused` when the gateway no longer accepts the session. */
export function SessionRefusedReporter({ session, dispatch }: SessionRefusedReporterProps): null {
  const list = useHoldList();
  const reason = refusalOf(list);
  // Keyed by the session object, which each new Guid replaces, so that the Guid itself is not kept.
  const [reported] = useState(() => new WeakSet<AgentSession>());
  // Runs after every render: a new Guid that is refused for the same reason changes no other dependency.
  useLayoutEffect(() => {
    const current = session.getState().session;
    if (reason === null || current === null || reported.has(current)) return;
    reported.add(current);
    dispatch("session-refused", { agentId: current.agentId, reason });
  });
  return null;
}

function refusalOf(list: HoldListState): "refused" | "signed-out" | null {
  // Also the state without a session, for which the caller reports nothing.
  if (list.status === "signed-out") return "signed-out";
  if (list.status === "loading" || list.doubt?.stopped !== true || list.doubt.failure.kind !== "retcode") return null;
  const meaning = retcodeMeaning(list.doubt.failure.retcode);
  return meaning === "refused" || meaning === "sign-in-again" ? "refused" : null;
}
