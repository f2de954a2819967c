import { virtualClock, type VirtualClock } from "../../support/virtualClock.js";
import { createRoot } from "react-dom/client";
import { createAgentSession, createGateway, HoldListPanel, HoldListProvider, retrieve } from "../../../src/index.js";
import "../../../src/panel/HoldListPanel.css";

// A desktop on a virtual clock: see virtualClock.ts. `?now=` is its time, ms since 1970.

/** What an agent sees of the list. */
export type Screen = {
  readonly condition: string;
  /** The texts of the notice, or of the line that stands in for the list, from top to bottom. */
  readonly texts: readonly string[];
  readonly buttons: readonly string[];
  /** The hold time of each held call as it is shown, with its sign. */
  readonly times: Readonly<Record<string, string>>;
};

/** What the test does with the page. */
export type FaultsPage = {
  readonly clock: VirtualClock;
  readonly signIn: (guid: string) => void;
  readonly renewGuid: (guid: string) => void;
  readonly screen: () => Screen;
  /** How many times the page has asked for the list. */
  readonly polls: () => number;
  /** Sends requests to another address than the page's own. */
  readonly redirectTo: (origin: string) => void;
  /** Makes the page hidden or visible. */
  readonly show: (isVisible: boolean) => void;
  /** Lets time pass until the list is current and shows these calls. Returns the ms that it took; null if that is more than `most`. */
  readonly untilCurrent: (callIds: readonly string[], most: number) => Promise<number | null>;
};

declare global {
  interface Window {
    faults: FaultsPage;
  }
}

// The waits that are spread at random are of medium length.
Math.random = () => 0.5;

const step = 250; // ms
const session = createAgentSession();
let origin = location.origin;
let polls = 0;
const gateway = createGateway({
  baseUrl: "",
  fetch: (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname.endsWith("/holdlist")) polls++;
    return fetch(origin + pathname, init);
  },
});

const textOf = (element: Element | null | undefined) => element?.textContent.trim() ?? "";

function screen(): Screen {
  const panel = document.querySelector("[data-condition]");
  const notice = panel?.querySelector(".hlp-notice:not([data-notice=recovered])");
  const rows = [...(panel?.querySelectorAll("li:not([data-left])") ?? [])];
  return {
    condition: panel?.getAttribute("data-condition") ?? "",
    texts: [...(notice?.querySelectorAll("p, code") ?? []), ...(panel?.querySelectorAll("p.hlp-line") ?? [])].map(
      textOf,
    ),
    buttons: [...(notice?.querySelectorAll("button") ?? [])].map(textOf),
    times: Object.fromEntries(
      rows.map((row) => [
        row.querySelector("[data-call]")?.getAttribute("data-call") ?? "",
        textOf(row.querySelector(".hlp-certainty")) + textOf(row.querySelector(".hlp-digits")),
      ]),
    ),
  };
}

async function untilCurrent(callIds: readonly string[], most: number): Promise<number | null> {
  for (let passed = 0; passed <= most; passed += step) {
    const { condition, times } = screen();
    if (condition === "current" && callIds.join() === Object.keys(times).join()) return passed;
    await virtualClock.advance(step);
  }
  return null;
}

let isVisible = true;
Object.defineProperty(document, "visibilityState", { get: () => (isVisible ? "visible" : "hidden") });

window.faults = {
  clock: virtualClock,
  signIn: (guid) => session.getState().signIn({ agentId: "291", guid }),
  renewGuid: (guid) => session.getState().renewGuid(guid, session.getState().session?.signIn ?? 0),
  screen,
  polls: () => polls,
  redirectTo: (other) => void (origin = other),
  show(visible) {
    isVisible = visible;
    document.dispatchEvent(new Event("visibilitychange"));
  },
  untilCurrent,
};

createRoot(document.getElementById("root") ?? document.body).render(
  <HoldListProvider gateway={gateway} session={session}>
    <HoldListPanel actions={[retrieve]} onSignIn={() => {}} renderCall={({ callId }) => <span data-call={callId} />} />
  </HoldListProvider>,
);
