import { act, screen } from "@testing-library/react";
import { version } from "react";
import { describe, expect, it, vi } from "vitest";
import {
  en,
  enActions,
  hangUp,
  maskNumber,
  retrieve,
  RetrieveLongestHeldButton,
  type RetrieveLongestHeldButtonProps,
} from "../../../src/index.js";
import type { Simulator } from "../../../src/simulator/simulator.js";
import { agentId, holdThree, passTime, renderPanel } from "../../support/renderPanel.js";

const longest = `${enActions.retrieveLongest} 138 0013 8000, 996-2`;
const next = `${enActions.retrieveLongest} 70941, 920-0`;
const button = () => screen.getByTestId("longest");

type Options = Omit<NonNullable<Parameters<typeof renderPanel>[0]>, "page" | "props">;

/** The button above a panel with three calls on hold. */
async function renderButton(props: Partial<RetrieveLongestHeldButtonProps> = {}, options: Options = {}) {
  const rendered = await renderPanel({
    before: holdThree,
    ...options,
    props: { actions: [retrieve] },
    page: (panel) => (
      <>
        <RetrieveLongestHeldButton action={retrieve} data-testid="longest" {...props} />
        {panel}
      </>
    ),
  });
  const sent = () => rendered.simulator.requests.flatMap(({ method, callId }) => (method === "POST" ? [callId] : []));
  const click = async () => {
    await rendered.user.click(button());
    await passTime(500);
  };
  return { ...rendered, sent, click };
}

it("names and retrieves the call that has been held longest", async () => {
  const { session, sent, click } = await renderButton();
  act(() => session.getState().setHeldSince("1501127920-0", Date.now() - 90_000));
  expect(button()).toHaveAccessibleName(next);
  await click();
  expect(sent()).toEqual(["1501127920-0"]);
});

it("keeps its call while it is hovered, and is disabled for 1 s once that call has left", async () => {
  const { simulator, user, sent, click } = await renderButton();
  expect(button()).toHaveAccessibleName(longest);
  await user.hover(button());
  simulator.endCall(agentId, "1501127996-2");
  await passTime(2_010);
  expect(button()).toHaveAccessibleName(longest);
  expect(button()).toHaveAttribute("aria-disabled", "true");
  expect(button()).toHaveAccessibleDescription(en.leftBecause.unknown);
  await click();
  expect(sent()).toEqual([]);
  await passTime(600);
  expect(button()).toHaveAccessibleName(next);
});

it("names a masked number by its last digits", async () => {
  await renderButton({ mask: maskNumber });
  expect(button()).toHaveAccessibleName(`${enActions.retrieveLongest} number ending 8 0 0 0, 996-2`);
});

it("is busy while its call is being retrieved, and a double click sends once", async () => {
  const { user, sent } = await renderButton(undefined, {
    before: (simulator) => {
      holdThree(simulator);
      simulator.order({ kind: "silence", on: "retrieve" });
    },
  });
  await user.dblClick(button());
  await passTime(500);
  expect(button()).toHaveTextContent(enActions.retrieve.busy ?? "");
  expect(sent()).toHaveLength(1);
});

describe("a disabled button", () => {
  const holdForOther = (simulator: Simulator) =>
    void simulator.holdCall("292", { callId: "9-9", callType: 0, caller: "70999", skill: "" });
  it.each<[string, Partial<RetrieveLongestHeldButtonProps>, Options, string]>([
    ["without calls on hold", {}, { before: () => {} }, en.empty],
    ["for an action that asks for a confirmation", { action: hangUp }, {}, enActions.atItsRow],
    [
      "for an action that the call does not offer",
      { action: { ...retrieve, isFor: () => false } },
      {},
      enActions.atItsRow,
    ],
    [
      "for a supervisor",
      {},
      { before: holdForOther, provider: { supervised: { agentId: "292", name: "Li Wei" } } },
      enActions.notPermitted,
    ],
  ])("says why and sends nothing %s", async (_, props, options, reason) => {
    const { sent, click } = await renderButton(props, options);
    expect(button()).toHaveAttribute("aria-disabled", "true");
    expect(button()).toHaveAccessibleDescription(reason);
    await click();
    expect(sent()).toEqual([]);
  });
});

it("ignores the key repeat of Enter", async () => {
  await renderButton();
  const repeated = new KeyboardEvent("keydown", { key: "Enter", repeat: true, bubbles: true, cancelable: true });
  act(() => void button().dispatchEvent(repeated));
  expect(repeated.defaultPrevented).toBe(true); // so no click follows
});

it("reports an error of the host's onAction and goes on", async () => {
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  const onAction = () => {
    throw new Error("host");
  };
  const { sent, click } = await renderButton({ onAction });
  await click();
  expect(sent()).toEqual(["1501127996-2"]);
  expect(reported).toHaveBeenCalledWith(new Error("host"));
  vi.unstubAllGlobals();
});

describe("an error while it renders", () => {
  const fallback = () => screen.getByRole("button", { name: enActions.retrieveLongest });
  /** React logs what a boundary caught. React 18 logs the component, and leaves the message to the page's error event. */
  function expectLogged(message: string): void {
    const logged = vi.mocked(console.error).mock.calls.flat().map(String).join(" ");
    expect(logged).toContain(version.startsWith("18.") ? "The above error occurred in" : message);
    vi.mocked(console.error).mockClear();
  }

  it("leaves a disabled button, not the host's tree, and ends with other props", async () => {
    vi.mocked(console.error).mockImplementation(() => {});
    const broken = <RetrieveLongestHeldButton action={null as unknown as typeof retrieve} />;
    let above = broken;
    const { provide } = await renderPanel({
      before: holdThree,
      page: (panel) => (
        <>
          <h1>Host</h1>
          {above}
          {panel}
        </>
      ),
    });
    expectLogged("TypeError");
    expect(screen.getByRole("heading", { name: "Host" })).toBeInTheDocument();
    expect(fallback()).toHaveAttribute("aria-disabled", "true");
    above = <RetrieveLongestHeldButton action={retrieve} />;
    provide({});
    expect(screen.getByRole("button", { name: longest })).toHaveAttribute("aria-disabled", "false");
  });
});
