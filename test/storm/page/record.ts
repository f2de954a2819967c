import type { Met, Press, Recording, Sent, Told } from "../Recording.js";

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

const recording: Mutable<Recording> = { presses: [], sent: [], told: [], focusLost: [], complaints: [] };
const now = () => performance.now();

declare global {
  interface Window {
    /** Gives what was written down since the last time. */
    takeRecording: () => Recording;
  }
}

/** Writes down what is pressed and what leaves the page. To be called before the library asks for anything. */
export function record(): void {
  recordRequests();
  recordPresses();
  recordFocus();
  window.addEventListener("error", ({ message }) => recording.complaints.push(message));
  window.addEventListener("unhandledrejection", ({ reason }) => recording.complaints.push(`rejected: ${reason}`));
  window.takeRecording = () => {
    const taken = structuredClone(recording);
    const isOpen = (one: Sent) => one.endedAt === null;
    const open = recording.sent.filter(isOpen);
    recording.presses = [];
    recording.told = [];
    recording.focusLost = [];
    recording.complaints = [];
    recording.sent = open;
    return { ...taken, sent: taken.sent.filter((one) => !isOpen(one)) };
  };
}

export function recordTold(told: Omit<Told, "at">): void {
  recording.told.push({ at: now(), ...told });
}

/** The control and the row at an element. The call ID is what the page's own slot wrote into the row. */
function met(element: Element | null): Met {
  const row = element?.closest("li");
  const callId = row?.querySelector("[data-call]")?.getAttribute("data-call") ?? null;
  return { callId, control: controlOf(element?.closest("button") ?? null) };
}

function controlOf(button: HTMLButtonElement | null): string {
  if (button === null) return "none";
  const words = button.querySelector("span")?.textContent ?? button.textContent;
  if (button.role === "menuitem") return `item ${words}`;
  const group = button.closest("[role=group]");
  // The safe answer takes the focus; the other has the action's label.
  if (group !== null) return button === group.querySelector("button") ? "no" : `yes ${button.textContent}`;
  return button.dataset.hlpControl ?? button.ariaLabel ?? button.textContent;
}

function recordPresses(): void {
  let down: Met | null = null;
  let isRepeated = false;
  let aimedAt: string | null = null;
  let pointer = { x: -1, y: -1 };
  let over = met(null);
  const capture = { capture: true };

  window.addEventListener(
    "pointermove",
    ({ clientX: x, clientY: y, target }) => {
      // A browser also tells of moves where only the page has moved.
      if (x === pointer.x && y === pointer.y) return;
      pointer = { x, y };
      over = met(target as Element);
    },
    capture,
  );
  window.addEventListener(
    "pointerdown",
    ({ target }) => {
      down = met(target as Element);
      isRepeated = false;
      aimedAt = over.callId;
      over = down;
    },
    capture,
  );
  window.addEventListener(
    "keydown",
    ({ key, repeat }) => {
      if (key !== "Enter" && key !== " ") return;
      isRepeated = repeat && key === "Enter"; // Space presses when it comes up
      if (!repeat) down = met(document.activeElement);
    },
    capture,
  );
  window.addEventListener(
    "click",
    (event) => {
      const button = (event.target as Element).closest("button");
      if (button === null || !event.isTrusted) return;
      recording.presses.push({
        at: now(),
        by: event.detail === 0 ? "key" : "mouse",
        ...met(button),
        isEnabled: button.ariaDisabled !== "true",
        isFurther: event.detail > 1,
        isRepeated,
        down,
        aimedAt,
        question: button.closest("[role=group]")?.querySelector("p")?.textContent ?? null,
      } satisfies Press);
    },
    capture,
  );
}

/** Watches for a control that goes with the focus. A press beside any control, or Tab, may leave the focus nowhere. */
function recordFocus(): void {
  let had: string | null = null;
  let isExcused = false;
  const isNowhere = () => document.activeElement === document.body;
  const excuse = () => {
    isExcused = true;
    setTimeout(() => (isExcused = isNowhere()));
  };
  window.addEventListener("focusin", ({ target }) => {
    const { callId, control } = met(target as Element);
    had = `${control} of ${callId}`;
  });
  window.addEventListener("mousedown", excuse, { capture: true });
  window.addEventListener("keydown", ({ key }) => key === "Tab" && excuse(), { capture: true });
  const look = () => {
    if (had !== null && isNowhere()) {
      if (!isExcused) recording.focusLost.push(`${had} at ${Math.round(now())} ms`);
      had = null;
    }
    requestAnimationFrame(look);
  };
  look();
}

function recordRequests(): void {
  const fetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    const sent: Sent = { at: now(), endedAt: null, outcome: null, calls: null, ...nameOf(url, init) };
    recording.sent.push(sent);
    const end = (outcome: string) => {
      sent.outcome = outcome;
      sent.endedAt = now();
    };
    try {
      const response = await fetch(input, init);
      void response
        .clone()
        .text()
        .then((text) => end(readAnswer(text, sent) ?? `HTTP ${response.status}`))
        .catch(() => end("failed"));
      return response;
    } catch (error) {
      end("failed");
      throw error;
    }
  };
}

function nameOf({ pathname, searchParams }: URL, init?: RequestInit): Pick<Sent, "kind" | "operation" | "callId"> {
  const parts = pathname.split("/").map(decodeURIComponent);
  const action = (operation: string, callId: string | null) => ({ kind: "action" as const, operation, callId });
  if (parts.includes("gethold")) return action("retrieve", searchParams.get("callid"));
  if (parts.includes("connecthold")) return action("connect", parts.at(-1) ?? null);
  if (parts.includes("dropcall")) return action("drop", parts.at(-1) ?? null);
  if (parts.includes("confjoin")) {
    const body = JSON.parse(typeof init?.body === "string" ? init.body : "{}") as { callid?: string };
    return action("threeParty", body.callid ?? null);
  }
  if (parts.at(-1) === "holdlist") return { kind: "list", operation: "holdList", callId: null };
  return { kind: init?.method === "POST" ? "action" : "other", operation: parts.at(-1) ?? "", callId: null };
}

/** The retcode; a good list's call IDs are noted. Null where the answer is none of the gateway's. */
function readAnswer(text: string, sent: Sent): string | null {
  try {
    const answer = JSON.parse(text) as { retcode: string; result?: { callid: string }[] };
    if (sent.kind === "list" && answer.retcode === "0") sent.calls = (answer.result ?? []).map(({ callid }) => callid);
    return answer.retcode;
  } catch {
    return null;
  }
}
