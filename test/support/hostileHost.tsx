import { screen } from "@testing-library/react";
import { Component, type ReactNode } from "react";
import { afterEach, beforeEach, expect, vi } from "vitest";
import type { Gateway } from "../../src/index.js";
import type { HoldListRequest } from "../../src/gateway/Gateway.js";
import { passTime } from "./clock.js";
import type { Desktop } from "./desktop.js";

const hostText = "Host's page";

/** The host's own error boundary. Nothing of the library may reach it. */
class HostBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? "The host's page has crashed." : this.props.children;
  }
}

/** The host's page around a component of the library. */
export const hostPage = (content: ReactNode): ReactNode => (
  <HostBoundary>
    <p>{hostText}</p>
    {content}
  </HostBoundary>
);

/** Expects that nothing has reached the host's error boundary. */
export function expectHostAlive(): void {
  expect(document.body).toHaveTextContent(hostText);
}

/** Expects the host's page, with a row for each of the three held calls. */
export function expectThreeRows(): void {
  expectHostAlive();
  expect(screen.queryAllByRole("listitem")).toHaveLength(3);
}

/** Lets faults of the host be reported without failing the test: to the page, and by React to the console. */
export function allowReports(): void {
  beforeEach(() => {
    vi.mocked(console.error).mockImplementation(() => {});
    vi.stubGlobal("reportError", vi.fn());
  });
  afterEach(() => void vi.mocked(console.error).mockClear());
}

/** A function of the host that throws. */
export const throwError = (): never => {
  throw new Error("The host is broken.");
};

/** Values that a host without types may pass or return, and a function that throws. */
export const oddValues: readonly [name: string, value: unknown][] = [
  ["undefined", undefined],
  ["null", null],
  ["NaN", NaN],
  ["false", false],
  ["a number", 42],
  ["an empty string", ""],
  ["an object", { an: "object" }],
  ["an array of objects", [{ an: "object" }]],
  ["a promise", Promise.resolve("later")],
  ["a symbol", Symbol("odd")],
  ["a function", () => {}],
];

/** Functions of a host that throw, or return each odd value. */
export const oddFunctions: readonly [name: string, fn: () => unknown][] = [
  ["throws", throwError],
  [
    "throws null",
    () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- as a host might
      throw null;
    },
  ],
  ...oddValues.map(([name, value]): [string, () => unknown] => [`returns ${name}`, () => value]),
];

/** Gateways of a host that do not work. */
export const brokenGateways: readonly [name: string, fetchHoldList: () => unknown][] = [
  ["never settles", () => new Promise(() => {})],
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as a host might
  ["rejects with undefined", () => Promise.reject()],
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- likewise
  ["rejects with a string", () => Promise.reject("no")],
  ["rejects with an AbortError", () => Promise.reject(new DOMException("no", "AbortError"))],
  ["throws synchronously", throwError],
  ["resolves with undefined", () => Promise.resolve()],
  ["resolves with null", () => Promise.resolve(null)],
  ["resolves with an object", () => Promise.resolve({})],
  ["resolves with calls that are no array", () => Promise.resolve({ calls: "none", unreadable: [] })],
  ["resolves with calls that are null", () => Promise.resolve({ calls: [null], unreadable: [] })],
];

/** A gateway of the host whose list comes from `fetchHoldList`. */
export const gatewayOf = (fetchHoldList: (request: HoldListRequest) => unknown): Gateway => ({
  baseUrl: "https://own.invalid",
  fetchHoldList: fetchHoldList as Gateway["fetchHoldList"],
  send: () => Promise.reject(new Error("Not sent.")),
});

/** Renders something again every 100 ms for `ms`. */
export async function rerenderFor(ms: number, render: () => void): Promise<void> {
  for (let passed = 0; passed < ms; passed += 100) {
    render();
    await passTime(100);
  }
}

/** How often the list was read. */
export const listReads = ({ simulator }: Desktop) =>
  simulator.requests.filter(({ operation }) => operation === "holdList").length;
