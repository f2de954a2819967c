import { useEffect } from "react";
import { useHoldListContext } from "../HoldListContext.js";
import { createProviderActions } from "./createProviderActions.js";
import type { ProviderActions } from "./ProviderActions.js";

/** The provider's actions, created by the first component that asks: a panel that only reads has none. */
export function useActionRunner(): ProviderActions {
  const { gateway, session, supervised, tracker, poller, tabs, provideActions } = useHoldListContext("HoldListPanel");
  const actions = provideActions(() => createProviderActions(tracker, poller, tabs, { gateway, session, supervised }));
  useEffect(() => actions.set({ gateway, session, supervised }), [actions, gateway, session, supervised]);
  useEffect(() => actions.retain(session), [actions, session]);
  return actions;
}
