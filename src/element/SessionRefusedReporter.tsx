import { useEffect, useState } from "react";
import type { CallTrackerState } from "../hold-list/CallTrackerState.js";
import { useHoldListContext } from "../hold-list/HoldListContext.js";
import { useHoldList } from "../hold-list/useHoldList.js";
import type { AgentSession, AgentSessionStore } from "../session/createAgentSession.js";
import type { DispatchPanelEvent } from "./HoldListPanelEvents.js";

type SessionRefusedReporterProps = { session: AgentSessionStore; dispatch: DispatchPanelEvent };

/** Renders nothing. Dispatches `session-refused` when the gateway no longer accepts the session. */
export function SessionRefusedReporter({ session, dispatch }: SessionRefusedReporterProps): null {
  useHoldList(); // Reports also where the element shows no list
  const { tracker } = useHoldListContext("SessionRefusedReporter");
  // Keyed by the session object, which each new Guid replaces, so that the Guid itself is not kept.
  const [reported] = useState(() => new WeakSet<AgentSession>());
  useEffect(() => {
    const report = (state: CallTrackerState) => {
      const reason = refusalOf(state);
      const current = session.getState().session;
      if (reason === null || current === null || reported.has(current)) return;
      reported.add(current);
      dispatch("session-refused", { agentId: current.agentId, reason });
    };
    report(tracker.store.getState());
    // A new Guid that is refused for the same reason renders nothing.
    return tracker.store.subscribe(report);
  }, [tracker, session, reported, dispatch]);
  return null;
}

/** Null also from a new Guid until the gateway refuses it. */
function refusalOf({ condition, poll }: CallTrackerState): "refused" | "signed-out" | null {
  if (poll.failure === null || poll.guidRenewed) return null;
  return condition === "refused" || condition === "signed-out" ? condition : null;
}
