import { type ReactNode, useEffect, useState } from "react";
import {
  createAgentSession,
  createHoldListFeed,
  type HoldListPanelProps,
  HoldListPanel,
  HoldListProvider,
} from "../index.js";
import { renderCustomer } from "./renderCustomer.js";
import { type SceneCall, waitingCalls } from "./scene.js";

/** A picture of the panel with calls on hold, for the page before the sign-in. Nothing in it can be used or is announced. */
export function Preview(panel: HoldListPanelProps): ReactNode {
  const [{ feed, session }] = useState(createPreview);
  useEffect(() => {
    const now = Date.now();
    for (const { call, heldFor } of waitingCalls) session.getState().setHeldSince(previewId(call), now - heldFor);
  }, [session]);
  return (
    <section className="demo-preview" aria-hidden="true" inert>
      <p className="demo-muted">Preview: what the agent sees with two calls on hold</p>
      <HoldListProvider gateway={feed.gateway} session={session}>
        <HoldListPanel {...panel} renderCall={renderCustomer} />
      </HoldListProvider>
    </section>
  );
}

const previewId = (call: SceneCall) => `1501127996-${call.number}`;

function createPreview() {
  const feed = createHoldListFeed({ live: true });
  feed.push(
    waitingCalls.map(({ call }) => {
      const { caller, called, skill, callType } = call;
      return { callId: previewId(call), caller, called, skill, callType };
    }),
  );
  return { feed, session: createAgentSession({ agentId: "101", guid: "preview" }) };
}
