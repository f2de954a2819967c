import { act, renderHook } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { useBusy } from "../../../src/panel/parts/useBusy.js";

it("runs an action once when it is called twice before the next render", async () => {
  let end = () => {};
  const action = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
  const { result } = renderHook(() => useBusy(action));
  const [, run] = result.current;
  act(() => {
    run();
    run();
  });
  expect(action).toHaveBeenCalledOnce();
  expect(result.current[0]).toBe(true);

  await act(async () => {
    end();
    await Promise.resolve();
  });
  expect(result.current[0]).toBe(false);
  act(() => result.current[1]());
  expect(action).toHaveBeenCalledTimes(2);
});
