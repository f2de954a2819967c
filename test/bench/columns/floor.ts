// Hand-written DOM: one timer, text-node writes only, and a row is touched only where its call changed.
import { type AgentCall, heldTime, readCalls, retrieveCall } from "./agentCalls.js";
import "./table.css";

type Row = { element: HTMLTableRowElement; call: AgentCall; texts: Text[]; time: Text; button: HTMLButtonElement };

const table = document.createElement("table");
table.innerHTML = "<thead><tr><th>Number<th>Type<th>Skill<th>On hold<th></thead>";
const body = table.createTBody();
document.body.append(table);
let rows = new Map<string, Row>();

function createRow(call: AgentCall): Row {
  const element = document.createElement("tr");
  const texts = [call.number, call.type, call.skill, heldTime(call.id)].map((content) => {
    const text = document.createTextNode(content);
    element.insertCell().append(text);
    return text;
  });
  const time = texts.pop() as Text;
  (time.parentElement as HTMLElement).className = "time";
  const button = document.createElement("button");
  button.textContent = "Retrieve";
  button.dataset.callId = call.id;
  element.insertCell().append(button);
  return { element, call, texts, time, button };
}

body.addEventListener("click", ({ target }) => {
  const row = target instanceof HTMLButtonElement ? rows.get(target.dataset.callId ?? "") : undefined;
  if (row === undefined) return;
  row.button.disabled = true;
  row.button.textContent = "Retrieving…";
  void retrieveCall(row.call.id);
});

function write(text: Text | undefined, content: string): void {
  if (text !== undefined && text.data !== content) text.data = content;
}

function show(calls: readonly AgentCall[]): void {
  const next = new Map<string, Row>();
  for (const call of calls) {
    const row = rows.get(call.id) ?? createRow(call);
    [call.number, call.type, call.skill].forEach((content, at) => write(row.texts[at], content));
    row.call = call;
    next.set(call.id, row);
  }
  for (const [id, row] of rows) if (!next.has(id)) row.element.remove();
  let place = body.firstElementChild;
  for (const { element } of next.values()) {
    if (place === element) place = place.nextElementSibling;
    else body.insertBefore(element, place);
  }
  rows = next;
}

async function poll(): Promise<void> {
  try {
    show(await readCalls());
  } finally {
    setTimeout(() => void poll(), 1_000);
  }
}

setInterval(() => {
  for (const [id, { time }] of rows) write(time, heldTime(id));
}, 1_000);
void poll();
