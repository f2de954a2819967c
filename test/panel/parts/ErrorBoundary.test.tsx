import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../../src/panel/parts/ErrorBoundary.js";

const fault = new Error("No content.");
let isBroken = true;
beforeEach(() => {
  isBroken = true;
  // React reports caught errors to the console.
  vi.mocked(console.error).mockImplementation(() => {});
});
afterEach(() => void vi.mocked(console.error).mockClear());

function Content() {
  if (isBroken) throw fault;
  return "content";
}

it("shows the fallback and reports the error once, however often the children fail", () => {
  const onError = vi.fn();
  const boundary = (key: number) => (
    <ErrorBoundary fallback="fallback" resetKeys={[key]} onError={onError}>
      <Content />
    </ErrorBoundary>
  );
  const { container, rerender } = render(boundary(1));
  expect(container).toHaveTextContent("fallback");
  rerender(boundary(2));
  expect(container).toHaveTextContent("fallback");
  expect(onError.mock.calls).toEqual([[fault]]);
});

it("reports again after the children have recovered", () => {
  const onError = vi.fn();
  const boundary = (key: number) => (
    <ErrorBoundary fallback="fallback" resetKeys={[key]} onError={onError}>
      <Content key={key} />
    </ErrorBoundary>
  );
  const { container, rerender } = render(boundary(1));
  isBroken = false;
  rerender(boundary(2));
  expect(container).toHaveTextContent("content");
  isBroken = true;
  rerender(boundary(3));
  expect(container).toHaveTextContent("fallback");
  expect(onError).toHaveBeenCalledTimes(2);
});

it("keeps the fallback while no reset key changes", () => {
  const boundary = (key: number) => (
    <ErrorBoundary fallback="fallback" resetKeys={[key]}>
      <Content />
    </ErrorBoundary>
  );
  const { container, rerender } = render(boundary(1));
  isBroken = false;
  rerender(boundary(1));
  expect(container).toHaveTextContent("fallback");
  rerender(boundary(2));
  expect(container).toHaveTextContent("content");
});

it("renders the children again on retry, and says so whether or not they fail again", () => {
  const onRetried = vi.fn();
  const { container } = render(
    <ErrorBoundary fallback={(retry) => <button onClick={retry}>Retry</button>} onRetried={onRetried}>
      <Content />
    </ErrorBoundary>,
  );
  fireEvent.click(screen.getByRole("button"));
  expect(container).toHaveTextContent("Retry");
  expect(onRetried).toHaveBeenCalledTimes(1);
  isBroken = false;
  fireEvent.click(screen.getByRole("button"));
  expect(container).toHaveTextContent("content");
  expect(onRetried).toHaveBeenCalledTimes(2);
});
