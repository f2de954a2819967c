import { useEffect } from "react";
import type { Gateway } from "../gateway/Gateway.js";
import type { PollTriggers } from "./createPollTriggers.js";

/** Polls early when the page becomes visible or online, and when the host pushes a list. */
export function usePollTriggers(triggers: PollTriggers, gateway: Gateway): void {
  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === "visible") triggers.ask();
    };
    document.addEventListener("visibilitychange", onVisible);
    window.addEventListener("online", triggers.ask);
    return () => {
      document.removeEventListener("visibilitychange", onVisible);
      window.removeEventListener("online", triggers.ask);
      triggers.forgetEvent();
    };
  }, [triggers]);

  useEffect(() => gateway.subscribe?.(triggers.askForPush), [gateway, triggers]);
}
