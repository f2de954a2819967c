import { act } from "@testing-library/react";
import { vi } from "vitest";
import { createGateway, type Gateway, type HoldListPanelElement } from "../../src/element/element.js";
import { createSimulator, type Simulator } from "../../src/simulator/simulator.js";

// The simulator draws its Guids from it. The panel's jitter is fixed, so that polls come every 2 s exactly.
const { random } = Math;

/** Advances time in steps, since React renders at the end of each. */
export async function move(ms: number): Promise<void> {
  let left = ms;
  do {
    const step = Math.min(left, 250);
    await act(() => vi.advanceTimersByTimeAsync(step));
    left -= step;
  } while (left > 0);
}

/** Ends the current task, and shows the answer to the request that it caused. */
export async function settle(): Promise<void> {
  await move(0);
  await move(0);
}

/** A simulated gateway, and the requests for a list that reached it. */
export type AskedGateway = {
  readonly simulator: Simulator;
  readonly asked: { readonly host: string; readonly agentId: string; readonly guid: string | null }[];
  readonly at: (baseUrl: string) => Gateway;
};

/** A gateway for the elements of one test, with the clock stopped at 10:42:07. */
export function startGateway(): AskedGateway {
  vi.useFakeTimers({ now: new Date(2026, 2, 5, 10, 42, 7) });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  sessionStorage.clear();
  const simulator = createSimulator({ random });
  const asked: AskedGateway["asked"] = [];
  const fetch: typeof simulator.fetch = (input, init) => {
    const { host, pathname } = new URL(new Request(input).url);
    asked.push({ host, agentId: pathname.split("/")[4] ?? "", guid: new Headers(init?.headers).get("Guid") });
    return simulator.fetch(input, init);
  };
  return { simulator, asked, at: (baseUrl) => createGateway({ baseUrl, fetch }) };
}

/** An element over the gateway, after the first answer. */
export async function showElement(
  gateway: AskedGateway,
  set: (element: HoldListPanelElement) => void = () => {},
): Promise<HoldListPanelElement> {
  const element = document.createElement("hold-list-panel");
  element.gateway = gateway.at("https://gateway.invalid");
  set(element);
  document.body.append(element);
  await settle();
  return element;
}

/** Removes all elements from the page, and waits until they are unmounted. */
export async function removeElements(): Promise<void> {
  document.body.replaceChildren();
  await move(1);
}

/** The text of the element's panel. */
export function textOf(element: HoldListPanelElement): string {
  return element.shadowRoot?.querySelector("section")?.textContent ?? "";
}
