import { useLayoutEffect, useState } from "react";
import { retcodeMeaning } from "../gateway/retcodes.js";
import { useHoldList } from "../hold-list/useHoldList.js";
import type { AgentSession, AgentSessionStore } from "../session/createAgentSession.js";
import type { Emit } from "./HoldListPanelEvents.js";
import type { HoldListState } from "../hold-list/HoldListState.js";

/** Shows nothing, and tells the page when the gateway no longer accepts the session. */
export function SessionWatch({ session, emit }: { session: AgentSessionStore; emit: Emit }): null {
  const list = useHoldList();
  const reason = refusalOf(list);
  // Weak, and by the object that a new Guid makes anew: the Guid itself is nobody's to keep.
  const [told] = useState(() => new WeakSet<AgentSession>());
  // At every render: another Guid that is refused for the same reason changes nothing else.
  useLayoutEffect(() => {
    const present = session.getState().session;
    if (reason === null || present === null || told.has(present)) return;
    told.add(present);
    emit("session-refused", { agentId: present.agentId, reason });
  });
  return null;
}

function refusalOf(list: HoldListState): "refused" | "signed-out" | null {
  // Also while there is no session, of which there is nothing to tell.
  if (list.status === "signed-out") return "signed-out";
  if (list.status === "loading" || list.doubt?.stopped !== true || list.doubt.failure.kind !== "retcode") return null;
  const meaning = retcodeMeaning(list.doubt.failure.retcode);
  return meaning === "refused" || meaning === "sign-in-again" ? "refused" : null;
}
