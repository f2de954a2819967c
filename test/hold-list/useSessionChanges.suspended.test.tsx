import { act, render, screen } from "@testing-library/react";
import { type ReactNode, Suspense } from "react";
import { beforeEach, expect, it } from "vitest";
import { en, HoldListPanel, HoldListProvider } from "../../src/index.js";
import { agentId, holdThree } from "../support/calls.js";
import { passTime, startClock } from "../support/clock.js";
import { createDesktop, type DesktopOptions, sendEvent } from "../support/desktop.js";

beforeEach(() => sessionStorage.clear());

const never = new Promise<void>(() => {});

function Lazy({ isLoading }: { isLoading: boolean }): ReactNode {
  if (isLoading) throw never as unknown as Error;
  return null;
}

/** A page that React can suspend, with the provider in it. */
async function openPage(options: DesktopOptions, pollInterval = 2_000) {
  startClock();
  const { simulator, session, gateway } = createDesktop(options);
  const page = (isLoading: boolean) => (
    <Suspense fallback={<p>Loading</p>}>
      <Lazy isLoading={isLoading} />
      <HoldListProvider gateway={gateway} session={session} shareBetweenTabs={false} pollInterval={pollInterval}>
        <HoldListPanel />
      </HoldListProvider>
    </Suspense>
  );
  const { rerender, container } = render(page(false));
  await passTime(10);
  const suspend = (isLoading: boolean) => rerender(page(isLoading));
  return { simulator, session, container, suspend };
}

it("a new Guid ends the silence also while the page is suspended", async () => {
  const { simulator, session, container, suspend } = await openPage({ before: holdThree });
  simulator.order({ kind: "retcode", retcode: "100-006" });
  await passTime(20_000);
  expect(container).toHaveTextContent(en.signInAgain);
  simulator.clearFaults();
  suspend(true);
  await passTime(100);
  const { signIn } = session.getState().session ?? { signIn: 0 };
  act(() => session.getState().renewGuid(simulator.renewGuid(agentId), signIn));
  suspend(false);
  await passTime(3_000);
  expect(container).not.toHaveTextContent(en.signInAgain);
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
});

it("a hold event counts also while the page is suspended", async () => {
  const { simulator, session, container, suspend } = await openPage({}, 30_000);
  suspend(true);
  await passTime(1_000);
  simulator.holdCall(agentId, { callId: "7-7", callType: 0, caller: "70941", called: "10086" });
  sendEvent(session, "AgentEvent_Hold", "7-7");
  await passTime(1_000);
  suspend(false);
  await passTime(60_000);
  expect(container.querySelector(".hlp-certainty")?.textContent).toBe("");
});
