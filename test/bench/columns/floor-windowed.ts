// Hand-written DOM that holds only the rows in view, at a known row height, with the same rows reused while it scrolls.
import { type AgentCall, heldTime, readCalls, retrieveCall } from "./agentCalls.js";
import "./table.css";

const rowHeight = 37;

type Row = { element: HTMLTableRowElement; texts: Text[]; button: HTMLButtonElement };

const scroller = document.createElement("div");
scroller.className = "scroller";
scroller.innerHTML =
  "<table><thead><tr><th>Number<th>Type<th>Skill<th>On hold<th></thead>" +
  "<tbody><tr><td></tr></tbody><tbody></tbody><tbody><tr><td></tr></tbody></table>";
document.body.append(scroller);
const [before, body, after] = scroller.querySelectorAll("tbody") as unknown as [HTMLElement, HTMLElement, HTMLElement];
const [above, below] = [before, after].map((part) => part.querySelector("td")) as unknown as [HTMLElement, HTMLElement];
const pressed = new Set<string>();
const drawn: Row[] = [];
let calls: readonly AgentCall[] = [];

function createRow(): Row {
  const element = document.createElement("tr");
  const texts = ["", "", "", ""].map((content) => {
    const text = document.createTextNode(content);
    element.insertCell().append(text);
    return text;
  });
  element.cells[3]!.className = "time";
  const button = document.createElement("button");
  button.append("");
  element.insertCell().append(button);
  return { element, texts, button };
}

function write(text: Text, content: string): void {
  if (text.data !== content) text.data = content;
}

function draw(): void {
  const height = scroller.clientHeight;
  const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - 3);
  const count = Math.min(calls.length - first, Math.ceil(height / rowHeight) + 6);
  while (drawn.length < count) {
    const row = createRow();
    drawn.push(row);
    body.append(row.element);
  }
  while (drawn.length > Math.max(0, count)) drawn.pop()?.element.remove();
  drawn.forEach(({ element, texts, button }, at) => {
    const call = calls[first + at]!;
    const place = String(first + at);
    if (element.dataset.place !== place) element.dataset.place = place;
    [call.number, call.type, call.skill, heldTime(call.id)].forEach((content, column) =>
      write(texts[column]!, content),
    );
    const isPressed = pressed.has(call.id);
    if (button.dataset.callId !== call.id) button.dataset.callId = call.id;
    if (button.disabled !== isPressed) button.disabled = isPressed;
    const label = isPressed ? "Retrieving…" : "Retrieve";
    if (button.textContent !== label) button.textContent = label;
  });
  above.style.blockSize = `${first * rowHeight}px`;
  below.style.blockSize = `${Math.max(0, calls.length - first - count) * rowHeight}px`;
}

scroller.addEventListener("scroll", draw, { passive: true });
body.addEventListener("click", ({ target }) => {
  const id = target instanceof HTMLButtonElement ? target.dataset.callId : undefined;
  if (id === undefined) return;
  pressed.add(id);
  draw();
  void retrieveCall(id);
});

async function poll(): Promise<void> {
  try {
    calls = await readCalls();
    draw();
  } finally {
    setTimeout(() => void poll(), 1_000);
  }
}

setInterval(() => {
  drawn.forEach(({ texts, button }) => write(texts[3]!, heldTime(button.dataset.callId ?? "")));
}, 1_000);
void poll();
