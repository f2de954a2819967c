import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { usePanelLabels } from "../../../src/panel/labels/usePanelLabels.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";

it("returns the same labels at each render of a host that writes them inline", () => {
  const { result, rerender } = renderHook(
    ({ render }) => usePanelLabels({ ...zhCN, empty: "none", count: () => `render ${render}` }, null),
    { initialProps: { render: 1 } },
  );
  const first = result.current;
  rerender({ render: 2 });
  expect(result.current).toBe(first);
  expect(first.count(3)).toBe("render 2");
});
