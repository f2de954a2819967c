import { pageClocks } from "../time/pageClocks.js";
import type { PageChange, TabEnvironment } from "./TabEnvironment.js";

const documentEvents = { visibilitychange: "rank", freeze: "away", resume: "back" } as const;
const windowEvents = { online: "rank", offline: "rank", focus: "focus", pagehide: "away", pageshow: "back" } as const;

/** The environment of a tab in a browser. */
export function browserEnvironment(): TabEnvironment {
  return {
    pageId: String(performance.timeOrigin),
    clocks: pageClocks,
    locks: navigator.locks,
    openChannel(name, onMessage) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);
      return { post: (message) => channel.postMessage(message), close: () => channel.close() };
    },
    isVisible: () => document.visibilityState === "visible",
    isOnline: () => navigator.onLine,
    onPageChange(listener) {
      const stops = [...listenTo(document, documentEvents, listener), ...listenTo(window, windowEvents, listener)];
      return () => stops.forEach((stop) => stop());
    },
    digest: digestOf,
  };
}

function listenTo(
  target: EventTarget,
  events: Readonly<Record<string, PageChange>>,
  listener: (change: PageChange) => void,
): (() => void)[] {
  return Object.entries(events).map(([name, change]) => {
    const onEvent = () => listener(change);
    target.addEventListener(name, onEvent);
    return () => target.removeEventListener(name, onEvent);
  });
}

/** The first 32 bits of SHA-256. */
async function digestOf(salt: string, secret: string): Promise<string | null> {
  try {
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(salt + secret));
    return new DataView(bytes).getUint32(0).toString(16);
  } catch {
    return null;
  }
}
