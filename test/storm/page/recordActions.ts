import type { ActionLog, Control } from "../ActionLog.js";

/** Records the meant presses and the POST requests. Call it before the library sends anything. */
export function recordActions(): void {
  let log: ActionLog = [];
  window.takeActionLog = () => {
    const taken = log;
    log = [];
    return taken;
  };
  recordPosts((post) => (log = [...log, { kind: "post", ...post }]));
  recordPresses((press) => (log = [...log, { kind: "press", ...press }]));
}

/** The control and the row of an element. The host's row content holds the call ID. */
export function controlAt(element: Element | null): Control {
  const content = element?.closest("li")?.querySelector("[data-call]");
  return { callId: content?.getAttribute("data-call") ?? null, name: nameOf(element?.closest("button") ?? null) };
}

function nameOf(button: HTMLButtonElement | null): string {
  if (button === null) return "none";
  const label = button.querySelector("span")?.textContent ?? button.textContent;
  if (button.role === "menuitem") return `item ${label}`;
  const confirmation = button.closest("[role=group]");
  if (confirmation !== null)
    return button === confirmation.querySelector("button") ? "safe answer" : `answer ${button.textContent}`;
  // The buttons of an outcome have the same data attribute as the control that they stand for.
  if (button.closest(".hlp-outcome") !== null) return button.textContent;
  return button.dataset.hlpControl ?? button.ariaLabel ?? button.textContent;
}

const isSame = (one: Control, other: Control) => one.callId === other.callId && one.name === other.name;

/**
 * Records each click that an agent means: on an enabled control, where the button or key also went down; the first click of
 * a double click; no repetition of a held key; on the row to which the pointer was moved, not one that moved under it.
 */
function recordPresses(onPress: (control: Control) => void): void {
  let down = controlAt(null);
  let isRepetition = false;
  let aimedAt: string | null = null;
  let pointer = { x: -1, y: -1 };
  let under = controlAt(null);
  const listen = <Name extends keyof WindowEventMap>(name: Name, listener: (event: WindowEventMap[Name]) => void) =>
    window.addEventListener(name, listener, { capture: true });

  listen("pointermove", ({ clientX: x, clientY: y, target }) => {
    // Browsers also send this event when only the page has moved.
    if (x === pointer.x && y === pointer.y) return;
    pointer = { x, y };
    under = controlAt(target as Element);
  });
  listen("pointerdown", ({ target }) => {
    down = controlAt(target as Element);
    isRepetition = false;
    aimedAt = under.callId;
    under = down;
  });
  listen("keydown", ({ key, repeat }) => {
    if (key !== "Enter" && key !== " ") return;
    isRepetition = repeat && key === "Enter"; // Space clicks on keyup
    if (!repeat) down = controlAt(document.activeElement);
  });
  listen("click", ({ target, isTrusted, detail }) => {
    const button = (target as Element).closest("button");
    if (button === null || !isTrusted || detail > 1 || isRepetition) return;
    const control = controlAt(button);
    // "Try again" looks disabled while its action is blocked, but stays clickable.
    const isEnabled = button.ariaDisabled !== "true" || control.name === "Try again";
    const isAimed = detail === 0 || aimedAt === control.callId;
    if (isEnabled && isAimed && isSame(control, down)) onPress(control);
  });
}

function recordPosts(onPost: (post: { operation: string; callId: string | null }) => void): void {
  const fetch = window.fetch.bind(window);
  window.fetch = (input, init) => {
    if (init?.method === "POST")
      onPost(operationAt(new URL(input instanceof Request ? input.url : input, location.href), init));
    return fetch(input, init);
  };
}

function operationAt({ pathname, searchParams }: URL, { body }: RequestInit) {
  const parts = pathname.split("/").map(decodeURIComponent);
  const last = parts.at(-1) ?? "";
  if (parts.includes("gethold")) return { operation: "retrieve", callId: searchParams.get("callid") };
  if (parts.includes("connecthold")) return { operation: "connect", callId: last };
  if (parts.includes("dropcall")) return { operation: "drop", callId: last };
  if (!parts.includes("confjoin")) return { operation: last, callId: null };
  const { callid } = JSON.parse(typeof body === "string" ? body : "{}") as { callid?: string };
  return { operation: "threeParty", callId: callid ?? null };
}
