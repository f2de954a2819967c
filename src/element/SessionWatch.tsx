import { useEffect } from "react";
import { useStore } from "zustand";
import { retcodeMeaning } from "../gateway/retcodes.js";
import { type HoldListState, useHoldList } from "../hold-list/useHoldList.js";
import type { AgentSessionStore } from "../session/createAgentSession.js";
import type { Emit } from "./HoldListPanelEvents.js";

/** Shows nothing, and tells the page when the gateway no longer accepts the session. */
export function SessionWatch({ session, emit }: { session: AgentSessionStore; emit: Emit }): null {
  const list = useHoldList();
  const agentId = useStore(session, (state) => state.session?.agentId);
  const signIn = useStore(session, (state) => state.session?.signIn);
  const reason = refusalOf(list);
  useEffect(() => {
    if (reason !== null && agentId !== undefined) emit("session-refused", { agentId, reason });
  }, [reason, agentId, signIn, emit]);
  return null;
}

function refusalOf(list: HoldListState): "refused" | "signed-out" | null {
  // Also while there is no session, of which there is nothing to tell.
  if (list.status === "signed-out") return "signed-out";
  if (list.status === "loading" || list.doubt?.stopped !== true || list.doubt.failure.kind !== "retcode") return null;
  const meaning = retcodeMeaning(list.doubt.failure.retcode);
  return meaning === "refused" || meaning === "sign-in-again" ? "refused" : null;
}
