// Imported before everything else: records what leaves the page's memory in a way that others can read.

/** Where something was seen, and the text. */
export type Trace = { readonly where: string; readonly text: string };

const traces: Trace[] = [];
const note = (where: string, ...values: unknown[]) => {
  for (const value of values) for (const text of textsOf(value)) traces.push({ where, text });
};

/** What was recorded since the last call. */
export const takeTraces = (): readonly Trace[] => traces.splice(0);

/** All texts in a value, keys and the hidden parts of errors included, without functions and DOM nodes. */
export function textsOf(value: unknown, seen = new Set<object>()): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number" || typeof value === "bigint") return [String(value)];
  if (typeof value !== "object" || value === null || value instanceof Node || value === globalThis) return [];
  if (seen.has(value)) return [];
  seen.add(value);
  const parts: unknown[] = value instanceof Error ? [value.name, value.message, value.stack, value.cause] : [];
  if (value instanceof Map || value instanceof Set) for (const item of value as Iterable<unknown>) parts.push(item);
  for (const key of Reflect.ownKeys(value)) {
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    parts.push(String(key));
    if (descriptor !== undefined && "value" in descriptor) parts.push(descriptor.value);
  }
  return parts.flatMap((part) => textsOf(part, seen));
}

for (const method of ["log", "info", "warn", "error", "debug", "trace", "table", "dir"] as const) {
  const original = console[method].bind(console);
  console[method] = (...args: unknown[]) => {
    note(`console.${method}`, ...args);
    original(...args);
  };
}

addEventListener("error", ({ message, error }) => note("window error", message, error));
addEventListener("unhandledrejection", ({ reason }) => note("unhandled rejection", reason));

const post = Reflect.get(BroadcastChannel.prototype, "postMessage");
BroadcastChannel.prototype.postMessage = function (message: unknown) {
  note("BroadcastChannel", this.name, message);
  post.call(this, message);
};

for (const name of ["pushState", "replaceState"] as const) {
  const original = history[name].bind(history);
  history[name] = (state, unused, url) => {
    note(`history.${name}`, state, String(url));
    original(state, unused, url);
  };
}

const write = Reflect.get(Storage.prototype, "setItem");
Storage.prototype.setItem = function (key, value) {
  note("storage", key, value);
  write.call(this, key, value);
};

const open = globalThis.fetch.bind(globalThis);
globalThis.fetch = (input, init) => {
  note("URL", input instanceof Request ? input.url : String(input));
  if (typeof init?.body === "string") note("request body", init.body);
  return open(input, init);
};

/** Also what was in the document for a moment only. */
new MutationObserver((records) => {
  for (const { target, attributeName, addedNodes } of records) {
    if (attributeName !== null) note("DOM", (target as Element).getAttribute(attributeName) ?? "");
    else if (target instanceof CharacterData) note("DOM", target.data);
    for (const node of addedNodes) note("DOM", node instanceof Element ? node.outerHTML : (node.textContent ?? ""));
  }
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
