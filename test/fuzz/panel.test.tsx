import { act, render } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import {
  createAgentSession,
  createGateway,
  en,
  type Gateway,
  HoldListPanel,
  HoldListProvider,
} from "../../src/index.js";
import { createRandom } from "../storm/createRandom.js";
import { createAnswerText } from "./createAnswerText.js";

const seed = Number(process.env.FUZZ_SEED ?? 20_260_305);
const count = Number(process.env.FUZZ_RENDERS ?? 2_000);
const guid = "0f8fad5b-d9cb-469f-a165-70867728950e.AgentGateway1";
const ownElements = new Set("bdi button code dd div dl dt em h2 header li p path section span svg ul".split(" "));
const ownAttributes =
  /^(class|part|id|lang|title|type|role|tabindex|d|viewbox|fill|stroke.*|width|height|focusable|style|translate|dir|aria-.+|data-(?!injected).+)$/i;
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/;

/** A gateway that answers with `text` whenever the test pushes it. */
function createPushedGateway() {
  let text = "{}";
  let status = 200;
  let push = () => {};
  const requested = vi.fn();
  const client = createGateway({
    baseUrl: "https://gateway.invalid",
    fetch: () => {
      requested();
      return Promise.resolve(new Response(text, { status }));
    },
  });
  const gateway: Gateway = { ...client, subscribe: (onChange) => ((push = onChange), () => {}) };
  const answer = async (next: string, nextStatus: number) => {
    const before = requested.mock.calls.length;
    [text, status] = [next, nextStatus];
    await act(async () => {
      push();
      await vi.advanceTimersByTimeAsync(0);
    });
    return requested.mock.calls.length > before;
  };
  return { gateway, answer };
}

/** What is wrong with the page; null when it shows texts of the gateway as texts only. One pass, without slow selectors. */
function problemOf(container: HTMLElement): string | null {
  const elements = container.querySelectorAll("*");
  if (elements.length > 4_000) return "too many elements";
  for (const element of elements) {
    if (!ownElements.has(element.localName)) return `a foreign <${element.localName}>`;
    const foreign = element.getAttributeNames().find((name) => !ownAttributes.test(name));
    if (foreign !== undefined) return `a foreign attribute ${foreign}`;
    if (element.className === "hlp-hidden") continue; // for screen readers only
    for (const { nodeType, nodeValue } of element.childNodes)
      if (nodeType === Node.TEXT_NODE && bidiControls.test(nodeValue ?? ""))
        return `a bidi control in ${element.outerHTML}`;
  }
  const text = container.textContent ?? "";
  return text.includes(en.heading) && !text.includes(en.panelFailed) ? null : "the panel shows its error box";
}

it(`shows ${count} generated answers without a fault and as plain text (FUZZ_SEED=${seed})`, async () => {
  vi.useFakeTimers({ now: new Date(2026, 2, 5, 10, 42, 7) });
  const { gateway, answer } = createPushedGateway();
  const session = createAgentSession({ agentId: "291", guid });
  const { container } = render(
    <HoldListProvider gateway={gateway} session={session} pollInterval={3_600_000}>
      <HoldListPanel />
    </HoldListProvider>,
  );
  const faults: unknown[] = [];
  let lists = 0;
  for (let step = 0; step < count && faults.length < 5; step++) {
    const random = createRandom(seed + 2, step);
    const text = createAnswerText(random);
    const wasAsked = await answer(text, random.chance(0.05) ? 500 : 200);
    if (step % 20 === 0) await act(() => vi.advanceTimersByTimeAsync(5_000)); // departed rows leave
    if (step % 10 === 0) act(() => container.querySelector<HTMLElement>("[aria-expanded=false]")?.click());
    if (container.querySelector("li") !== null) lists++;
    const problem = wasAsked ? problemOf(container) : "the gateway was not asked";
    if (problem !== null) faults.push({ step, problem, text });
  }
  expect(faults).toEqual([]);
  expect(lists).toBeGreaterThan(count / 4);
  expect(container.ownerDocument.querySelector("img, script, b, i")).toBeNull();
}, 60_000);
