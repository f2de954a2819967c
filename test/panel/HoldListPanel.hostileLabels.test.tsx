import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { en, type HoldListPanelProps, retrieve, RetrieveLongestHeldButton } from "../../src/index.js";
import { holdThree, passTime, renderPanel } from "../support/renderPanel.js";

const broken = (): never => {
  throw new Error("The host's labels are broken.");
};
const report = vi.fn();
beforeEach(() => {
  report.mockClear();
  vi.stubGlobal("reportError", report);
});
afterEach(() => vi.unstubAllGlobals());

const withAll = (value: unknown) => Object.fromEntries(Object.keys(en).map((key) => [key, value]));

it.each<[string, object, boolean]>([
  ["undefined", { count: undefined, supervising: undefined, ofCall: undefined, list: undefined }, false],
  ["of the wrong type", withAll(7), false],
  ["null", { ...withAll(null), retrieve: null, ofCall: null }, false],
  ["functions that throw", { count: broken, supervising: broken, ofCall: broken }, true],
  ["in a language with an invalid tag", { language: "zh_CN" }, false],
])("keeps list, host and button where labels are %s", async (_, given, isReported) => {
  const labels = given as NonNullable<HoldListPanelProps["labels"]>;
  const { provide } = await renderPanel({
    before: holdThree,
    props: { labels, actions: [retrieve] },
    page: (panel) => (
      <>
        {panel}
        <RetrieveLongestHeldButton action={retrieve} labels={labels} />
      </>
    ),
  });
  await passTime(2_000);
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  expect(screen.getByText(en.count(3))).toBeInTheDocument();
  provide({ supervised: { agentId: "292", name: "Li Na" } });
  await passTime(2_000);
  expect(screen.getByRole("heading", { name: en.supervising("Li Na").heading ?? "" })).toBeVisible();
  expect(report.mock.calls.length > 0).toBe(isReported);
});
